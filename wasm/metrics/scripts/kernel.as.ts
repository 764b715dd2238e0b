import { ANSWERED, ASKED, F1, INTERCHANGEABLE, OPTIONAL, PATH_ACCEPTANCE, PRECISION, RECALL, ROW, STEPS, TRANSITION_COVERAGE } from "./abi";

/** Row `step` of a graph: the steps that its edges lead to, as bits. */
function next(graph: usize, step: i32): u64 {
  return load<u64>(graph + ((<usize>step) << 3));
}

function bit(step: i32): u64 {
  return (<u64>1) << step;
}

/** Sets the edges of a prediction; gives the number of those that gold cannot know. */
function drawEdges(graph: usize, edges: usize, values: i32): i32 {
  let strange = 0;
  for (let i = 0; i < values; i += 2) {
    const from = load<i32>(edges + ((<usize>i) << 2));
    const to = load<i32>(edges + ((<usize>i) << 2), 4);
    if ((from | to) < 0) strange++;
    else store<u64>(graph + ((<usize>from) << 3), next(graph, from) | bit(to));
  }
  return strange;
}

/** Sets an edge for each pair of steps that more than `share` of the paths have. */
function drawTransitions(graph: usize, counts: usize, paths: i32, share: f64): void {
  for (let from = 0; from < STEPS; from++) {
    let row: u64 = 0;
    for (let to = 0; to < STEPS; to++) {
      if (<f64>load<i32>(counts + ((<usize>(from * STEPS + to)) << 2)) / <f64>paths > share) row |= bit(to);
    }
    store<u64>(graph + ((<usize>from) << 3), row);
  }
}

function edgesIn(graph: usize): i32 {
  let edges = 0;
  for (let step = 0; step < STEPS; step++) edges += <i32>popcnt(next(graph, step));
  return edges;
}

function edgesInBoth(a: usize, b: usize): i32 {
  let edges = 0;
  for (let step = 0; step < STEPS; step++) edges += <i32>popcnt(next(a, step) & next(b, step));
  return edges;
}

/** Precision, recall and F1 of the predicted edges, of which `strange` more are in no graph; 0 where there is nothing to divide by. */
function writeEdges(row: usize, c: i32, predicted: usize, observed: usize, strange: i32): void {
  const at = row + ((<usize>c) << 3);
  const both: f64 = edgesInBoth(predicted, observed);
  if (both == 0) return;
  const precision = both / <f64>(edgesIn(predicted) + strange);
  const recall = both / <f64>edgesIn(observed);
  store<f64>(at + (PRECISION << 3), precision);
  store<f64>(at + (RECALL << 3), recall);
  store<f64>(at + (F1 << 3), (2 * precision * recall) / (precision + recall));
}

/** Steps that a graph offers to leave out, as bits: it leads from some step over this one to another, and also there at once. */
function optionalSteps(graph: usize): u64 {
  let optional: u64 = 0;
  for (let from = 0; from < STEPS; from++) {
    const reached = next(graph, from) & ~bit(from);
    for (let left = reached; left != 0; left &= left - 1) {
      const step = <i32>ctz(left);
      if ((next(graph, step) & reached & ~bit(step)) != 0) optional |= bit(step);
    }
  }
  return optional;
}

function writeOptional(row: usize, predicted: usize, observed: usize): void {
  const told = optionalSteps(predicted);
  const right = optionalSteps(observed);
  const at = row + (OPTIONAL << 3);
  store<f64>(at, <f64>popcnt(told & right));
  store<f64>(at, <f64>popcnt(told), 8);
  store<f64>(at, <f64>popcnt(right), 16);
}

/** Later steps with which this one may change places: the graph leads from each to the other. */
function interchangeable(graph: usize, step: i32): u64 {
  let found: u64 = 0;
  for (let other = step + 1; other < STEPS; other++) {
    if ((next(graph, step) & bit(other)) != 0 && (next(graph, other) & bit(step)) != 0) found |= bit(other);
  }
  return found;
}

function writeInterchangeable(row: usize, predicted: usize, observed: usize): void {
  let both: u64 = 0;
  let told: u64 = 0;
  let right: u64 = 0;
  for (let step = 0; step < STEPS; step++) {
    const a = interchangeable(predicted, step);
    const b = interchangeable(observed, step);
    both += popcnt(a & b);
    told += popcnt(a);
    right += popcnt(b);
  }
  const at = row + (INTERCHANGEABLE << 3);
  store<f64>(at, <f64>both);
  store<f64>(at, <f64>told, 8);
  store<f64>(at, <f64>right, 16);
}

/** Counts the transitions of all paths, and writes which share of them, and of the paths as a whole, the graph has. */
function walk(row: usize, counts: usize, predicted: usize, starts: usize, steps: usize, first: i32, end: i32): void {
  let transitions = 0;
  let covered = 0;
  let accepted = 0;
  for (let p = first; p < end; p++) {
    const from = load<i32>(starts + ((<usize>p) << 2));
    const to = load<i32>(starts + ((<usize>p) << 2), 4);
    let held = 0;
    for (let i = from; i + 1 < to; i++) {
      const a = load<i32>(steps + ((<usize>i) << 2));
      const b = load<i32>(steps + ((<usize>i) << 2), 4);
      const pair = counts + ((<usize>(a * STEPS + b)) << 2);
      store<i32>(pair, load<i32>(pair) + 1);
      held += i32((next(predicted, a) & bit(b)) != 0);
    }
    const own = max(0, to - from - 1);
    transitions += own;
    covered += held;
    accepted += i32(held == own);
  }
  if (transitions > 0) store<f64>(row + (TRANSITION_COVERAGE << 3), <f64>covered / <f64>transitions);
  store<f64>(row + (PATH_ACCEPTANCE << 3), <f64>accepted / <f64>(end - first));
}

/** Measures `count` graphs against the observed paths of their items (layout in abi.ts) and writes one row each to `rows`. */
export function scriptsMeasure(
  count: i32,
  goldItems: usize,
  goldStarts: usize,
  goldSteps: usize,
  items: usize,
  answered: usize,
  starts: usize,
  edges: usize,
  scratch: usize,
  rows: usize,
): void {
  const counts = scratch;
  const predicted = counts + ((<usize>(STEPS * STEPS)) << 2);
  const observed = predicted + (STEPS << 3);
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldItems + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const end = load<i32>(item, 4);
    if (first == end) continue;
    memory.fill(counts, 0, (STEPS * STEPS) << 2);
    memory.fill(predicted, 0, STEPS << 3);
    const start = load<i32>(starts + ((<usize>p) << 2));
    const strange = drawEdges(predicted, edges + ((<usize>start) << 2), load<i32>(starts + ((<usize>p) << 2), 4) - start);
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    walk(row, counts, predicted, goldStarts, goldSteps, first, end);
    drawTransitions(observed, counts, end - first, 0.05);
    writeEdges(row, 0, predicted, observed, strange);
    drawTransitions(observed, counts, end - first, 0.2);
    writeEdges(row, 2, predicted, observed, strange);
    drawTransitions(observed, counts, end - first, 0.1);
    writeEdges(row, 1, predicted, observed, strange);
    // What is left is the graph of transitions at 10 %.
    writeOptional(row, predicted, observed);
    writeInterchangeable(row, predicted, observed);
  }
}
