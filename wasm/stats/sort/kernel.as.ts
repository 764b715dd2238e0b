import { DIGITS } from "./abi";

const BITS: u64 = ctz<u64>(DIGITS);
const SIZE: usize = DIGITS;

/** A double as a whole number of the same order: negative ones with all bits turned, others with the sign's. */
function key(bits: u64): u64 {
  return bits ^ (<u64>(<i64>bits >> 63) | 0x8000000000000000);
}

function unkey(bits: u64): u64 {
  return bits ^ (<u64>(<i64>~bits >> 63) | 0x8000000000000000);
}

/**
 * Sorts `n` doubles, none of them NaN, digit by digit from the lowest (radix sort). `scratch` has room for n doubles and DIGITS u32.
 * What no two values differ in is passed over.
 */
export function statsSort(values: usize, n: i32, scratch: usize): void {
  const size = (<usize>n) << 3;
  let all: u64 = -1;
  let any: u64 = 0;
  for (let at: usize = 0; at < size; at += 8) {
    const own = key(load<u64>(values + at));
    store<u64>(values + at, own);
    all &= own;
    any |= own;
  }
  let from = values;
  let to = scratch;
  const starts = scratch + size;
  for (let shift: u64 = 0; shift < 64; shift += BITS) {
    if ((((all ^ any) >> shift) & (SIZE - 1)) == 0) continue;
    scatter(from, to, size, shift, starts);
    const swap = from;
    from = to;
    to = swap;
  }
  for (let at: usize = 0; at < size; at += 8) store<u64>(values + at, unkey(load<u64>(from + at)));
}

/** One digit: counts, where each begins, and every number to its place. */
function scatter(from: usize, to: usize, size: usize, shift: u64, starts: usize): void {
  memory.fill(starts, 0, SIZE << 2);
  for (let at: usize = 0; at < size; at += 8) {
    const digit = starts + ((<usize>((load<u64>(from + at) >> shift) & (SIZE - 1))) << 2);
    store<u32>(digit, load<u32>(digit) + 1);
  }
  let start: u32 = 0;
  for (let digit: usize = 0; digit < SIZE << 2; digit += 4) {
    const count = load<u32>(starts + digit);
    store<u32>(starts + digit, start);
    start += count;
  }
  for (let at: usize = 0; at < size; at += 8) {
    const own = load<u64>(from + at);
    const digit = starts + ((<usize>((own >> shift) & (SIZE - 1))) << 2);
    const place = load<u32>(digit);
    store<u32>(digit, place + 1);
    store<u64>(to + ((<usize>place) << 3), own);
  }
}
