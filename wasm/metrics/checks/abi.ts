// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Procedures are lists of steps, and steps lists of words by number (Arrow offsets, i32). The steps that constraints name are lists of
// words of the same numbers, and groups are lists of these: steps of one group are matched to different steps of a procedure.

/** From this token F1 on a step of a procedure is held for the step that a constraint names. */
export const MATCH_FROM = 0.6;
/** From this share of word pairs in common on two steps are near-duplicates. */
export const TWIN_FROM = 0.8;

/** Score of a step with the same words in the same order, above every F1. */
export const EQUAL = 2;
/** No step. */
export const NONE = -1;
