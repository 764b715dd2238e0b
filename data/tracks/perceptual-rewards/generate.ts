import type { FramesItem } from "@stepladder/schema";
import { checkedName, type GenerateOptions } from "../procladder/options.ts";
import { Random } from "../procladder/random.ts";

/** The set that this track's entries are scored on. It does not change. */
export const release = { seed: 1, items: 60 } as const satisfies GenerateOptions;

/** An activity that nobody ever filmed. */
interface Activity {
  readonly id: string;
  /** Features of a frame; some of them tell the step. */
  readonly dims: number;
  readonly telling: number;
  /** Frames in a second. */
  readonly rate: number;
}

const ACTIVITIES: readonly Activity[] = [
  { id: "lantern", dims: 12, telling: 5, rate: 5 },
  { id: "parcel", dims: 20, telling: 7, rate: 10 },
];

/** Steps that a sequence may have: two of them are an activity's first and last one. */
const STEPS = [2, 3] as const;

/** Fewest and most frames of a sequence, both included. */
const LENGTHS = [
  [30, 59],
  [60, 119],
  [120, 239],
  [240, 400],
] as const;

/** A step has at least one of so many parts of its sequence. */
const SHORTEST = 8;
/** Key of an activity's random numbers, beyond those of items. */
const WORLD = 2 ** 31;
/** Features are whole numbers from 0 to this, as if stored in a byte. */
const TOP = 255;
/** Least and largest level of a feature before noise. */
const LEVELS = [40, 215] as const;
/** Largest of the three terms of a feature's noise. */
const NOISE = 20;

/**
 * Sequences of a seed: settings (activity and number of steps) take turns, then lengths. Item i depends on the seed and i only, so a smaller
 * set of the same seed is the beginning of a larger one. Throws a RangeError where an option is out of range.
 */
export function* generateItems(options: GenerateOptions): Generator<FramesItem> {
  const { items, seed } = options;
  const name = checkedName(options, WORLD);
  for (let index = 0; index < items; index++) yield generateItem(seed, name, index);
}

/** The same as lines of a JSONL file, each with its line feed. */
export function* itemLines(options: GenerateOptions): Generator<string> {
  for (const item of generateItems(options)) yield `${JSON.stringify(item)}\n`;
}

/** The same as a system may see them: without cuts, but with the number of steps. */
export function* questionLines(options: GenerateOptions): Generator<string> {
  for (const { cuts, ...item } of generateItems(options)) yield `${JSON.stringify({ ...item, steps: cuts.length + 1 })}\n`;
}

function generateItem(seed: number, name: string, index: number): FramesItem {
  const place = index % (ACTIVITIES.length * STEPS.length);
  const kind = Math.floor(place / STEPS.length);
  const activity = ACTIVITIES[kind] as Activity;
  const steps = STEPS[place % STEPS.length] as number;
  const [least, most] = LENGTHS[Math.floor(index / (ACTIVITIES.length * STEPS.length)) % LENGTHS.length] as (typeof LENGTHS)[number];
  const random = new Random(seed, index);
  const frames = random.between(least, most);
  const cuts = cutsOf(random, frames, steps);
  const levels = levelsOf(new Random(seed, WORLD + kind), activity).filter((_, step) => steps === 3 || step !== 1);
  const features = featuresOf(random, frames, coursesOf(random, activity, frames, cuts, levels));
  return { id: `pr-${name}-${String(index).padStart(5, "0")}`, activity: activity.id, frames, cuts, rate: activity.rate, features };
}

/** Cuts between steps of random lengths, none of them too short. */
function cutsOf(random: Random, frames: number, steps: number): number[] {
  const least = Math.floor(frames / SHORTEST);
  const free = frames - steps * least;
  const shares = random.list(steps - 1, () => random.between(0, free)).sort((a, b) => a - b);
  return shares.map((share, i) => share + (i + 1) * least);
}

/** What each step of an activity looks like: a level for each feature that tells steps apart. */
function levelsOf(random: Random, { telling }: Activity): number[][] {
  return random.list(Math.max(...STEPS), () => random.list(telling, () => random.between(...LEVELS)));
}

/** How one feature goes through a sequence: from level to level, at some frames. */
interface Course {
  readonly changes: readonly number[];
  readonly levels: readonly number[];
}

/** What each feature is before noise. Those that do not tell the step change at moments of their own, as light and background do. */
function coursesOf(
  random: Random,
  { dims, telling }: Activity,
  frames: number,
  cuts: readonly number[],
  levels: readonly number[][],
): Course[] {
  return Array.from({ length: dims }, (_, d) => {
    const shift = random.between(-20, 20);
    if (d < telling) return { changes: cuts, levels: levels.map((own) => (own[d] as number) + shift) };
    const changes = random.list(random.between(0, 2), () => random.below(frames)).sort((a, b) => a - b);
    return { changes, levels: random.list(changes.length + 1, () => random.between(...LEVELS)) };
  });
}

/** Features of all frames: every course goes from one level to the next within some frames about the change, and is noisy. */
function featuresOf(random: Random, frames: number, courses: readonly Course[]): number[][] {
  const width = Math.max(2, Math.floor(frames / 10));
  return Array.from({ length: frames }, (_, frame) =>
    courses.map((course) => {
      const noise = random.list(3, () => random.between(-NOISE, NOISE)).reduce((sum, term) => sum + term, 0);
      return Math.min(TOP, Math.max(0, levelAt(course, frame, width) + noise));
    }),
  );
}

function levelAt({ changes, levels }: Course, frame: number, width: number): number {
  const begun = changes.filter((change) => frame >= change - Math.floor(width / 2));
  const [from, to] = [levels[begun.length - 1], levels[begun.length]];
  const gone = frame - ((begun.at(-1) ?? 0) - Math.floor(width / 2));
  if (from === undefined || gone >= width) return to as number;
  return from + Math.floor((((to as number) - from) * gone) / width);
}

/** What `stepladder generate perceptual-rewards` calls. */
export default { lines: itemLines, questions: questionLines };
