import {
  COUNT_ERROR,
  EDIT_SIMILARITY,
  FRAMES,
  FRAMES_RIGHT,
  HITS_10,
  HITS_25,
  HITS_50,
  ROW,
  SEGMENTS_GOLD,
  SEGMENTS_PREDICTED,
} from "./abi";

/** Bytes of a gold segment in scratch memory: label, start, end, and bits of the thresholds at which it was hit, each an i32. */
const SEGMENT: usize = 16;
const START: usize = 4;
const END: usize = 8;
const HIT: usize = 12;

/** Labels that a byte can name, each with its bit vector. */
const LABELS: usize = 256;

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + ((<usize>column) << 3), value);
}

/** Frames with the same label in both, 16 at a time. */
function framesRight(gold: usize, pred: usize, n: i32): i32 {
  let right = 0;
  let i = 0;
  while (i + 16 <= n) {
    let sums = i8x16.splat(0);
    // a byte counts up to 255
    const stop = min(n - 15, i + 255 * 16);
    for (; i < stop; i += 16) sums = i8x16.sub(sums, i8x16.eq(v128.load(gold + i), v128.load(pred + i)));
    const wide = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(sums));
    right += i32x4.extract_lane(wide, 0) + i32x4.extract_lane(wide, 1) + i32x4.extract_lane(wide, 2) + i32x4.extract_lane(wide, 3);
  }
  for (; i < n; i++) if (load<u8>(gold + i) == load<u8>(pred + i)) right++;
  return right;
}

/** Where the run of equal frames that begins at `i` ends. */
function runEnd(frames: usize, i: i32, n: i32): i32 {
  const label = load<u8>(frames + i);
  const same = i8x16.splat(<i8>label);
  i++;
  for (; i + 16 <= n; i += 16) {
    const other = i8x16.bitmask(i8x16.ne(v128.load(frames + i), same));
    if (other != 0) return i + ctz(other);
  }
  while (i < n && load<u8>(frames + i) == label) i++;
  return i;
}

/** Writes the segments of a gold video, background left out, and returns how many they are. */
function goldSegments(frames: usize, n: i32, segments: usize): i32 {
  let at = segments;
  for (let i = 0; i < n; ) {
    const end = runEnd(frames, i, n);
    const label: i32 = load<u8>(frames + i);
    if (label != 0) {
      store<i32>(at, label);
      store<i32>(at, i, START);
      store<i32>(at, end, END);
      store<i32>(at, 0, HIT);
      at += SEGMENT;
    }
    i = end;
  }
  return <i32>((at - segments) / SEGMENT);
}

/** Hits of the video at hand. */
let hit10: i32 = 0;
let hit25: i32 = 0;
let hit50: i32 = 0;

/**
 * Matches a predicted segment with the gold segment of its label that it overlaps most, of equal ones the first; those that it does
 * not overlap reach no threshold. `from`: a gold segment before which all end before it begins. Counts hits where gold's was free.
 */
function matchSegment(label: i32, start: i32, end: i32, from: usize, last: usize): void {
  let best: f64 = 0;
  let own: usize = 0;
  for (; from < last && load<i32>(from, START) < end; from += SEGMENT) {
    if (load<i32>(from) != label) continue;
    const goldStart = load<i32>(from, START);
    const goldEnd = load<i32>(from, END);
    const overlap = <f64>(min(end, goldEnd) - max(start, goldStart)) / <f64>(max(end, goldEnd) - min(start, goldStart));
    if (overlap > best) {
      best = overlap;
      own = from;
    }
  }
  if (best < 0.1) return;
  const reached = best >= 0.5 ? 7 : best >= 0.25 ? 3 : 1;
  const before = load<i32>(own, HIT);
  const fresh = reached & ~before;
  hit10 += fresh & 1;
  hit25 += (fresh >> 1) & 1;
  hit50 += fresh >> 2;
  store<i32>(own, before | reached, HIT);
}

/** Sets the bit of each gold segment in the vector of its label; a vector has `words` words. */
function markLabels(segments: usize, count: i32, vectors: usize, words: usize): void {
  memory.fill(vectors, 0, LABELS * words * 8);
  for (let s = 0; s < count; s++) {
    const label = <usize>load<i32>(segments + <usize>s * SEGMENT);
    const at = vectors + (label * words + (<usize>s >> 6)) * 8;
    store<u64>(at, load<u64>(at) | ((<u64>1) << (s & 63)));
  }
}

