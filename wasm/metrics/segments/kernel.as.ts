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

/** Bytes of a run of gold in scratch memory: label, start, end, and bits of the thresholds at which it was hit, each an i32. */
const RUN: usize = 16;
const START: usize = 4;
const END: usize = 8;
const HIT: usize = 12;

/** Labels that a byte can name, each with its bit vector. */
const LABELS: usize = 256;

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + ((<usize>column) << 3), value);
}

/** Where the run of equal frames that begins at `i` ends. */
function runEnd(frames: usize, i: i32, n: i32): i32 {
  const label = load<u8>(frames + i);
  const same = i8x16.splat(<i8>label);
  i++;
  for (; i + 64 <= n; i += 64) {
    const at = frames + i;
    const one = v128.and(i8x16.eq(v128.load(at), same), i8x16.eq(v128.load(at, 16), same));
    const other = v128.and(i8x16.eq(v128.load(at, 32), same), i8x16.eq(v128.load(at, 48), same));
    if (!i8x16.all_true(v128.and(one, other))) break;
  }
  for (; i + 16 <= n; i += 16) {
    const other = i8x16.bitmask(i8x16.ne(v128.load(frames + i), same));
    if (other != 0) return i + ctz(other);
  }
  while (i < n && load<u8>(frames + i) == label) i++;
  return i;
}

/** Writes the runs of a gold video and returns where they end. */
function goldRuns(frames: usize, n: i32, runs: usize): usize {
  for (let i = 0; i < n; runs += RUN) {
    const end = runEnd(frames, i, n);
    store<i32>(runs, load<u8>(frames + i));
    store<i32>(runs, i, START);
    store<i32>(runs, end, END);
    store<i32>(runs, 0, HIT);
    i = end;
  }
  return runs;
}

/** Sets the bit of each gold segment, which background is none, in the vector of its label, and returns how many there are. */
function markLabels(runs: usize, last: usize, vectors: usize, words: usize): i32 {
  let s = 0;
  for (; runs < last; runs += RUN) {
    const label = <usize>load<i32>(runs);
    if (label == 0) continue;
    const word = vectors + ((label * words + <usize>(s >> 6)) << 3);
    store<u64>(word, load<u64>(word) | ((<u64>1) << (s & 63)));
    s++;
  }
  return s;
}

/** Clears the vectors that `markLabels` filled. */
function clearLabels(runs: usize, last: usize, vectors: usize, words: usize): void {
  for (; runs < last; runs += RUN) {
    // a loop: filling a few bytes by call takes longer
    const vector = vectors + ((<usize>load<i32>(runs) * words) << 3);
    for (let w: usize = 0; w < words << 3; w += 8) store<u64>(vector + w, 0);
  }
}

/** Counts of the video at hand: frames right, and gold segments hit at .1, .25 and .5. */
let right: i32 = 0;
let hit10: i32 = 0;
let hit25: i32 = 0;
let hit50: i32 = 0;

/**
 * Holds a predicted run against the gold runs of its label that it overlaps; `from` is one before which all end before it begins. Their
 * common frames are right. A segment is matched with the gold segment that it overlaps most, of equal ones the first, and hits it
 * where it was free; those that it does not overlap reach no threshold.
 */
function matchRun(label: i32, start: i32, end: i32, from: usize, last: usize): void {
  let best: f64 = 0;
  let own: usize = 0;
  for (; from < last && load<i32>(from, START) < end; from += RUN) {
    if (load<i32>(from) != label) continue;
    const goldStart = load<i32>(from, START);
    const goldEnd = load<i32>(from, END);
    const common = min(end, goldEnd) - max(start, goldStart);
    right += common;
    const overlap = <f64>common / <f64>(max(end, goldEnd) - min(start, goldStart));
    if (overlap > best) {
      best = overlap;
      own = from;
    }
  }
  if (label == 0 || best < 0.1) return;
  const reached = best >= 0.5 ? 7 : best >= 0.25 ? 3 : 1;
  const before = load<i32>(own, HIT);
  const fresh = reached & ~before;
  hit10 += fresh & 1;
  hit25 += (fresh >> 1) & 1;
  hit50 += fresh >> 2;
  store<i32>(own, before | reached, HIT);
}

