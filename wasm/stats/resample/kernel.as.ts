import { nextState, stateAt, wordAt } from "../../lib/random.as";
import { PANEL } from "./abi";

/** The clusters of one draw as a list: the low half of a word before the high one; `n` behind the last, up to a multiple of 4. */
function listDraw(state: u64, n: i32, list: usize): void {
  const end = list + ((<usize>n) << 2);
  const size = i32x4.splat(n);
  for (let at = list; at < end; at += 16) {
    const halves = i64x2(wordAt(state), wordAt(nextState(state)));
    state = nextState(nextState(state));
    const low = i64x2.extmul_low_i32x4_u(halves, size);
    const high = i64x2.extmul_high_i32x4_u(halves, size);
    v128.store(at, v128.shuffle<i32>(low, high, 1, 3, 5, 7));
  }
  for (let i = n; (i & 3) != 0; i++) store<u32>(list + ((<usize>i) << 2), n);
}

function countOne(counts: usize, cluster: u64): void {
  const at = counts + <usize>cluster;
  store<u8>(at, load<u8>(at) + 1);
}

/** The same as counts of each cluster. They stay below 256 for any number of clusters that there can be: a count is Poisson, mean 1. */
function countDraw(state: u64, n: i32, counts: usize): void {
  for (let i = 1; i < n; i += 2) {
    const word = wordAt(state);
    state = nextState(state);
    countOne(counts, ((word & 0xffffffff) * <u64>n) >> 32);
    countOne(counts, ((word >> 32) * <u64>n) >> 32);
  }
  if (n & 1) countOne(counts, ((wordAt(state) & 0xffffffff) * <u64>n) >> 32);
}

function countList(list: usize, n: i32, counts: usize): void {
  const end = list + ((<usize>n) << 2);
  for (let at = list; at < end; at += 4) countOne(counts, <u64>load<u32>(at));
}

/** Cuts counts into planes of their bits, lowest first, one after the other; returns how many there are, at least 3. */
function cutPlanes(counts: usize, room: usize, planes: usize): i32 {
  let any = i8x16.splat(0);
  for (let c: usize = 0; c < room; c += 16) any = v128.or(any, v128.load(counts + c));
  let number = 3;
  while (number < 8 && v128.any_true(i8x16.shr_u(any, number))) number++;
  for (let p = 0; p < number; p++) {
    const plane = planes + <usize>p * (room >> 3);
    for (let c: usize = 0; c < room; c += 16) store<u16>(plane + (c >> 3), <u16>i8x16.bitmask(i8x16.shl(v128.load(counts + c), 7 - p)));
  }
  return number;
}

/** Sum of counts over the clusters whose bit is set. */
function bitSum(bits: usize, planes: usize, number: i32, size: usize): i64 {
  let ones: i64 = 0;
  let twos: i64 = 0;
  let fours: i64 = 0;
  const second = planes + size;
  const third = second + size;
  for (let at: usize = 0; at < size; at += 8) {
    const own = load<u64>(bits + at);
    ones += popcnt(own & load<u64>(planes + at));
    twos += popcnt(own & load<u64>(second + at));
    fours += popcnt(own & load<u64>(third + at));
  }
  let sum = ones + (twos << 1) + (fours << 2);
  for (let p = 3; p < number; p++) {
    const plane = planes + <usize>p * size;
    let more: i64 = 0;
    for (let at: usize = 0; at < size; at += 8) more += popcnt(load<u64>(bits + at) & load<u64>(plane + at));
    sum += more << p;
  }
  return sum;
}

/**
 * Sums of a panel over the clusters listed. Four partial sums take them in turn, then (1 + 2) + (3 + 4): the order is fixed, and no
 * column's sum depends on the others.
 */
