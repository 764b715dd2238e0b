import type { Baseline, ExactPrediction, TraceItem } from "@stepladder/schema";

type TraceBaseline = Baseline<TraceItem, ExactPrediction>;

/** The most common answer among gold's, by kind of question; of equal ones the first in gold's order. */
function mostCommon(items: Iterable<TraceItem>): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { kind, expected } of items) {
    const own = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, own.set(expected, (own.get(expected) ?? 0) + 1));
  }
  return new Map([...counts].map(([kind, own]) => [kind, [...own].reduce((best, one) => (one[1] > best[1] ? one : best))[0]]));
}

/** Whether the line begins a block, or a function. */
const heads = (line: string): boolean => line.endsWith(":");

/** What somebody would say who reads the program once from top to bottom: no loop comes back, no branch is passed over, no function is called. */
function straightThrough({ kind, program, question }: TraceItem): string {
  const lines = program.split("\n").map((line) => line.slice(4));
  const asked = Number(/line (\d+)/.exec(question)?.[1]);
  switch (kind) {
    case "covered":
      return "yes";
    case "next":
      return String(asked + 1);
    case "steps":
      return String(lines.filter((line) => !line.startsWith("def ") && line.trim() !== "else:").length);
    case "value":
      return lastNumber(lines[asked - 1] ?? "");
    case "output": {
      const name = lines.at(-1)?.split(" ")[1];
      return lastNumber(lines.findLast((line) => !heads(line) && line.trim().startsWith(`${name} = `)) ?? "");
    }
  }
}

/** The last number that stands in a line, 0 where there is none. */
function lastNumber(line: string): string {
  return line.match(/\d+/g)?.at(-1) ?? "0";
}

/** Answers without carrying anything out. */
export const baselines: readonly TraceBaseline[] = [
  {
    id: "empty",
    title: "Empty answer",
    about: "Answers with an empty text.",
    fit: () => () => ({ text: "" }),
  },
  {
    id: "most-common",
    title: "Most common answer",
    about: "Gives each kind of question the answer that is most common in gold: what may be had without reading the program.",
    fit: (items) => {
      const answers = mostCommon(items);
      return ({ kind }) => ({ text: answers.get(kind) ?? "" });
    },
  },
  {
    id: "straight-through",
    title: "Straight through",
    about:
      "Reads the program once from top to bottom: every line is executed, the next line is the one below, the number of steps is that of the lines, and a value is the last number of the line that sets it.",
    fit: () => (item) => ({ text: straightThrough(item) }),
  },
  {
    id: "zero-and-no",
    title: "Nothing happens",
    about: "Says no, 0 and end: no line is executed, every value is 0, and the run is over.",
    fit:
      () =>
      ({ kind }) => ({ text: { covered: "no", value: "0", next: "end", output: "0", steps: "0" }[kind] }),
  },
];
