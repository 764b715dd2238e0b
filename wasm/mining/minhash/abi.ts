// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Text i is the UTF-8 bytes starts[i] .. starts[i + 1] (u32 offsets). A word is a run of ASCII letters and digits and of bytes from 0x80
// on; capital ASCII letters count as small ones. A shingle is WINDOW words in a row as one u32, a text of fewer words is one shingle, and
// a text without words has none.
//
// Permutation p turns shingle x into x * coefficients[p] + coefficients[PERMUTATIONS + p] (u32, the former odd). The smallest of a text's
// permuted shingles, ROWS permutations at a time, make the BANDS keys (u32) of its sketch. Texts that share a key in the same band are
// suspects: at Jaccard similarity s of their shingles that happens with probability 1 - (1 - s^ROWS)^BANDS, which is .9998 at .8.

/** Words of a shingle. */
export const WINDOW = 5;

export const BANDS = 16;
export const ROWS = 4;
export const PERMUTATIONS = 64;

/** Twin of a text that has none; a slot that holds nothing. */
export const NO_TWIN = 0xffffffff;

/** Bytes of a slot of a table: a key and what it belongs to. Tables have a power of two of them. */
export const SLOT = 8;

/** Bytes of scratch memory beside a text's copy and its shingles, of which there is one for every two bytes at most. */
export const SPARE = 64;
