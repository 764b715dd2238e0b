import { WINDOW } from "./abi";

/** What the word that leaves the window of a shingle was multiplied by. */
const FACTOR: u32 = 0x9e3779b1;
const LEAVING: u32 = FACTOR * FACTOR * FACTOR * FACTOR * FACTOR;

/** Takes 32 bits more into a hash. */
export function mixed(hash: u32, bits: u32): u32 {
  const next = (hash ^ bits) * 0x85ebca6b;
  return next ^ (next >> 15);
}

/** Hash of the `length` bytes of a word, four at a time, the last filled up with zeros. */
function wordHash(at: usize, length: u32): u32 {
  let hash: u32 = 0;
  for (; length > 8; length -= 8) {
    hash = mixed(mixed(hash, load<u32>(at)), load<u32>(at, 4));
    at += 8;
  }
  const beyond = <u64>((8 - length) << 3);
  const bytes = (load<u64>(at) << beyond) >> beyond;
  return mixed(mixed(hash, <u32>bytes), <u32>(bytes >> 32));
}

/** Copies 16 bytes with small letters; a bit for each that belongs to a word. */
function letters(from: usize, to: usize): u32 {
  const bytes = v128.load(from);
  const capital = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(65)), i8x16.splat(26));
  const small = v128.or(bytes, v128.and(capital, i8x16.splat(32)));
  v128.store(to, small);
  const letter = i8x16.lt_u(i8x16.sub(small, i8x16.splat(97)), i8x16.splat(26));
  const digit = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10));
  return i8x16.bitmask(v128.or(v128.or(letter, digit), bytes));
}

/** Writes the shingles of a text in the order of its words and says how many they are. `plain` has room for the text and 32 bytes. */
export function shinglesOf(text: usize, length: u32, plain: usize, out: usize): u32 {
  // The words of the window, the oldest first; a rolling sum of them, each times a power of FACTOR.
  let w0: u32 = 0;
  let w1: u32 = 0;
  let w2: u32 = 0;
  let w3: u32 = 0;
  let w4: u32 = 0;
  let sum: u32 = 0;
  let words = 0;
  let to = out;
  let start: u32 = 0;
  let inside: u32 = 0;
  let open = false;
  // One block beyond a text that ends with a block, so that its last word ends too.
  for (let block: u32 = 0; block <= length; block += 16) {
    let word = letters(text + block, plain + block);
    if (length - block < 16) word &= (1 << (length - block)) - 1;
    let edges = (word ^ ((word << 1) | inside)) & 0xffff;
    inside = word >> 15;
    for (; edges != 0; edges &= edges - 1) {
      const edge = block + ctz(edges);
      open = !open;
      if (open) {
        start = edge;
        continue;
      }
      const hash = wordHash(plain + start, edge - start);
      sum = sum * FACTOR + hash - w0 * LEAVING;
      w0 = w1;
      w1 = w2;
      w2 = w3;
      w3 = w4;
      w4 = hash;
      words++;
      if (words < WINDOW) continue;
      store<u32>(to, mixed(sum >> 16, sum));
      to += 4;
    }
  }
  if (words > 0 && words < WINDOW) {
    store<u32>(to, mixed(sum >> 16, sum));
    to += 4;
  }
  return <u32>((to - out) >> 2);
}
