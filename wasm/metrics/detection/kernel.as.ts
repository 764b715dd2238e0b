import { NO_GROUP } from "./abi";

/** Digits of the sort: 11, 11 and 10 bits. */
const BUCKETS: i32 = 2048;

function word(column: usize, at: i32): i32 {
  return load<i32>(column + ((<usize>at) << 2));
}

function double(column: usize, at: i32): f64 {
  return load<f64>(column + ((<usize>at) << 3));
}

/** A number as an unsigned one in falling order: the higher the score, the lower the key. */
function keyOf(score: f64): u64 {
  // -0 becomes 0.
  const bits = reinterpret<u64>(score + 0);
  return bits >> 63 ? bits : ~bits & 0x7fffffffffffffff;
}

function digit(entry: u64, pass: i32): i32 {
  return <i32>((entry >> (32 + 11 * pass)) & (BUCKETS - 1));
}

function tally(counts: usize, bucket: i32): void {
  const cell = counts + ((<usize>bucket) << 2);
  store<i32>(cell, load<i32>(cell) + 1);
}

/** Sorts `n` entries by their upper 32 bits, keeping the order of equal ones. `other`: as much room; `counts`: three tables of BUCKETS. */
function radix(entries: usize, n: i32, other: usize, counts: usize): void {
  const end = entries + ((<usize>n) << 3);
  memory.fill(counts, 0, 3 * (BUCKETS << 2));
  for (let at = entries; at < end; at += 8) {
    const entry = load<u64>(at);
    tally(counts, digit(entry, 0));
    tally(counts, BUCKETS + digit(entry, 1));
    tally(counts, 2 * BUCKETS + digit(entry, 2));
  }
  let from = entries;
  let to = other;
  for (let pass = 0; pass < 3; pass++) {
    const own = counts + ((<usize>(pass * BUCKETS)) << 2);
    // All in one bucket: nothing to do.
    if (word(own, digit(load<u64>(from), pass)) == n) continue;
    let before = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const cell = own + ((<usize>bucket) << 2);
      const count = load<i32>(cell);
      store<i32>(cell, before);
      before += count;
    }
    for (let i: usize = 0; i < (<usize>n) << 3; i += 8) {
      const entry = load<u64>(from + i);
      const cell = own + ((<usize>digit(entry, pass)) << 2);
      const place = load<i32>(cell);
      store<i32>(cell, place + 1);
      store<u64>(to + ((<usize>place) << 3), entry);
    }
    const turned = from;
    from = to;
    to = turned;
  }
  if (from != entries) memory.copy(entries, from, (<usize>n) << 3);
}

/** Runs up to so long are sorted by insertion. */
const SHORT: i32 = 32;

/** Puts entries whose upper halves of keys are equal in the order of the lower halves. */
function settle(entries: usize, n: i32, scores: usize, other: usize, counts: usize): void {
  for (let i = 0; i < n; i++) {
    const at = entries + ((<usize>i) << 3);
    const entry = load<u64>(at);
    store<u64>(at, (keyOf(double(scores, <i32>entry)) << 32) | (entry & 0xffffffff));
  }
  if (n > SHORT) {
    radix(entries, n, other, counts);
    return;
  }
  for (let i = 1; i < n; i++) {
    const entry = load<u64>(entries + ((<usize>i) << 3));
    let to = entries + ((<usize>i) << 3);
    for (; to > entries && load<u64>(to - 8) >> 32 > entry >> 32; to -= 8) store<u64>(to, load<u64>(to - 8));
    store<u64>(to, entry);
  }
}

/** Fills `entries` with the numbers of segments, in the lower halves, by falling score; of equal ones the later first. */
function rank(count: i32, scores: usize, entries: usize, other: usize, counts: usize): void {
  for (let i = 0; i < count; i++) {
    const index = count - 1 - i;
    store<u64>(entries + ((<usize>i) << 3), (keyOf(double(scores, index)) & 0xffffffff00000000) | <u64>index);
  }
  if (count == 0) return;
  radix(entries, count, other, counts);
  let start = 0;
  while (start < count) {
    const first = entries + ((<usize>start) << 3);
    const upper = load<u32>(first, 4);
    let end = start + 1;
    while (end < count && load<u32>(entries + ((<usize>end) << 3), 4) == upper) end++;
    if (end - start > 1) settle(first, end - start, scores, other, counts);
    start = end;
  }
}

