import type { StatesItem } from "@stepladder/schema";
import { checkedName, type GenerateOptions } from "./options.ts";
import { Random } from "./random.ts";
import { tasks } from "./tasks/index.ts";

/** The difficulty splits with their step counts, both ends included; each spans a factor of four. */
export const splits = [
  { id: "easy", least: 2, most: 8 },
  { id: "medium", least: 9, most: 32 },
  { id: "hard", least: 33, most: 128 },
] as const;

/**
 * Published sets by month; none changes after it is published.
 * 1,800 items are 30 of each type in each split, the most that stay below 400 KB as gzipped JSONL.
 */
export const releases = {
  "2026-11": { seed: 1, items: 1800 },
} as const satisfies Record<string, GenerateOptions>;

/** The release that is built where none is named. */
export const defaultRelease: keyof typeof releases = "2026-11";

const WORD = 2 ** 32;
const GOLDEN = 0x9e3779b9;

/**
 * The items of a seed, type after type (equal prompts lie together, which saves over a third of the file under gzip), within a type by number.
 * Item i depends on the seed and i only, so a smaller set of the same seed is a subset of a larger one, though not its beginning.
 * Throws a RangeError where an option is out of range.
 */
export function* generateItems(options: GenerateOptions): Generator<StatesItem> {
  const { items, seed } = options;
  const name = checkedName(options, WORD);
  for (let type = 0; type < tasks.length; type++) {
    for (let index = type; index < items; index += tasks.length) yield generateItem(seed, name, index);
  }
}

/** The same items as lines of a JSONL file, each with its line feed. */
export function* itemLines(options: GenerateOptions): Generator<string> {
  for (const item of generateItems(options)) yield `${JSON.stringify(item)}\n`;
}

/** The same items as a system may see them: without start and answers. */
export function* questionLines(options: GenerateOptions): Generator<string> {
  for (const { id, task, split, prompt } of generateItems(options)) yield `${JSON.stringify({ id, task, split, prompt })}\n`;
}

function generateItem(seed: number, name: string, index: number): StatesItem {
  const { task, split, steps } = planItem(index);
  const { prompt, init, intermediate, final } = task.makeProblem(new Random(seed, index), steps);
  const id = `pl-${name}-${String(index).padStart(5, "0")}`;
  return { id, task: task.id, split, prompt, init, intermediate, final };
}

/**
 * Task type, split and step count of item `index`, the same for every seed, so that sets of different seeds are equally hard.
 * Types alternate; the splits alternate within a row of all types and shift by one from row to row: three rows hold every pair once.
 * Step counts follow multiples of the golden ratio, which fill a range evenly however early they are stopped.
 */
function planItem(index: number) {
  const place = index % tasks.length;
  const row = Math.floor(index / tasks.length);
  const { id, least, most } = splits[(place + row) % splits.length]!;
  const fraction = Math.imul(index, GOLDEN) >>> 0;
  return { task: tasks[place]!, split: id, steps: least + Math.floor((fraction * (most - least + 1)) / WORD) };
}

/** What `stepladder generate procladder` calls. */
export default { lines: itemLines, questions: questionLines };
