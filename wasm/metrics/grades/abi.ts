// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of grades (Arrow offsets, i32): item i has the steps starts[i] .. starts[i + 1], each with a grade (i32, from 0
// on) or UNGRADED; and a flag each (u8) that is 1 where the trajectory reached its goal. A prediction has a verdict (u8), a flag (u8)
// that is 1 where it grades steps at all, and a list of grades of the same form, step by step. Grades beyond gold's steps are not read.

export const UNGRADED = -1;

/** A step is held for correct from this grade on: above 5. */
export const CORRECT_FROM = 6;
/** The highest grade of the scale. */
export const HIGHEST = 10;

/** Verdicts on a trajectory. */
export const NO_VERDICT = 0;
export const FAILURE = 1;
export const SUCCESS = 2;

/** Columns of one row, each an f64. */
export const JUDGED = 0;
export const SUCCEEDED = 1;
/** Steps of a trajectory that is graded, and those of them with a grade. */
export const STEPS = 2;
export const GRADED = 3;
/** Steps of a successful trajectory that is graded, then those with a grade of 0, 1, ... HIGHEST at least. */
export const SUCCESSFUL_STEPS = 4;
export const AT_LEAST = 5;
/** Steps with a grade here and in gold, and of those: */
export const COMPARED = 16;
export const BOTH_CORRECT = 17;
export const GOLD_CORRECT = 18;
export const OWN_CORRECT = 19;
export const EXACT = 20;
export const DISTANCE = 21;
/** Sums of gold's grades, of those here, of the squares of both, and of the products. */
export const GOLD_SUM = 22;
export const OWN_SUM = 23;
export const GOLD_SQUARES = 24;
export const OWN_SQUARES = 25;
export const PRODUCTS = 26;
export const ROW = 27;
