import { BANDS, NO_TWIN, PERMUTATIONS, SLOT } from "./abi";
import { mixed, shinglesOf } from "./shingles.as";

export { minhashTwins } from "./twins.as";

// Near-duplicates by MinHash (Broder 1997) with banding (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, section 3.4).

const KEYS: usize = BANDS << 2;

/** One key of a sketch, from four smallest values. */
function key(smallest: v128): u32 {
  const first = mixed(mixed(0, i32x4.extract_lane(smallest, 0)), i32x4.extract_lane(smallest, 1));
  return mixed(mixed(first, i32x4.extract_lane(smallest, 2)), i32x4.extract_lane(smallest, 3));
}

/** A shingle, four times the same, permuted four ways. */
function permuted(x: v128, coefficients: usize): v128 {
  return i32x4.add(i32x4.mul(x, v128.load(coefficients)), v128.load(coefficients, PERMUTATIONS << 2));
}

function sketch(shingles: usize, count: u32, coefficients: usize, keys: usize): void {
  const end = shingles + ((<usize>count) << 2);
  // Sixteen permutations at a time stay in registers.
  for (let p: usize = 0; p < KEYS; p += 16) {
    const own = coefficients + (p << 2);
    let a = i32x4.splat(-1);
    let b = a;
    let c = a;
    let d = a;
    for (let at = shingles; at < end; at += 4) {
      const x = v128.load32_splat(at);
      a = i32x4.min_u(a, permuted(x, own));
      b = i32x4.min_u(b, permuted(x, own + 16));
      c = i32x4.min_u(c, permuted(x, own + 32));
      d = i32x4.min_u(d, permuted(x, own + 48));
    }
    store<u32>(keys + p, key(a));
    store<u32>(keys + p, key(b), 4);
    store<u32>(keys + p, key(c), 8);
    store<u32>(keys + p, key(d), 12);
  }
}

/** Sketches of texts (layout in abi.ts). `scratch` has room for three times the longest text and SPARE bytes. */
export function minhashSketch(count: u32, texts: usize, starts: usize, coefficients: usize, scratch: usize, sketches: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const start = load<u32>(starts + ((<usize>i) << 2));
    const length = load<u32>(starts + ((<usize>i) << 2), 4) - start;
    const shingles = scratch + ((<usize>length + 47) & ~15);
    sketch(shingles, shinglesOf(texts + start, length, scratch, shingles), coefficients, sketches + <usize>i * KEYS);
  }
}

/** Shingles of texts, one list after the other, and where each begins (u32, count + 1). `scratch` has room for the longest text and SPARE bytes. */
export function minhashShingles(count: u32, texts: usize, starts: usize, scratch: usize, shingles: usize, lists: usize): void {
  let all: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const start = load<u32>(starts + ((<usize>i) << 2));
    store<u32>(lists + ((<usize>i) << 2), all);
    all += shinglesOf(texts + start, load<u32>(starts + ((<usize>i) << 2), 4) - start, scratch, shingles + ((<usize>all) << 2));
  }
  store<u32>(lists + ((<usize>count) << 2), all);
}

/** Sets a mark (u8, 0 before) for each sketch that shares a key with another. `table` has `slots` of SLOT bytes, twice as many as sketches at least. */
export function minhashSuspects(count: u32, sketches: usize, slots: u32, table: usize, marks: usize): void {
  for (let band: usize = 0; band < KEYS; band += 4) {
    memory.fill(table, 255, <usize>slots * SLOT);
    for (let i: u32 = 0; i < count; i++) {
      const own = load<u32>(sketches + <usize>i * KEYS + band);
      let slot = own & (slots - 1);
      let at = table + <usize>slot * SLOT;
      while (load<u32>(at) != NO_TWIN && load<u32>(at, 4) != own) {
        slot = (slot + 1) & (slots - 1);
        at = table + <usize>slot * SLOT;
      }
      const other = load<u32>(at);
      if (other == NO_TWIN) {
        store<u32>(at, i);
        store<u32>(at, own, 4);
      } else {
        store<u8>(marks + other, 1);
        store<u8>(marks + i, 1);
      }
    }
  }
}
