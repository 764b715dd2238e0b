// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// A set of frames is a list of words of 32 frames each, frame 0 in the lowest bit of the first word; words beyond its end are 0.
// Gold is a list of lists of sets (Arrow offsets, i32): item i has the sets items[i] .. items[i + 1], one for each step in order, set s
// has the words starts[s] .. starts[s + 1]. Predictions are laid out so as well, with a flag each that says whether there is an answer.
//
// Features are rows of f64, one row for each frame, with a row's dimensions side by side and a 0 behind them where their number is odd.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ASKED_2 = 1;
export const ASKED_3 = 2;
export const ANSWERED = 3;
export const JACCARD = 4;
export const JACCARD_1 = 5;
export const ROW = 8;

/** Steps that have a figure of their own. */
export const NUMBERED = 3;

/** What one sequence may ask of the search for splits: frames times frames times dimensions, some seconds. */
export const SPLIT_WORK = 4e9;
