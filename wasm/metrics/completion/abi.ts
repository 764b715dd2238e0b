// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of lists of i32 (Arrow offsets): item i has references items[i] .. items[i + 1], reference r holds
// steps starts[r] .. starts[r + 1]. A prediction is a list of steps. Steps are numbers from 0 to 63, and a prediction has at most
// 64 of them: its places are the bits of one word.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const ACCURACY = 2;
export const EDIT_DISTANCE = 3;
export const SIMILAR_STEPS = 4;
export const SIMILARITY = 5;
export const BLEU = 6;
export const ROW = 7;

/** Steps that there can be, and the most that a prediction can have. */
export const STEPS = 64;
/** Bytes to work in: a word of places per step, and the terms of an exact sum. */
export const SCRATCH = 64 * 8 + 4 * 8;
