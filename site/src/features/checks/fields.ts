import type { ConstraintKind } from "@stepladder/schema";

/** A field of the form that makes a constraint, by the constraint's own field. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** `lines`: a list, one text on each line. `pairs`: two step numbers from 1 on each line. `things`: a name on each line, perhaps `= step`. */
  readonly input: "number" | "lines" | "pairs" | "things" | "choice";
  readonly choices?: readonly string[];
}

const steps: Field = { name: "steps", label: "Steps, one on each line", input: "lines" };

/** What a person fills in for each kind, in the order of the schema. */
export const FIELDS: Readonly<Record<ConstraintKind, { readonly title: string; readonly fields: readonly Field[] }>> = {
  "step-count": {
    title: "Number of steps",
    fields: [
      { name: "min", label: "At least", input: "number" },
      { name: "max", label: "At most", input: "number" },
      { name: "exactly", label: "Exactly", input: "number" },
    ],
  },
  required: { title: "Required steps", fields: [steps] },
  forbidden: { title: "Forbidden steps", fields: [steps] },
  ordered: { title: "Steps in order", fields: [steps] },
  adjacent: { title: "Steps directly after each other", fields: [steps] },
  precedence: {
    title: "Step graph",
    fields: [steps, { name: "before", label: "Which comes before which: two line numbers, such as 1 3, on each line", input: "pairs" }],
  },
  "resources-used": {
    title: "Resources are used",
    fields: [{ name: "names", label: "Which, one on each line; empty: those listed", input: "lines" }],
  },
  "resources-introduced": {
    title: "Resources are introduced",
    fields: [{ name: "things", label: "Things, one on each line; perhaps = and the step that brings it in", input: "things" }],
  },
  "no-duplicates": { title: "No duplicates", fields: [] },
  "one-action": { title: "One action a step", fields: [] },
  quantities: {
    title: "Quantities are kept",
    fields: [{ name: "reference", label: "Texts with the quantities, one on each line", input: "lines" }],
  },
  numbering: { title: "Numbering", fields: [{ name: "mark", label: "Mark", input: "choice", choices: ["1.", "1)", "-"] }] },
  language: {
    title: "Language",
    fields: [{ name: "lang", label: "Language", input: "choice", choices: ["en", "de", "es", "fr", "it", "nl", "pt"] }],
  },
  json: { title: "JSON", fields: [] },
};

/** The value of a constraint's field, as its schema reads it, from what was typed; `undefined` where nothing was. */
export function fieldValue(input: Field["input"], typed: string): unknown {
  const lines = typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return undefined;
  switch (input) {
    case "number":
      return Number(typed);
    case "lines":
      return lines;
    case "pairs":
      return lines.map((line) => line.split(/[\s,<>-]+/).map((place) => Number(place) - 1));
    case "things":
      return lines.map((line) => {
        const [name = "", ...by] = line.split("=").map((part) => part.trim());
        return by.length === 0 ? { name } : { name, by: by.join("=") };
      });
    case "choice":
      return typed;
  }
}
