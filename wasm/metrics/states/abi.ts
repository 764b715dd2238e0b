// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of byte strings (Arrow offsets, i32): item i holds states items[i] .. items[i + 1], state s
// holds bytes states[s] .. states[s + 1]. A prediction is the same with one more entry at its end: its final state
// again, keyed by the rule of gold's final state, because that is compared apart from its position.

/** Columns of one row, each an f64. */
export const PREFIX_MATCH_LENGTH = 0;
export const PREFIX_ACCURACY = 1;
export const SEQUENTIAL_MATCH = 2;
export const FINAL_MATCH = 3;
export const POSITIONWISE_MATCH_RATIO = 4;
export const GOLD_STATES = 5;
export const PREDICTED_STATES = 6;
export const ROW = 7;

/** The single byte of a predicted state that equals nothing, and of a gold state that nothing equals: neither occurs in UTF-8. */
export const PREDICTION_NEVER = 0xff;
export const GOLD_NEVER = 0xfe;