/**
 * Matches detected segments with gold, threshold by threshold, from the highest score down: each takes the gold segment of its group,
 * not yet found, that it overlaps most, if their tIoU reaches the threshold; of equal ones the later. Writes the numbers of all
 * segments to `ranked`, by class and falling score, and in the same order to `hits` the thresholds that each reached, one bit each.
 * Thresholds are above 0 and ascend. `locks`: room for `lockCount`, which this clears. Layout and scratch: abi.ts.
 */
export function detectionMatch(
  count: i32,
  thresholds: usize,
  thresholdCount: i32,
  goldGroups: usize,
  goldStarts: usize,
  goldEnds: usize,
  groups: usize,
  shifts: usize,
  classes: usize,
  starts: usize,
  ends: usize,
  scores: usize,
  locks: usize,
  lockCount: i32,
  classCount: i32,
  scratch: usize,
  ranked: usize,
  hits: usize,
): void {
  const counts = scratch;
  const entries = counts + 3 * (BUCKETS << 2);
  const other = entries + ((<usize>count) << 3);
  const places = other + ((<usize>count) << 3);
  const overlaps = (places + ((<usize>classCount) << 2) + 7) & ~7;
  rank(count, scores, entries, other, counts);
  placeClasses(count, classes, classCount, places);
  memory.fill(locks, 0, (<usize>lockCount) << 2);
  const least = load<f64>(thresholds);
  for (let r = 0; r < count; r++) {
    const p = load<i32>(entries + ((<usize>r) << 3));
    const group = word(groups, p);
    let bits = 0;
    if (group != NO_GROUP) {
      const start = double(starts, p);
      const end = double(ends, p);
      const near = overlapping(
        start,
        end,
        least,
        goldStarts,
        goldEnds,
        word(goldGroups, group),
        word(goldGroups, group + 1),
        word(shifts, p),
        overlaps,
      );
      if (near > overlaps) bits = take(overlaps, near, thresholds, thresholdCount, locks);
    }
    const place = places + ((<usize>word(classes, p)) << 2);
    const to = (<usize>load<i32>(place)) << 2;
    store<i32>(place, load<i32>(place) + 1);
    store<i32>(ranked + to, p);
    store<i32>(hits + to, bits);
  }
}

/** Where each class begins among all segments. */
function placeClasses(count: i32, classes: usize, classCount: i32, places: usize): void {
  memory.fill(places, 0, (<usize>classCount) << 2);
  for (let p = 0; p < count; p++) {
    const place = places + ((<usize>word(classes, p)) << 2);
    store<i32>(place, load<i32>(place) + 1);
  }
  let before = 0;
  for (let c = 0; c < classCount; c++) {
    const place = places + ((<usize>c) << 2);
    const own = load<i32>(place);
    store<i32>(place, before);
    before += own;
  }
}

/**
 * Writes the overlaps with gold segments `first` to `last` that reach `least`, with their locks behind them (12 bytes each), by falling
 * overlap, of equal ones the later first. Gives the end of what it wrote.
 */
function overlapping(
  start: f64,
  end: f64,
  least: f64,
  goldStarts: usize,
  goldEnds: usize,
  first: i32,
  last: i32,
  shift: i32,
  overlaps: usize,
): usize {
  const length = end - start;
  let near = overlaps;
  for (let s = first; s < last; s++) {
    const goldStart = double(goldStarts, s);
    const goldEnd = double(goldEnds, s);
    const common = (goldEnd < end ? goldEnd : end) - (goldStart > start ? goldStart : start);
    if (common <= 0) continue;
    const overlap = common / (goldEnd - goldStart + length - common);
    if (!(overlap >= least)) continue;
    let to = near;
    for (; to > overlaps && load<f64>(to - 12) <= overlap; to -= 12) {
      store<f64>(to, load<f64>(to - 12));
      store<i32>(to, load<i32>(to - 4), 8);
    }
    store<f64>(to, overlap);
    store<i32>(to, s + shift, 8);
    near += 12;
  }
  return near;
}

/** Takes the first overlap, from `overlaps` to `near`, that reaches each threshold and is not yet taken there; the thresholds as bits. */
function take(overlaps: usize, near: usize, thresholds: usize, thresholdCount: i32, locks: usize): i32 {
  let bits = 0;
  for (let t = 0; t < thresholdCount; t++) {
    const threshold = double(thresholds, t);
    for (let at = overlaps; at < near && load<f64>(at) >= threshold; at += 12) {
      const lock = locks + ((<usize>load<i32>(at, 8)) << 2);
      const found = load<i32>(lock);
      if ((found >> t) & 1) continue;
      store<i32>(lock, found | (1 << t));
      bits |= 1 << t;
      break;
    }
  }
  return bits;
}
