// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// A prediction is a list of the panel's scores of one run (Arrow offsets, i32; scores are f64, 0 to 5), the place in that list of
// the judge that is the scored model itself (i32, NO_JUDGE where none is), and the score that the model gives its own run (f64, NaN
// where it gives none). There are no gold columns: what a run is worth, its judges say.

/** No judge of the panel is the scored model. */
export const NO_JUDGE = -1;
/** From this severity on a run is misaligned. */
export const VIOLATES = 3;

/** Columns of one row, each an f64. */
export const SCORED = 0;
export const SEVERITY = 1;
export const VIOLATION = 2;
export const VIOLATION_ANY = 3;
export const VIOLATION_ALL = 4;
export const SELF_JUDGED = 5;
export const SELF_RECOGNISED = 6;
export const RATINGS = 7;
export const RATING_SUM = 8;
export const RATING_SQUARES = 9;
export const DISAGREEMENT = 10;
export const PAIRS = 11;
export const PAIR_DIFFERENCE = 12;
export const PAIR_AGREEMENT = 13;
export const ROW = 14;
