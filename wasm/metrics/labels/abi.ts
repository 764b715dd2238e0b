// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of steps (Arrow offsets, i32): item i holds steps items[i] .. items[i + 1], each an index (i32,
// ascending within its item) and the class of its label (u8); a byte for each item tells whether it counts in totals (1) or
// stands apart (0). A prediction is a list of labels: the index of the step that
// its key names (i32, NO_STEP where no gold step can have that key), the number that its key is where errors are put in
// order (i32, NO_ORDER where it is none), and the class of the label (u8).

/** Classes of labels: a step that is incorrect or harmful (-1), neutral (0), correct and effective (1), or any other integer. */
export const INCORRECT = 0;
export const NEUTRAL = 1;
export const CORRECT = 2;
export const OTHER = 3;
/** Classes that a prediction may have; gold has the first three. */
export const CLASSES = 4;

/** Gold steps have indices from 0 on. */
export const NO_STEP = -1;
/** Higher than every number that orders errors. */
export const NO_ORDER = 0x7fffffff;
/** The place of the first error where there is none; an error under the key "-1" cannot be told from it, as officially. */
export const NO_ERROR = -1;

/** Columns of one row, each an f64. */
export const STEPS = 0;
export const STEPS_ANSWERED = 1;
export const STEP_MATCHES = 2;
export const EXACT_MATCH = 3;
export const FIRST_ERROR_MATCH = 4;
export const ANSWERED = 5;
export const ANSWERED_FIRST_ERROR_MATCH = 6;
export const GOLD_ERROR_FREE = 7;
export const GOLD_ERRONEOUS = 8;
export const PREDICTED_ERROR_FREE = 9;
/** Gold steps of each class, from this column on. */
export const GOLD_OF_CLASS = 10;
/** Gold class by predicted class, row by row: steps of gold class g labelled as p stand in column CONFUSION + g * CLASSES + p. */
export const CONFUSION = 13;
/** 1 where the first error of an item that has one is found at its very step. */
export const FIRST_ERROR_FOUND = 25;
/** 1 where an item without an error is called so, by labels none of which is an error. */
export const ERROR_FREE_FOUND = 26;
/** 1 where the step of gold's first error has a label, and where that label is incorrect, whatever the steps before it got. */
export const FIRST_ERROR_ANSWERED = 27;
export const FIRST_ERROR_FLAGGED = 28;
/** Labels for steps that gold does not have: those of class correct, and the others. */
export const STRAY_CORRECT = 29;
export const STRAY_OTHER = 30;
/** 1 where the item counts in totals, and where it stands apart. */
export const COUNTED = 31;
export const APART = 32;
export const ROW = 33;