function panelSums(panel: usize, list: usize, n: i32, sums: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const end = list + ((<usize>n) << 2);
  for (let at = list; at < end; at += 16) {
    const first = panel + ((<usize>load<u32>(at)) << 5);
    const second = panel + ((<usize>load<u32>(at, 4)) << 5);
    const third = panel + ((<usize>load<u32>(at, 8)) << 5);
    const fourth = panel + ((<usize>load<u32>(at, 12)) << 5);
    a0 = f64x2.add(a0, v128.load(first));
    b0 = f64x2.add(b0, v128.load(first, 16));
    a1 = f64x2.add(a1, v128.load(second));
    b1 = f64x2.add(b1, v128.load(second, 16));
    a2 = f64x2.add(a2, v128.load(third));
    b2 = f64x2.add(b2, v128.load(third, 16));
    a3 = f64x2.add(a3, v128.load(fourth));
    b3 = f64x2.add(b3, v128.load(fourth, 16));
  }
  v128.store(sums, f64x2.add(f64x2.add(a0, a1), f64x2.add(a2, a3)));
  v128.store(sums, f64x2.add(f64x2.add(b0, b1), f64x2.add(b2, b3)), 16);
}

/** Sums of every column over the clusters of draws `from` to `from + draws - 1` of a seed (layout in abi.ts). */
export function statsBootstrap(
  seed: f64,
  from: i32,
  draws: i32,
  clusters: i32,
  room: usize,
  bits: usize,
  bitColumns: i32,
  panels: usize,
  panelCount: i32,
  scratch: usize,
  sums: usize,
): void {
  const counts = scratch + (room << 2);
  const planes = counts + room;
  const words = <u64>((clusters + 1) >> 1);
  for (let draw = 0; draw < draws; draw++) {
    const state = stateAt(seed, <u64>(from + draw) * words);
    if (panelCount > 0) listDraw(state, clusters, scratch);
    if (bitColumns > 0) {
      memory.fill(counts, 0, room);
      if (panelCount > 0) countList(scratch, clusters, counts);
      else countDraw(state, clusters, counts);
      const number = cutPlanes(counts, room, planes);
      for (let c = 0; c < bitColumns; c++) {
        store<f64>(sums, <f64>bitSum(bits + <usize>c * (room >> 3), planes, number, room >> 3));
        sums += 8;
      }
    }
    for (let p = 0; p < panelCount; p++) {
      panelSums(panels + ((<usize>p * <usize>(clusters + 1)) << 5), scratch, clusters, sums);
      sums += PANEL << 3;
    }
  }
}

/** Sums of two columns over the clusters whose bit is set. */
function swappedSums(words: usize, room: usize, column: usize, sums: usize): void {
  const width = room << 3;
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  for (let at: usize = 0; at < room; at += 64) {
    const word = i64x2.splat(load<u64>(words + (at >> 3)));
    let first = i64x2(1, 2);
    let second = i64x2(4, 8);
    const end = column + ((at + 64) << 3);
    for (let own = column + (at << 3); own < end; own += 32) {
      const mask = i64x2.eq(v128.and(word, first), first);
      const next = i64x2.eq(v128.and(word, second), second);
      a0 = f64x2.add(a0, v128.and(mask, v128.load(own)));
      a1 = f64x2.add(a1, v128.and(next, v128.load(own, 16)));
      b0 = f64x2.add(b0, v128.and(mask, v128.load(own + width)));
      b1 = f64x2.add(b1, v128.and(next, v128.load(own + width, 16)));
      first = i64x2.shl(first, 4);
      second = i64x2.shl(second, 4);
    }
  }
  storeSum(sums, f64x2.add(a0, a1));
  storeSum(sums + 8, f64x2.add(b0, b1));
}

function storeSum(at: usize, lanes: v128): void {
  store<f64>(at, f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1));
}

/** Sums of every column over the clusters swapped in draws `from` to `from + draws - 1` of a seed: those whose random bit is 1. */
export function statsSwaps(
  seed: f64,
  from: i32,
  draws: i32,
  clusters: i32,
  room: usize,
  columns: usize,
  columnCount: i32,
  scratch: usize,
  sums: usize,
): void {
  const words = <u64>((clusters + 63) >> 6);
  for (let draw = 0; draw < draws; draw++) {
    let state = stateAt(seed, <u64>(from + draw) * words);
    for (let w: usize = 0; w < <usize>words; w++) {
      store<u64>(scratch + (w << 3), wordAt(state));
      state = nextState(state);
    }
    for (let c = 0; c < columnCount; c += 2) {
      swappedSums(scratch, room, columns + ((<usize>c * room) << 3), sums);
      sums += 16;
    }
  }
}
