import type { Constraint } from "@stepladder/schema";

const quoted = (text: string): string => `"${text}"`;

function chain(steps: readonly string[]): string {
  return steps.map(quoted).join(", then ");
}

const NAMES: Readonly<Record<string, string>> = {
  de: "German",
  en: "English",
  es: "Spanish",
  fr: "French",
  it: "Italian",
  nl: "Dutch",
  pt: "Portuguese",
};

function times(count: number): string {
  return count === 1 ? "1 step" : `${count} steps`;
}

/** What a constraint asks, in one sentence, as prompts and the page say it. */
export function sentenceOf(constraint: Constraint): string {
  switch (constraint.kind) {
    case "step-count": {
      const { min, max, exactly } = constraint;
      const asks = [
        exactly === undefined ? [] : `exactly ${times(exactly)}`,
        min === undefined ? [] : `at least ${times(min)}`,
        max === undefined ? [] : `at most ${times(max)}`,
      ];
      return `There are ${asks.flat().join(" and ")}.`;
    }
    case "required":
      return `Steps say ${constraint.steps.map(quoted).join(" and ")}.`;
    case "forbidden":
      return `No step says ${constraint.steps.map(quoted).join(" or ")}.`;
    case "ordered":
      return `In this order, perhaps with other steps between: ${chain(constraint.steps)}.`;
    case "adjacent":
      return `Directly one after the other: ${chain(constraint.steps)}.`;
    case "precedence": {
      const { steps, before } = constraint;
      const pairs = before.map(([a = 0, b = 0]) => `${quoted(steps[a] ?? "")} before ${quoted(steps[b] ?? "")}`);
      return `Where these steps stand there, they keep this order: ${pairs.join("; ")}.`;
    }
    case "resources-used":
      return `Steps mention each of ${constraint.names === undefined ? "the listed resources" : constraint.names.map(quoted).join(", ")}.`;
    case "resources-introduced": {
      const things = constraint.things.map(
        ({ name, by }) => `${quoted(name)}${by === undefined ? "" : ` (or brought in by ${quoted(by)})`}`,
      );
      return `What steps use is listed as a resource: ${things.join(", ")}.`;
    }
    case "no-duplicates":
      return "No step repeats another, or nearly.";
    case "one-action":
      return "Each step is one action.";
    case "quantities":
      return "Quantities and units are kept, none is left out and none is new.";
    case "numbering":
      return constraint.mark === "-"
        ? 'Each step begins with "- ".'
        : `Steps are numbered "1${constraint.mark.slice(1)}", "2${constraint.mark.slice(1)}" and so on.`;
    case "language":
      return `Steps are in ${NAMES[constraint.lang] ?? constraint.lang}.`;
    case "json":
      return 'The answer is one JSON object and nothing else: {"goal": ..., "resources": [...], "steps": [...]}.';
  }
}
