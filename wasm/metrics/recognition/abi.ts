// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold and predictions are lists of completions (Arrow offsets): the step (i32) and when it was done (f64), in order of time; a
// prediction also tells whether there is one. Steps are numbers from 0 to STEPS - 1.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
/** Procedure order similarity, F1 and mean delay as IndustReal's code has them. */
export const POS = 2;
export const F1 = 3;
export const DELAY = 4;
/** Completions of gold, completions named, and pairs of both of which the named one is not early; the delays of these together. */
export const WANTED = 5;
export const NAMED = 6;
export const HITS = 7;
export const WAIT = 8;
export const ROW = 9;

export const STEPS = 128;
/** Completions of one recording, in gold or named, at most. */
export const MOST = 256;

/** Where nothing was recognised IndustReal's code takes a delay of 100 frames, which are 10 seconds of its recordings. */
export const NO_DELAY = 10;

/** Bytes to work in: a table of edits with a border of two, last rows by step, delays and marks by completion. */
export const SCRATCH = (MOST + 2) * (MOST + 2) * 4 + STEPS * 4 + MOST * 8 + MOST * 4;
