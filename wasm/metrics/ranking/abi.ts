// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of i32 (Arrow offsets): the relevant candidates of each item, each once. A prediction is either a
// list of candidates, best first, or a score per candidate, as f32 and as f64; both are lists of lists, and one of the two is empty. A candidate
// that gold does not know is any number below 0: it holds its place and is never relevant.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const RECIPROCAL_RANK = 2;
/** Three columns each: at 1, 3 and 5. */
export const ACCURACY = 3;
export const RECALL = 6;
export const PRECISION = 9;
export const F1 = 12;
export const NDCG = 15;
export const ROW = 18;

/** Place of a candidate that a prediction does not rank. */
export const UNRANKED = 0x7fffffff;
