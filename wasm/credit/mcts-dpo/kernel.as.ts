import { unexplored } from "../../lib/puct.as";

/**
 * What a search knows of `count` nodes whose parents (i32, -1 for the root's children) come before them: own values, what each adds to
 * its parent's (`gains`), V and Q (f64 each). `depths` are how many nodes stand before each (i32), `outcomes` 0 .. 1 or NaN where a node
 * has children; a wholly right end counts `bonus` times.
 */
export function creditMctsValues(
  count: i32,
  parents: usize,
  depths: usize,
  confidences: usize,
  outcomes: usize,
  visits: usize,
  gamma: f64,
  bonus: f64,
  values: usize,
  gains: usize,
  vs: usize,
  qs: usize,
  weights: usize,
): void {
  for (let n = 0; n < count; n++) {
    const at = (<usize>n) << 3;
    const parent = load<i32>(parents + ((<usize>n) << 2));
    const before = parent < 0 ? 0 : load<f64>(values + ((<usize>parent) << 3));
    const confidence = load<f64>(confidences + at);
    const depth = load<i32>(depths + ((<usize>n) << 2));
    const outcome = load<f64>(outcomes + at);
    let value = confidence == 0 ? before : confidence / <f64>max(depth - 3, 1);
    if (outcome == outcome) value += outcome == 1 ? bonus : 2 * outcome - 1;
    store<f64>(values + at, value);
    store<f64>(gains + at, value - before);
    store<f64>(vs + at, 0);
    store<f64>(weights + at, 0);
  }
  // Sums first, in V's place: children come after their parents.
  for (let n = count - 1; n >= 0; n--) {
    const at = (<usize>n) << 3;
    const weight = load<f64>(weights + at);
    if (weight > 0) store<f64>(vs + at, load<f64>(vs + at) / weight);
    const q = load<f64>(gains + at) + gamma * load<f64>(vs + at);
    store<f64>(qs + at, q);
    const parent = load<i32>(parents + ((<usize>n) << 2));
    if (parent < 0) continue;
    const above = (<usize>parent) << 3;
    const own = max(1, load<f64>(visits + at));
    store<f64>(vs + above, load<f64>(vs + above) + own * q);
    store<f64>(weights + above, load<f64>(weights + above) + own);
  }
}

/** PUCT of `count` nodes from Q, prior, visits and the visits of what is before them (f64 each). */
export function creditMctsPuct(count: i32, qs: usize, priors: usize, visits: usize, before: usize, c: f64, keys: usize): void {
  for (let n = 0; n < count; n++) {
    const at = (<usize>n) << 3;
    const more = unexplored(c, load<f64>(priors + at), load<f64>(before + at), load<f64>(visits + at));
    store<f64>(keys + at, load<f64>(qs + at) + more);
  }
}

/**
 * The path that the search takes from the root to an end, and on it the best and the worst of every choice: `pairs` gets two i32 for
 * each. Returns how many there are. Of two siblings the better has the greater Q, else is the most visited, else has the greater value,
 * else more visits, else stands later. The one taken is the most visited, where its own children are visited unequally even more so;
 * else by Q and by V; else the first.
 */
export function creditMctsPairs(count: i32, parents: usize, visits: usize, values: usize, vs: usize, qs: usize, pairs: usize): i32 {
  let found = 0;
  let node = -1;
  while (true) {
    let children = 0;
    let most: f64 = 0;
    for (let n = node + 1; n < count; n++) {
      if (load<i32>(parents + ((<usize>n) << 2)) != node) continue;
      children++;
      most = max(most, load<f64>(visits + ((<usize>n) << 3)));
    }
    if (children == 0) return found;
    let best = -1;
    let worst = -1;
    let taken = -1;
    let weight: f64 = 0;
    for (let n = node + 1; n < count; n++) {
      if (load<i32>(parents + ((<usize>n) << 2)) != node) continue;
      if (best < 0 || !below(n, best, most, visits, values, qs)) best = n;
      if (worst < 0 || below(n, worst, most, visits, values, qs)) worst = n;
      const own = load<f64>(visits + ((<usize>n) << 3)) * (gap(count, parents, visits, n) + 1);
      if (taken >= 0 && !(own > weight || (own == weight && ahead(n, taken, vs, qs)))) continue;
      taken = n;
      weight = own;
    }
    if (children > 1) {
      store<i32>(pairs + ((<usize>found) << 3), best);
      store<i32>(pairs + ((<usize>found) << 3), worst, 4);
      found++;
    }
    node = taken;
  }
}

/** Whether node `a` ranks below node `b` among siblings of which the most visited has `most` visits. */
function below(a: i32, b: i32, most: f64, visits: usize, values: usize, qs: usize): bool {
  const atA = (<usize>a) << 3;
  const atB = (<usize>b) << 3;
  if (load<f64>(qs + atA) != load<f64>(qs + atB)) return load<f64>(qs + atA) < load<f64>(qs + atB);
  const visitsA = load<f64>(visits + atA);
  const visitsB = load<f64>(visits + atB);
  if ((visitsA == most) != (visitsB == most)) return visitsB == most;
  if (load<f64>(values + atA) != load<f64>(values + atB)) return load<f64>(values + atA) < load<f64>(values + atB);
  return visitsA < visitsB;
}

/** Whether node `a` is ahead of `b` by Q, or else by V. */
function ahead(a: i32, b: i32, vs: usize, qs: usize): bool {
  const atA = (<usize>a) << 3;
  const atB = (<usize>b) << 3;
  if (load<f64>(qs + atA) != load<f64>(qs + atB)) return load<f64>(qs + atA) > load<f64>(qs + atB);
  return load<f64>(vs + atA) > load<f64>(vs + atB);
}

/** How unequally the children of a node are visited; 0 where it has none. */
function gap(count: i32, parents: usize, visits: usize, node: i32): f64 {
  let least: f64 = Infinity;
  let most: f64 = -Infinity;
  for (let n = node + 1; n < count; n++) {
    if (load<i32>(parents + ((<usize>n) << 2)) != node) continue;
    least = min(least, load<f64>(visits + ((<usize>n) << 3)));
    most = max(most, load<f64>(visits + ((<usize>n) << 3)));
  }
  return most < least ? 0 : most - least;
}

/** How much of a preference is taken to be the other way round, from the visits of the preferred node and of the other one. */
export function creditMctsSmoothing(preferred: f64, other: f64): f64 {
  return min(1 - 1 / (1 + other / max(1, preferred)), 0.5);
}
