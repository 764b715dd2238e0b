import { Random } from "../../data/tracks/procladder/random.ts";

const SEED = 55;
/** As many videos as Breakfast has, and labels. */
const VIDEOS = 1712;
const LABELS = 48;
/** Segments of a video. */
const LEAST = 3;
const MOST = 11;
/** Frames of a video: most are of some two thousand, a few are of several times that. */
const SHORTEST = 400;

/** Frames of a video as the kernel takes them: a byte for each label, none of them background. */
export interface FramesPair {
  readonly gold: Uint8Array;
  readonly predicted: Uint8Array;
}

/** Videos of the size of Breakfast: 3.67 million frames in all. */
export function breakfastSized(): FramesPair[] {
  return Array.from({ length: VIDEOS }, (_, i) => {
    const random = new Random(SEED, i);
    const frames = SHORTEST + random.below(2400) + (random.chance(1, 4) ? random.below(4335) : 0);
    const gold = goldOf(frames, LEAST + random.below(MOST - LEAST + 1), random);
    return { gold, predicted: disturbed(gold, random) };
  });
}

function goldOf(frames: number, segments: number, random: Random): Uint8Array {
  const gold = new Uint8Array(frames);
  const cuts = Array.from({ length: segments - 1 }, () => 1 + random.below(frames - 1)).sort((a, b) => a - b);
  let last = 0;
  for (const [s, start] of [0, ...cuts].entries()) {
    last = 1 + ((last + random.below(LABELS - 1)) % LABELS);
    gold.fill(last, start, cuts[s] ?? frames);
  }
  return gold;
}

/** A fifth of the segments with another label, borders moved, and short pieces of other labels in a third of them. */
function disturbed(gold: Uint8Array, random: Random): Uint8Array {
  const predicted = gold.slice();
  let start = 0;
  for (let end = 1; end <= gold.length; end++) {
    if (end < gold.length && gold[end] === gold[start]) continue;
    const length = end - start;
    if (random.chance(1, 5)) predicted.fill(1 + random.below(LABELS), start, end);
    predicted.fill(predicted[end - 1] as number, end, end + random.below(1 + Math.ceil(length / 6)));
    for (let pieces = 0; pieces < 4 && random.chance(7, 20); pieces++) {
      const at = start + random.below(length);
      predicted.fill(1 + random.below(LABELS), at, at + 1 + random.below(Math.ceil(length / 7)));
    }
    start = end;
  }
  return predicted;
}
