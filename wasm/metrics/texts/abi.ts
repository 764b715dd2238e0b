// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold and predictions are lists of texts (Arrow offsets, i32; UTF-8). An item that asks for no text has an empty one.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const MATCH = 2;
export const STRICT = 3;
export const ROW = 4;
