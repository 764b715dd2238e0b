// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold: for each item the number of its steps (i32) and the verdict that it carries (u8). A prediction: a verdict (u8), the number of
// failures that it names (f64), whether it gives steps (u8), the steps as numbers, equal ones where their text is equal (a list each,
// Arrow offsets, i32), and the tokens of the steps as numbers from 0 on (a list each), with a BREAK wherever n-grams must not cross.

/** Verdicts on a procedure. A gold item has one of the first three. */
export const UNJUDGED = 0;
export const NO_FAILURE = 1;
export const HAS_FAILURE = 2;
/** The judge said something that could not be parsed. */
export const NOT_PARSED = 3;

/** Stands between tokens that follow each other in no n-gram. */
export const BREAK = -1;

/** The longest n-grams. */
export const LONGEST = 4;

/** Columns of one row, each an f64. */
export const JUDGED = 0;
export const PARSED = 1;
export const PARSE_FAILED = 2;
export const WITHOUT_FAILURE = 3;
export const FAILURES = 4;
export const COMPARED = 5;
/** Verdict of gold by that of the prediction, row by row, NO_FAILURE before HAS_FAILURE. */
export const CONFUSION = 6;
export const GIVEN = 10;
export const STEPS = 11;
export const COUNT_MISMATCH = 12;
export const DUPLICATE_STEP = 13;
/** Share of the n-grams that repeat an earlier one, for n = 1 and so on, from this column on. */
export const REPETITION = 14;
export const ROW = 18;

/** Words (i32) of a place in the table of n-grams: the n-gram without its last token, that token, the number of the whole, and for whom it was put there. */
export const PLACE = 4;
