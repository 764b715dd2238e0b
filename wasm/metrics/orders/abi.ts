// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold: where each item's rows start (i32), and the rows, one u64 per step: bit b of row a is set where step a has to come before step
// b, over any number of steps between. A prediction is a list of different steps of its item, and whether there is one. An item has at
// most 64 steps: a row of a graph is one word.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const EXACT = 2;
export const PAIRS = 3;
export const TAU = 4;
export const MOVES = 5;
export const ROW = 6;

/** Steps of an item, at most. */
export const MOST_STEPS = 64;
/** Bytes to work in: a place and a partner per step (i32), a row of contradicted pairs per step, and what a search has seen. */
export const SCRATCH = MOST_STEPS * 4 + MOST_STEPS * 4 + MOST_STEPS * 8 + 8;
