import { EDIT_DISTANCE, EDIT_EXACT, EDIT_LOWER_BOUND, EDIT_NODES, ROW } from "./abi";
import { fill, hits, overlap, sizeA, sizeB, strideOf } from "./bits.as";
import { finished, search } from "./search.as";

/** The number of arcs out of each node, added to, or taken from, the numbers of nodes with more than t of them. */
function tallyOut(nodes: i32, stride: usize, matrix: usize, counts: usize, step: i32): void {
  for (let u = 0; u < nodes; u++) {
    const row = matrix + <usize>u * stride;
    let degree: u64 = 0;
    for (let w: usize = 0; w < stride; w += 8) degree += popcnt(load<u64>(row + w));
    tally(<i32>degree, counts, step);
  }
}

/** The same for arcs into each node. `degrees` has room for an i32 each. */
function tallyIn(nodes: i32, stride: usize, matrix: usize, counts: usize, step: i32, degrees: usize): void {
  memory.fill(degrees, 0, (<usize>nodes) << 2);
  for (let u = 0; u < nodes; u++) {
    for (let w: usize = 0; w < stride; w += 8) {
      for (let rest = load<u64>(matrix + <usize>u * stride + w); rest != 0; rest &= rest - 1) {
        const at = degrees + (((w << 3) + <usize>ctz(rest)) << 2);
        store<i32>(at, load<i32>(at) + 1);
      }
    }
  }
  for (let u = 0; u < nodes; u++) tally(load<i32>(degrees + ((<usize>u) << 2)), counts, step);
}

function tally(degree: i32, counts: usize, step: i32): void {
  for (let t = 0; t < degree; t++) {
    const at = counts + ((<usize>t) << 2);
    store<i32>(at, load<i32>(at) + step);
  }
}

function sumOfAbsolutes(nodes: i32, counts: usize): i32 {
  let sum = 0;
  for (let t = 0; t < nodes; t++) sum += abs(load<i32>(counts + ((<usize>t) << 2)));
  return sum;
}

/**
 * Arcs that differ under any mapping, at least: a node's arcs out differ by the difference of their numbers, and nodes matched in
 * order of these numbers differ least; the same for arcs in. What differs is odd or even as the sum of all arcs is.
 */
function leastDiffering(nodes: i32, stride: usize, gold: usize, prediction: usize, arcs: i32, scratch: usize): i32 {
  const bytes = (<usize>nodes) << 2;
  memory.fill(scratch, 0, bytes);
  tallyOut(nodes, stride, gold, scratch, 1);
  tallyOut(nodes, stride, prediction, scratch, -1);
  const out = sumOfAbsolutes(nodes, scratch);
  memory.fill(scratch, 0, bytes);
  tallyIn(nodes, stride, gold, scratch, 1, scratch + bytes);
  tallyIn(nodes, stride, prediction, scratch, -1, scratch + bytes);
  const least = max(out, sumOfAbsolutes(nodes, scratch));
  return least + ((least ^ arcs) & 1);
}

/**
 * Writes the columns of edit distance between the shapes of `count` predicted graphs and their gold (layout in abi.ts). `budget`:
 * pairs of nodes that each search may try; where it does not come to its end, the distance is the least found. Without a search it is
 * that of the graphs as their nodes are named. `scratch`: MATRICES of the largest number of nodes, and SEARCH_BYTES.
 */
export function graphsEdits(
  count: i32,
  goldNodes: usize,
  goldStarts: usize,
  goldArcs: usize,
  items: usize,
  predNodes: usize,
  predStarts: usize,
  predArcs: usize,
  budget: i32,
  scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const at = (<usize>p) << 2;
    const item = (<usize>load<i32>(items + at)) << 2;
    const n = load<i32>(goldNodes + item);
    const nodes = load<i32>(predNodes + at);
    const stride = strideOf(nodes);
    const gold = scratch;
    const pred = gold + <usize>nodes * stride;
    const free = pred + <usize>nodes * stride;
    fill(gold, nodes, stride, goldStarts + item, goldArcs);
    fill(pred, nodes, stride, predStarts + at, predArcs);
    overlap(<i32>((<usize>nodes * stride) >> 3), gold, pred);
    const arcs = sizeA + sizeB;
    let found = arcs - 2 * hits;
    let least = leastDiffering(nodes, stride, gold, pred, arcs, free);
    if (least < found && nodes <= EDIT_NODES) {
      found = search(n, gold, nodes, pred, found, budget, free);
      if (finished) least = found;
    }
    const added = nodes - n;
    const row = rows + ((<usize>(p * ROW)) << 3);
    store<f64>(row + (EDIT_DISTANCE << 3), found + added);
    store<f64>(row + (EDIT_LOWER_BOUND << 3), least + added);
    store<f64>(row + (EDIT_EXACT << 3), least == found ? 1 : 0);
  }
}
