// Exact graph edit distance by branch and bound, for graphs of up to 64 nodes without labels (abi.ts: EDIT_NODES).
//
// With unit costs some cheapest edit maps every node of the smaller graph, gold, to a node of the other: mapping two nodes never
// costs more than deleting one and inserting the other. What is left is to find the mapping under which fewest arcs differ. Gold's
// nodes are mapped one by one, those with most arcs to mapped ones first; arcs that differ change by two from one mapping to
// another, so a branch goes on only where it can be better by two.

/** Where the search keeps its columns in scratch memory: sets of nodes (u64) and counts (i32). */
const GOLD_OUT: usize = 0;
const GOLD_IN: usize = 512;
const PRED_OUT: usize = 1024;
const PRED_IN: usize = 1536;
/** Earlier nodes that a swap with which changes nothing. */
const PRED_TWINS: usize = 2048;
/** The last earlier node of that kind, or -1. */
const GOLD_TWIN: usize = 2560;
const MAP: usize = 2816;
const PLACE: usize = 3072;
/** Nodes not yet mapped that have at least t + 1 arcs among each other, by t; of gold for each depth. */
const PRED_OUT_COUNTS: usize = 3328;
const PRED_IN_COUNTS: usize = 3584;
const GOLD_OUT_COUNTS: usize = 3840;
const GOLD_IN_COUNTS: usize = 20480;
/** For each depth: cost and bound of every node that may be mapped to next. */
const COSTS: usize = 37120;
const BOUNDS: usize = 53504;
const COUNTS: usize = 256;

let base: usize = 0;
let goldNodes: i32 = 0;
let everyPred: u64 = 0;
let mostArcs: i32 = 0;
let best: i32 = 0;
let left: i32 = 0;

function set(column: usize, i: i32): u64 {
  return load<u64>(base + column + ((<usize>i) << 3));
}

function count(column: usize, i: i32): i32 {
  return load<i32>(base + column + ((<usize>i) << 2));
}

function bits(set: u64): i32 {
  return <i32>popcnt(set);
}

/** All nodes from `i` on. */
function from(i: i32): u64 {
  return i >= 64 ? 0 : ~(<u64>0) << i;
}

function tally(columns: usize, degree: i32): void {
  for (let t = 0; t < degree; t++) {
    const at = base + columns + ((<usize>t) << 2);
    store<i32>(at, load<i32>(at) + 1);
  }
}

/** Counts the arcs that the nodes of `free` have among each other. */
function tallyFree(free: u64, out: usize, into: usize, outCounts: usize, inCounts: usize): void {
  // not memory.fill: a call costs more than these few stores
  for (let t: usize = 0; t < (<usize>mostArcs) << 2; t += 4) {
    store<i32>(base + outCounts + t, 0);
    store<i32>(base + inCounts + t, 0);
  }
  for (let rest = free; rest != 0; rest &= rest - 1) {
    const v = <i32>ctz(rest);
    tally(outCounts, bits(set(out, v) & free));
    tally(inCounts, bits(set(into, v) & free));
  }
}

/** Arcs beyond those between mapped nodes that must differ, with gold's nodes below `depth` mapped to the nodes of `used`. */
function bound(depth: i32, used: u64): i32 {
  const freeGold = from(depth);
  const freePred = everyPred & ~used;
  let differ = 0;
  for (let u = 0; u < depth; u++) {
    const v = count(MAP, u);
    differ += abs(bits(set(GOLD_OUT, u) & freeGold) - bits(set(PRED_OUT, v) & freePred));
    differ += abs(bits(set(GOLD_IN, u) & freeGold) - bits(set(PRED_IN, v) & freePred));
  }
  tallyFree(freePred, PRED_OUT, PRED_IN, PRED_OUT_COUNTS, PRED_IN_COUNTS);
  let out = 0;
  let into = 0;
  const gold = <usize>depth * COUNTS;
  for (let t = 0; t < mostArcs; t++) {
    out += abs(count(PRED_OUT_COUNTS, t) - count(GOLD_OUT_COUNTS + gold, t));
    into += abs(count(PRED_IN_COUNTS, t) - count(GOLD_IN_COUNTS + gold, t));
  }
  return differ + max(out, into);
}

/** Maps gold's node `depth` to each free node in turn, the most promising first. `cost`: arcs that differ so far. */
function expand(depth: i32, used: u64, cost: i32): void {
  const earlier = ~from(depth);
  let out: u64 = 0;
  let into: u64 = 0;
  for (let rest = set(GOLD_OUT, depth) & earlier; rest != 0; rest &= rest - 1) out |= (<u64>1) << count(MAP, <i32>ctz(rest));
  for (let rest = set(GOLD_IN, depth) & earlier; rest != 0; rest &= rest - 1) into |= (<u64>1) << count(MAP, <i32>ctz(rest));
  const free = everyPred & ~used;
  const twin = count(GOLD_TWIN, depth);
  const allowed = twin < 0 ? free : free & ~(((<u64>2) << count(MAP, twin)) - 1);
  const costs = base + COSTS + ((<usize>depth) << 8);
  const bounds = base + BOUNDS + ((<usize>depth) << 8);
  let open: u64 = 0;
  for (let rest = allowed; rest != 0; rest &= rest - 1) {
    const v = <i32>ctz(rest);
    if ((set(PRED_TWINS, v) & free) != 0) continue;
    if (left == 0) return;
    left--;
    const bit = (<u64>1) << v;
    const loop = bits(set(PRED_OUT, v) & bit);
    const now = cost + bits(out ^ (set(PRED_OUT, v) & used)) + bits(into ^ (set(PRED_IN, v) & used)) + loop;
    store<i32>(base + MAP + ((<usize>depth) << 2), v);
    const least = now + bound(depth + 1, used | bit);
    if (least > best - 2) continue;
    open |= bit;
    store<i32>(costs + ((<usize>v) << 2), now);
    store<i32>(bounds + ((<usize>v) << 2), least);
  }
  // With all nodes mapped the bound is the cost itself.
  while (open != 0) {
    let next = <i32>ctz(open);
    for (let rest = open; rest != 0; rest &= rest - 1) {
      const v = <i32>ctz(rest);
      if (load<i32>(bounds + ((<usize>v) << 2)) < load<i32>(bounds + ((<usize>next) << 2))) next = v;
    }
    const least = load<i32>(bounds + ((<usize>next) << 2));
    if (least > best - 2) return;
    open &= ~((<u64>1) << next);
    store<i32>(base + MAP + ((<usize>depth) << 2), next);
    if (depth + 1 == goldNodes) best = least;
    else expand(depth + 1, used | ((<u64>1) << next), load<i32>(costs + ((<usize>next) << 2)));
    if (left == 0) return;
  }
}

