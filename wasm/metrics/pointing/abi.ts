// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of queries (Arrow offsets, i32): item i asks queries items[i] .. items[i + 1], and query q has windows
// starts[q] .. starts[q + 1], each two f64: its first and its last second. A prediction is a list of points (i32 offsets, f64
// seconds), one per query of its item; NaN, or a list that ends before, is no answer.
//
// An assignment takes costs, T rows of K f32, and writes T i32: the step (1 .. K) that each frame shows, 0 where none.

/** Columns of one row, each an f64. */
export const QUERIES = 0;
export const ANSWERED = 1;
export const HITS = 2;
export const ROW = 3;

/** Steps that an assignment may have: what was decided in a frame is one word, and there is a place before the first step. */
export const MOST_STEPS = 63;

/** Bytes of scratch memory for an assignment: so many for each frame, and for two rows of sums. */
export const FRAME_BYTES = 16;
export const SUMS_BYTES = 2048;
