// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of windows (Arrow offsets, i32), starts and ends as f64 columns of their own: the windows of each query, its
// own one first. Kernels take them in pairs, so a list of odd length is followed by its last window again. Beside it stands per query
// whether it is the first of its text (i32, 0 or 1). A query that asks for nothing here has no window. A prediction is whether it
// answers (i32) and a list of segments, best first, start and end side by side (f64, finite); an end may lie before its start.

/** Segments of a prediction that count; those behind them do not. */
export const DEEPEST = 5;

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const ONCE = 2;
/** Four columns each: the first segment at an IoU above .3 and .5, any of the first five above .3 and .5. */
export const HITS = 3;
export const OWN_HITS = 7;
export const IOU = 11;
export const OWN_IOU = 12;
export const ROW = 13;