/** Gold's nodes in the order of the search: most arcs to those before, then most arcs, then the first. */
function arrange(gold: usize): void {
  let chosen: u64 = 0;
  for (let k = 0; k < goldNodes; k++) {
    let best = -1;
    let most = -1;
    for (let v = 0; v < goldNodes; v++) {
      if (((chosen >> v) & 1) != 0) continue;
      const out = load<u64>(gold + ((<usize>v) << 3));
      const into = set(GOLD_IN, v);
      const weight = (bits(out & chosen) + bits(into & chosen)) * 128 + bits(out) + bits(into);
      if (weight <= most) continue;
      most = weight;
      best = v;
    }
    chosen |= (<u64>1) << best;
    store<i32>(base + PLACE + ((<usize>best) << 2), k);
  }
}

/** The predecessors of each node. */
function invert(nodes: i32, out: usize, into: usize): void {
  memory.fill(into, 0, (<usize>nodes) << 3);
  for (let u = 0; u < nodes; u++) {
    for (let rest = load<u64>(out + ((<usize>u) << 3)); rest != 0; rest &= rest - 1) {
      const at = into + ((<usize>ctz(rest)) << 3);
      store<u64>(at, load<u64>(at) | ((<u64>1) << u));
    }
  }
}

function takeGold(gold: usize): void {
  invert(goldNodes, gold, base + GOLD_IN);
  arrange(gold);
  memory.fill(base + GOLD_OUT, 0, 512);
  for (let u = 0; u < goldNodes; u++) {
    let moved: u64 = 0;
    for (let rest = load<u64>(gold + ((<usize>u) << 3)); rest != 0; rest &= rest - 1) moved |= (<u64>1) << count(PLACE, <i32>ctz(rest));
    store<u64>(base + GOLD_OUT + ((<usize>count(PLACE, u)) << 3), moved);
  }
  invert(goldNodes, base + GOLD_OUT, base + GOLD_IN);
  for (let u = 0; u < goldNodes; u++) {
    let twin = -1;
    for (let w = 0; w < u; w++) if (set(GOLD_OUT, w) == set(GOLD_OUT, u) && set(GOLD_IN, w) == set(GOLD_IN, u)) twin = w;
    store<i32>(base + GOLD_TWIN + ((<usize>u) << 2), twin);
  }
}

function takePrediction(prediction: usize, nodes: i32): void {
  memory.copy(base + PRED_OUT, prediction, (<usize>nodes) << 3);
  invert(nodes, base + PRED_OUT, base + PRED_IN);
  everyPred = ~from(nodes);
  for (let v = 0; v < nodes; v++) {
    let twins: u64 = 0;
    for (let w = 0; w < v; w++) {
      if (set(PRED_OUT, w) == set(PRED_OUT, v) && set(PRED_IN, w) == set(PRED_IN, v)) twins |= (<u64>1) << w;
    }
    store<u64>(base + PRED_TWINS + ((<usize>v) << 3), twins);
  }
}

/** Most arcs that a node of either graph has in one direction. */
function degree(nodes: i32): i32 {
  let most = 0;
  for (let u = 0; u < nodes; u++) {
    if (u < goldNodes) most = max(most, max(bits(set(GOLD_OUT, u)), bits(set(GOLD_IN, u))));
    most = max(most, max(bits(set(PRED_OUT, u)), bits(set(PRED_IN, u))));
  }
  return most;
}

/** Whether the last search came to its end: then what it found is the least. */
export let finished: bool = false;

/**
 * The least number of arcs that differ under any mapping of the gold nodes to the `nodes` of the prediction, below `known`, which some
 * mapping has; `known` itself where there is none. Stops once `budget` pairs of nodes were tried and gives the best found.
 */
export function search(n: i32, gold: usize, nodes: i32, prediction: usize, known: i32, budget: i32, scratch: usize): i32 {
  base = scratch;
  goldNodes = n;
  best = known;
  left = budget;
  takeGold(gold);
  takePrediction(prediction, nodes);
  mostArcs = degree(nodes);
  for (let depth = 0; depth <= n; depth++) {
    const own = <usize>depth * COUNTS;
    tallyFree(~from(n) & from(depth), GOLD_OUT, GOLD_IN, GOLD_OUT_COUNTS + own, GOLD_IN_COUNTS + own);
  }
  expand(0, 0, 0);
  finished = left > 0;
  return best;
}
