// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Graphs are lists of arcs (Arrow offsets, i32): graph i has arcs starts[i] .. starts[i + 1], each an i32 of before << 16 | after.
// Nodes of gold are numbered along its order, 0 first; those that only a prediction has follow them. An item's order
// cells, orders[orderStarts[i]] on, are a square of its gold nodes: cell (u, v) counts the observed executions in
// which u was first done before v. An item without executions has none.

/** Columns of one row, each an f64. */
export const EDGE_HITS = 0;
export const EDGE_PREDICTED = 1;
export const EDGE_GOLD = 2;
export const EDGE_PRECISION = 3;
export const EDGE_RECALL = 4;
export const EDGE_F1 = 5;
export const CLOSURE_HITS = 6;
export const CLOSURE_PREDICTED = 7;
export const CLOSURE_GOLD = 8;
export const CLOSURE_F1 = 9;
export const REDUCTION_HITS = 10;
export const REDUCTION_PREDICTED = 11;
export const REDUCTION_GOLD = 12;
export const REDUCTION_F1 = 13;
export const ACYCLIC = 14;
export const ORDER_PAIRS = 15;
export const ORDER_KEPT = 16;
export const EDIT_DISTANCE = 17;
export const EDIT_LOWER_BOUND = 18;
export const EDIT_EXACT = 19;
export const UNKNOWN_NODES = 20;
export const ROW = 21;

/** Nodes that a graph may have; gold and prediction together have at most twice as many. */
export const MOST_NODES = 512;

/** Nodes up to which edit distance is searched for: a set of them is one word. */
export const EDIT_NODES = 64;

/** Pairs of nodes that the search for one edit distance may try: some ten milliseconds on graphs of 20 nodes. */
export const EDIT_BUDGET = 200000;

/** Bit matrices, nodes x nodes, that the host hands in as scratch memory: three of each graph, and one that cycles need. */
export const MATRICES = 7;

/** Bytes of scratch memory behind the matrices: room for the search (search.as.ts), or for two columns of counts. */
export const SEARCH_BYTES = 69888;
