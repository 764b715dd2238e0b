import { TRACE_KINDS, type TraceItem } from "@stepladder/schema";
import { checkedName, type GenerateOptions } from "../procladder/options.ts";
import { Random } from "../procladder/random.ts";
import { type Made, makeProgram, type Size } from "./programs.ts";
import { ask } from "./questions.ts";
import { promptOf } from "./wording.ts";

/** The difficulty splits with the executed lines of their runs. */
export const splits = [
  { id: "easy", least: 8, most: 24, functions: 1, statements: 2 },
  { id: "medium", least: 25, most: 64, functions: 2, statements: 3 },
  { id: "hard", least: 65, most: 160, functions: 3, statements: 5 },
] as const satisfies readonly (Size & { id: TraceItem["split"] })[];

/** Published sets by month; none changes after it is published. 900 items are 60 programs of each split, five questions each. */
export const releases = {
  "2026-11": { seed: 1, items: 900 },
} as const satisfies Record<string, GenerateOptions>;

/** The release that is built where none is named. */
export const defaultRelease: keyof typeof releases = "2026-11";

const WORD = 2 ** 32;

/**
 * The items of a seed, program after program; a program depends on the seed and its number only, so a smaller set is the beginning of a larger one.
 * Throws a RangeError where an option is out of range.
 */
export function* generateItems(options: GenerateOptions): Generator<TraceItem> {
  const name = checkedName(options, WORD);
  for (let number = 0; number * TRACE_KINDS.length < options.items; number++) {
    const left = options.items - number * TRACE_KINDS.length;
    yield* questionsOf(options.seed, name, number).slice(0, left);
  }
}

/** The same items as lines of a JSONL file, each with its line feed. */
export function* itemLines(options: GenerateOptions): Generator<string> {
  for (const item of generateItems(options)) yield `${JSON.stringify(item)}\n`;
}

/** The same items as a system may see them: what to ask it, and no more. */
export function* questionLines(options: GenerateOptions): Generator<string> {
  for (const item of generateItems(options)) {
    yield `${JSON.stringify({ id: item.id, split: item.split, kind: item.kind, prompt: promptOf(item) })}\n`;
  }
}

function questionsOf(seed: number, name: string, number: number): TraceItem[] {
  const { id: split, ...size } = splits[number % splits.length] as (typeof splits)[number];
  const random = new Random(seed, number);
  const made = makeProgram(random, size);
  const run = `sc-${name}-${String(number).padStart(5, "0")}`;
  const shared = { run, split, program: numbered(made), length: made.run.steps.length };
  return TRACE_KINDS.map((kind) => {
    const { question, expected } = ask(kind, made, random);
    const { program, length } = shared;
    return { id: `${run}-${kind}`, run, split, kind, program, question, length, expected };
  });
}

function numbered({ layout: { lines } }: Made): string {
  return lines.map((line, i) => `${String(i + 1).padStart(2)}  ${line}`).join("\n");
}

/** What `stepladder generate stepcode` calls. */
export default { lines: itemLines, questions: questionLines };
