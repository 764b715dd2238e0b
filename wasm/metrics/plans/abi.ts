// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold and predictions are lists of i32 (Arrow offsets): item i has actions starts[i] .. starts[i + 1], in the order in which they are
// done. An item that asks for no plan has none.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const POSITIONS = 2;
export const RIGHT = 3;
export const SUCCESS = 4;
export const FIRST = 5;
export const LAST = 6;
export const IOU = 7;
export const ROW = 8;

/** The most actions of a plan: which of them are different is found by comparing each with each. */
export const MOST_ACTIONS = 512;
