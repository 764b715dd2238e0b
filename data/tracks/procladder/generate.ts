import type { StatesItem } from "@stepladder/schema";
import { checkedName, type GenerateOptions } from "./options.ts";
import { Random } from "./random.ts";
import { controlled, straight } from "./tasks/index.ts";
import type { TaskType } from "./tasks/task.ts";

/** The difficulty splits with their step counts, both ends included; each spans a factor of four. */
export const splits = [
  { id: "easy", least: 2, most: 8 },
  { id: "medium", least: 9, most: 32 },
  { id: "hard", least: 33, most: 128 },
] as const;

/**
 * Published sets by month; none changes after it is published.
 * 1,800 items are 20 of each type in each split. Release 2026-11, of straight types alone, is the first 1,800 lines of 2,700 items of seed 1.
 */
export const releases = {
  "2026-11b": { seed: 1, items: 1800 },
} as const satisfies Record<string, GenerateOptions>;

/** The release that is built where none is named. */
export const defaultRelease: keyof typeof releases = "2026-11b";

const WORD = 2 ** 32;
const GOLDEN = 0x9e3779b9;

/** Task types that number their items together, from 0 on. */
interface Sequence {
  readonly tasks: readonly TaskType[];
  /** Stands before the number in the ids. */
  readonly letter: string;
  /** Added to an item's number where random numbers are keyed, so that no two items share them. */
  readonly key: number;
}

/** Straight types came first, and keep their ids and problems. */
const sequences: readonly Sequence[] = [
  { tasks: straight, letter: "", key: 0 },
  { tasks: controlled, letter: "f", key: WORD / 2 },
];

/**
 * The items of a seed, type after type (equal prompts lie together, which saves over a third of the file under gzip), within a type by number.
 * An item depends on the seed and its id only, so a smaller set of the same seed is a subset of a larger one, though not its beginning.
 * Throws a RangeError where an option is out of range.
 */
export function* generateItems(options: GenerateOptions): Generator<StatesItem> {
  const { items, seed } = options;
  const name = checkedName(options, WORD / 2);
  let before = 0;
  for (const sequence of sequences) {
    const own = itemsOf(sequence, items, before);
    before += sequence.tasks.length;
    for (let type = 0; type < sequence.tasks.length; type++) {
      for (let index = type; index < own; index += sequence.tasks.length) yield generateItem(sequence, seed, name, index);
    }
  }
}

/** How many of the items are of a sequence: items are dealt out one by one to all types in turn, `before` types having their turn earlier. */
function itemsOf({ tasks }: Sequence, items: number, before: number): number {
  const types = sequences.reduce((sum, sequence) => sum + sequence.tasks.length, 0);
  const last = Math.min(tasks.length, Math.max(0, (items % types) - before));
  return Math.floor(items / types) * tasks.length + last;
}

/** The same items as lines of a JSONL file, each with its line feed. */
export function* itemLines(options: GenerateOptions): Generator<string> {
  for (const item of generateItems(options)) yield `${JSON.stringify(item)}\n`;
}

/** The same items as a system may see them: without start and answers. */
export function* questionLines(options: GenerateOptions): Generator<string> {
  for (const { id, task, split, prompt } of generateItems(options)) yield `${JSON.stringify({ id, task, split, prompt })}\n`;
}

function generateItem(sequence: Sequence, seed: number, name: string, index: number): StatesItem {
  const { task, split, steps } = planItem(sequence.tasks, index);
  const { prompt, init, intermediate, final } = task.makeProblem(new Random(seed, sequence.key + index), steps);
  const id = `pl-${name}-${sequence.letter}${String(index).padStart(5, "0")}`;
  return { id, task: task.id, split, prompt, init, intermediate, final };
}

/**
 * Task type, split and step count of item `index` of some types, the same for every seed, so that sets of different seeds are equally hard.
 * Types alternate; the splits alternate within a row of all types and shift by one from row to row: three rows hold every pair once.
 * Step counts follow multiples of the golden ratio, which fill a range evenly however early they are stopped.
 */
function planItem(tasks: readonly TaskType[], index: number) {
  const place = index % tasks.length;
  const row = Math.floor(index / tasks.length);
  const { id, least, most } = splits[(place + row) % splits.length]!;
  const fraction = Math.imul(index, GOLDEN) >>> 0;
  return { task: tasks[place]!, split: id, steps: least + Math.floor((fraction * (most - least + 1)) / WORD) };
}

/** What `stepladder generate procladder` calls. */
export default { lines: itemLines, questions: questionLines };