/**
 * One column of Levenshtein's table, a bit per gold segment (Myers 1999, Hyyrö 2003): the vertical differences, up and down, in `state`
 * become those after one more predicted segment. Returns how the distance changes.
 */
function editStep(vector: usize, words: usize, state: usize, count: i32): i32 {
  let carryUp: u64 = 1;
  let carryDown: u64 = 0;
  let up: u64 = 0;
  let down: u64 = 0;
  const lastBit = (count - 1) & 63;
  for (let w: usize = 0; w < words; w++) {
    const at = state + (w << 4);
    const verticalUp = load<u64>(at);
    const verticalDown = load<u64>(at, 8);
    const equal = load<u64>(vector + (w << 3)) | carryDown;
    const diagonal = (((equal & verticalUp) + verticalUp) ^ verticalUp) | equal | verticalDown;
    up = verticalDown | ~(diagonal | verticalUp);
    down = diagonal & verticalUp;
    const shiftedUp = (up << 1) | carryUp;
    const shiftedDown = (down << 1) | carryDown;
    carryUp = up >> 63;
    carryDown = down >> 63;
    store<u64>(at, shiftedDown | ~(diagonal | shiftedUp));
    store<u64>(at, shiftedUp & diagonal, 8);
  }
  return <i32>((up >> lastBit) & 1) - <i32>((down >> lastBit) & 1);
}

/**
 * Measures `count` predicted videos against their gold (layout in abi.ts) and writes one row each to `rows`. `scratch`: FRAME_BYTES for
 * each frame of the longest gold video, and SCRATCH_BYTES.
 */
export function segmentsMatch(
  count: i32,
  goldStarts: usize,
  goldFrames: usize,
  items: usize,
  predStarts: usize,
  predFrames: usize,
  scratch: usize,
  rows: usize,
): void {
  const segments = (scratch + 15) & ~15;
  for (let p = 0; p < count; p++) {
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const gold = goldFrames + <usize>load<i32>(item);
    const n = load<i32>(item, 4) - load<i32>(item);
    const starts = predStarts + ((<usize>p) << 2);
    const pred = predFrames + <usize>load<i32>(starts);
    const m = load<i32>(starts, 4) - load<i32>(starts);

    const goldCount = goldSegments(gold, n, segments);
    const last = segments + <usize>goldCount * SEGMENT;
    const words = <usize>(goldCount + 63) >> 6;
    const vectors = last;
    const state = vectors + LABELS * words * 8;
    markLabels(segments, goldCount, vectors, words);
    for (let w: usize = 0; w < words; w++) {
      store<u64>(state + (w << 4), ~(<u64>0));
      store<u64>(state + (w << 4), 0, 8);
    }

    let distance = goldCount;
    let predicted = 0;
    let from = segments;
    hit10 = 0;
    hit25 = 0;
    hit50 = 0;
    for (let i = 0; i < m; ) {
      const end = runEnd(pred, i, m);
      const label: i32 = load<u8>(pred + i);
      if (label != 0) {
        predicted++;
        if (goldCount > 0) distance += editStep(vectors + <usize>label * words * 8, words, state, goldCount);
        while (from < last && load<i32>(from, END) <= i) from += SEGMENT;
        matchSegment(label, i, end, from, last);
      }
      i = end;
    }
    if (goldCount == 0) distance = predicted;

    const longer = max(goldCount, predicted);
    const row = rows + ((<usize>(p * ROW)) << 3);
    put(row, FRAMES, n);
    put(row, FRAMES_RIGHT, framesRight(gold, pred, min(n, m)));
    put(row, EDIT_SIMILARITY, longer == 0 ? 1 : 1 - <f64>distance / <f64>longer);
    put(row, SEGMENTS_PREDICTED, predicted);
    put(row, SEGMENTS_GOLD, goldCount);
    put(row, HITS_10, hit10);
    put(row, HITS_25, hit25);
    put(row, HITS_50, hit50);
    put(row, COUNT_ERROR, abs(predicted - goldCount));
  }
}
