// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of lists of lists of i32 (Arrow offsets): item i has observed paths items[i] .. items[i + 1], path p holds steps
// starts[p] .. starts[p + 1]. A prediction is a list of edges, two i32 each: from and to. Steps are numbers from 0 to 63, so that a
// row of a graph is one word; an edge with a number below 0 is one to or from a step that gold does not know, each its own.

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
/** Three columns each: against the transitions that more than 5, 10 and 20 % of the paths have. */
export const PRECISION = 2;
export const RECALL = 5;
export const F1 = 8;
export const TRANSITION_COVERAGE = 11;
export const PATH_ACCEPTANCE = 12;
/** Three columns each: in both graphs, in the predicted one, in the observed one. */
export const OPTIONAL = 13;
export const INTERCHANGEABLE = 16;
export const ROW = 19;

/** Steps that there can be. */
export const STEPS = 64;
/** Bytes to work in: a count per pair of steps, two graphs of a word per step. */
export const SCRATCH = 64 * 64 * 4 + 2 * 64 * 8;
