import {
  ACYCLIC,
  CLOSURE_F1,
  CLOSURE_GOLD,
  CLOSURE_HITS,
  CLOSURE_PREDICTED,
  EDGE_F1,
  EDGE_GOLD,
  EDGE_HITS,
  EDGE_PRECISION,
  EDGE_PREDICTED,
  EDGE_RECALL,
  ORDER_KEPT,
  ORDER_PAIRS,
  REDUCTION_F1,
  REDUCTION_GOLD,
  REDUCTION_HITS,
  REDUCTION_PREDICTED,
  ROW,
  UNKNOWN_NODES,
} from "./abi";
import { fill, hits, overlap, sizeA, sizeB, strideOf } from "./bits.as";
import { close } from "./close.as";

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + ((<usize>column) << 3), value);
}

/** The share, or 0 of nothing, as the official scorer has it. */
function share(part: i32, whole: i32): f64 {
  return whole == 0 ? 0 : <f64>part / <f64>whole;
}

/** F1 of what `overlap` counted last, in the operations and the order of the official scorer. */
function f1(): f64 {
  if (hits == 0) return 0;
  const precision = share(hits, sizeB);
  const recall = share(hits, sizeA);
  return (2 * precision * recall) / (precision + recall);
}

/** Writes hits, sizes and F1 of what `overlap` counted last. */
function putOverlap(row: usize, ofHits: i32, ofPredicted: i32, ofGold: i32, ofF1: i32): void {
  put(row, ofHits, hits);
  put(row, ofPredicted, sizeB);
  put(row, ofGold, sizeA);
  put(row, ofF1, f1());
}

/** Of the pairs of steps that a closure orders, how often executions did both, and how often in that order. */
function putOrder(row: usize, n: i32, stride: usize, closure: usize, cells: usize): void {
  let pairs = 0;
  let kept = 0;
  for (let u = 0; u < n; u++) {
    for (let w: usize = 0; w < stride; w += 8) {
      for (let rest = load<u64>(closure + <usize>u * stride + w); rest != 0; rest &= rest - 1) {
        const v = ((<i32>w) << 3) + <i32>ctz(rest);
        if (v >= n) continue;
        const before = load<i32>(cells + ((<usize>(u * n + v)) << 2));
        pairs += before + load<i32>(cells + ((<usize>(v * n + u)) << 2));
        kept += before;
      }
    }
  }
  put(row, ORDER_PAIRS, pairs);
  put(row, ORDER_KEPT, kept);
}

/**
 * Measures `count` predicted graphs against their gold (layout in abi.ts) and writes one row each to `rows`, but for the columns of
 * `graphsEdits`. `scratch`: MATRICES of the largest number of nodes.
 */
export function graphsMatch(
  count: i32,
  goldNodes: usize,
  goldStarts: usize,
  goldArcs: usize,
  orderStarts: usize,
  orders: usize,
  items: usize,
  predNodes: usize,
  predStarts: usize,
  predArcs: usize,
  scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const at = (<usize>p) << 2;
    const item = (<usize>load<i32>(items + at)) << 2;
    const n = load<i32>(goldNodes + item);
    const nodes = load<i32>(predNodes + at);
    const stride = strideOf(nodes);
    const size = <usize>nodes * stride;
    const words = <i32>(size >> 3);
    const gold = scratch;
    const goldClosure = gold + size;
    const goldReduction = goldClosure + size;
    const pred = goldReduction + size;
    const closure = pred + size;
    const reduction = closure + size;
    const spare = reduction + size;
    fill(gold, nodes, stride, goldStarts + item, goldArcs);
    fill(pred, nodes, stride, predStarts + at, predArcs);
    close(nodes, stride, gold, goldClosure, goldReduction, spare);
    const acyclic = close(nodes, stride, pred, closure, reduction, spare);

    const row = rows + ((<usize>(p * ROW)) << 3);
    overlap(words, gold, pred);
    putOverlap(row, EDGE_HITS, EDGE_PREDICTED, EDGE_GOLD, EDGE_F1);
    put(row, EDGE_PRECISION, share(hits, sizeB));
    put(row, EDGE_RECALL, share(hits, sizeA));
    overlap(words, goldClosure, closure);
    putOverlap(row, CLOSURE_HITS, CLOSURE_PREDICTED, CLOSURE_GOLD, CLOSURE_F1);
    overlap(words, goldReduction, reduction);
    putOverlap(row, REDUCTION_HITS, REDUCTION_PREDICTED, REDUCTION_GOLD, REDUCTION_F1);
    put(row, ACYCLIC, acyclic ? 1 : 0);
    put(row, UNKNOWN_NODES, nodes - n);
    const cells = load<i32>(orderStarts + item);
    const known = load<i32>(orderStarts + item, 4) > cells;
    putOrder(row, known ? n : 0, stride, closure, orders + ((<usize>cells) << 2));
  }
}
export { graphsEdits } from "./edits.as";