/**
 * One column of Levenshtein's table, a bit per gold segment (Myers 1999, Hyyrö 2003): the vertical differences, up and down, in `state`
 * become those after one more predicted segment. Returns how the distance changes.
 */
function editStep(vector: usize, state: usize, count: i32): i32 {
  let carryUp: u64 = 1;
  let carryDown: u64 = 0;
  let up: u64 = 0;
  let down: u64 = 0;
  for (let left = count; left > 0; left -= 64) {
    const verticalUp = load<u64>(state);
    const verticalDown = load<u64>(state, 8);
    const equal = load<u64>(vector) | carryDown;
    const diagonal = (((equal & verticalUp) + verticalUp) ^ verticalUp) | equal | verticalDown;
    up = verticalDown | ~(diagonal | verticalUp);
    down = diagonal & verticalUp;
    const shiftedUp = (up << 1) | carryUp;
    store<u64>(state, (down << 1) | carryDown | ~(diagonal | shiftedUp));
    store<u64>(state, shiftedUp & diagonal, 8);
    carryUp = up >> 63;
    carryDown = down >> 63;
    state += 16;
    vector += 8;
  }
  const last = (count - 1) & 63;
  return <i32>((up >> last) & 1) - <i32>((down >> last) & 1);
}

/**
 * Measures `count` predicted videos against their gold (layout in abi.ts) and writes one row each to `rows`. Scratch memory for each frame
 * of the longest gold video: RUN_BYTES at `runs` and VECTOR_BYTES at `vectors`, and each SCRATCH_BYTES more.
 */
export function segmentsMatch(
  count: i32,
  goldStarts: usize,
  goldFrames: usize,
  items: usize,
  predStarts: usize,
  predFrames: usize,
  runs: usize,
  vectors: usize,
  rows: usize,
): void {
  // Vectors are 0 up to here.
  let cleared = vectors;
  for (let p = 0; p < count; p++) {
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const n = load<i32>(item, 4) - load<i32>(item);
    const starts = predStarts + ((<usize>p) << 2);
    const pred = predFrames + <usize>load<i32>(starts);
    const m = load<i32>(starts, 4) - load<i32>(starts);

    const last = goldRuns(goldFrames + <usize>load<i32>(item), n, runs);
    const words = (<usize>(last - runs) / RUN + 63) >> 6;
    const end = vectors + ((LABELS * words) << 3);
    if (end > cleared) {
      memory.fill(cleared, 0, end - cleared);
      cleared = end;
    }
    const goldCount = markLabels(runs, last, vectors, words);
    for (let at = last; at < last + (words << 4); at += 16) {
      store<u64>(at, ~(<u64>0));
      store<u64>(at, 0, 8);
    }

    let distance = goldCount;
    let predicted = 0;
    let from = runs;
    right = 0;
    hit10 = 0;
    hit25 = 0;
    hit50 = 0;
    for (let i = 0; i < m; ) {
      const stop = runEnd(pred, i, m);
      const label: i32 = load<u8>(pred + i);
      if (label != 0) {
        predicted++;
        distance += editStep(vectors + ((<usize>label * words) << 3), last, goldCount);
      }
      while (from < last && load<i32>(from, END) <= i) from += RUN;
      matchRun(label, i, stop, from, last);
      i = stop;
    }
    if (goldCount == 0) distance = predicted;
    clearLabels(runs, last, vectors, words);

    const longer = max(goldCount, predicted);
    const row = rows + ((<usize>(p * ROW)) << 3);
    put(row, FRAMES, n);
    put(row, FRAMES_RIGHT, right);
    put(row, EDIT_SIMILARITY, longer == 0 ? 1 : 1 - <f64>distance / <f64>longer);
    put(row, SEGMENTS_PREDICTED, predicted);
    put(row, SEGMENTS_GOLD, goldCount);
    put(row, HITS_10, hit10);
    put(row, HITS_25, hit25);
    put(row, HITS_50, hit50);
    put(row, COUNT_ERROR, abs(predicted - goldCount));
  }
}
