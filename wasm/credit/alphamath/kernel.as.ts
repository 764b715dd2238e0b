import { unexplored } from "../../lib/puct.as";

/**
 * Mean rewards of `count` nodes whose parents (i32, -1 for the root's children) come before them: of all ends below a node, each as often
 * as it was visited (f64). `rewards` are those of ends, NaN elsewhere. A node without visits below it is worth 0. `means` and
 * `weights` have room for `count` f64.
 */
export function creditAlphamathMeans(count: i32, parents: usize, rewards: usize, visits: usize, weights: usize, means: usize): void {
  for (let n = 0; n < count; n++) {
    const at = (<usize>n) << 3;
    const reward = load<f64>(rewards + at);
    const weight = reward == reward ? load<f64>(visits + at) : 0;
    store<f64>(weights + at, weight);
    store<f64>(means + at, weight > 0 ? weight * reward : 0);
  }
  for (let n = count - 1; n >= 0; n--) {
    const at = (<usize>n) << 3;
    const parent = load<i32>(parents + ((<usize>n) << 2));
    if (parent >= 0) {
      const above = (<usize>parent) << 3;
      store<f64>(weights + above, load<f64>(weights + above) + load<f64>(weights + at));
      store<f64>(means + above, load<f64>(means + above) + load<f64>(means + at));
    }
    const weight = load<f64>(weights + at);
    store<f64>(means + at, weight > 0 ? load<f64>(means + at) / weight : 0);
  }
}

/** PUCT of `count` nodes from their worth, prior, visits and the visits of what is before them (f64 each); an unvisited one is worth 0. */
export function creditAlphamathPuct(count: i32, worths: usize, priors: usize, visits: usize, before: usize, c: f64, keys: usize): void {
  for (let n = 0; n < count; n++) {
    const at = (<usize>n) << 3;
    const own = load<f64>(visits + at);
    const worth = own > 0 ? load<f64>(worths + at) : 0;
    store<f64>(keys + at, worth + unexplored(c, load<f64>(priors + at), load<f64>(before + at), own));
  }
}

/** A node is in the tree that the search sees, and of no use to it. */
const SEEN = 1;
const PRUNED = 2;
const INNER = 4;

/**
 * Level by level, the `width` best nodes by key of all children of the nodes before; the first ones win ties. A node that ends leaves
 * the beam, which is then narrower by one, and of those with an answer the best is the solution: its index is returned, or -1.
 * Only children at places below `width * branching` are seen. `prune` 1 leaves out what leads to no answer.
 *
 * Nodes are in an order in which siblings stand by place and parents before their children. `answered` is 1 where a node ends with a
 * valid answer (i32); `scratch` has room for 4 `count` i32, `kept` for `count` i32: 1 where a node was kept in the beam.
 */
export function creditAlphamathBeam(
  count: i32,
  parents: usize,
  places: usize,
  answered: usize,
  keys: usize,
  width: i32,
  branching: i32,
  prune: i32,
  scratch: usize,
  kept: usize,
): i32 {
  const size = (<usize>count) << 2;
  const flags = scratch;
  const beam = flags + size;
  const found = beam + size;
  const ends = found + size;
  memory.fill(kept, 0, size);
  see(count, parents, places, width * branching, flags);
  if (prune) cut(count, parents, answered, flags);
  let beamed = -1;
  let finished = 0;
  while (true) {
    let candidates = 0;
    for (let b = 0; b < (beamed < 0 ? 1 : beamed); b++) {
      candidates = follow(count, parents, flags, beamed < 0 ? -1 : load<i32>(beam + ((<usize>b) << 2)), found, candidates);
    }
    if (candidates == 0) break;
    rank(found, candidates, keys);
    let going = 0;
    let gone = 0;
    for (let c = 0; c < candidates && c < width; c++) {
      const node = load<i32>(found + ((<usize>c) << 2));
      store<i32>(kept + ((<usize>node) << 2), 1);
      if (load<i32>(flags + ((<usize>node) << 2)) & INNER) {
        store<i32>(beam + ((<usize>going) << 2), node);
        going++;
        continue;
      }
      gone++;
      if (!load<i32>(answered + ((<usize>node) << 2))) continue;
      store<i32>(ends + ((<usize>finished) << 2), node);
      finished++;
    }
    width -= gone;
    beamed = going;
  }
  if (finished == 0) return -1;
  rank(ends, finished, keys);
  return load<i32>(ends);
}

/** Flags the nodes that can be reached through places below `places`, and those of them that have such a child. */
function see(count: i32, parents: usize, places: usize, below: i32, flags: usize): void {
  for (let n = 0; n < count; n++) {
    const parent = load<i32>(parents + ((<usize>n) << 2));
    const above = flags + ((<usize>parent) << 2);
    const seen = load<i32>(places + ((<usize>n) << 2)) < below && (parent < 0 || (load<i32>(above) & SEEN) != 0);
    store<i32>(flags + ((<usize>n) << 2), seen ? SEEN : 0);
    if (seen && parent >= 0) store<i32>(above, load<i32>(above) | INNER);
  }
}

/** Flags what leads to no answer. */
function cut(count: i32, parents: usize, answered: usize, flags: usize): void {
  for (let n = 0; n < count; n++) {
    const at = flags + ((<usize>n) << 2);
    const own = load<i32>(at);
    if (own & INNER || !load<i32>(answered + ((<usize>n) << 2))) store<i32>(at, own | PRUNED);
  }
  for (let n = count - 1; n >= 0; n--) {
    const parent = load<i32>(parents + ((<usize>n) << 2));
    const own = load<i32>(flags + ((<usize>n) << 2));
    if (parent < 0 || own & PRUNED || !(own & SEEN)) continue;
    const above = flags + ((<usize>parent) << 2);
    store<i32>(above, load<i32>(above) & ~PRUNED);
  }
}

/** Adds the children of a node that are seen and not pruned. */
function follow(count: i32, parents: usize, flags: usize, node: i32, found: usize, candidates: i32): i32 {
  for (let n = 0; n < count; n++) {
    if (load<i32>(parents + ((<usize>n) << 2)) != node) continue;
    if ((load<i32>(flags + ((<usize>n) << 2)) & (SEEN | PRUNED)) != SEEN) continue;
    store<i32>(found + ((<usize>candidates) << 2), n);
    candidates++;
  }
  return candidates;
}

/** Sorts nodes by key, the greatest first; equal ones stay in their order. */
function rank(nodes: usize, count: i32, keys: usize): void {
  for (let c = 1; c < count; c++) {
    const node = load<i32>(nodes + ((<usize>c) << 2));
    const key = load<f64>(keys + ((<usize>node) << 3));
    let at = c;
    for (; at > 0; at--) {
      const other = load<i32>(nodes + ((<usize>(at - 1)) << 2));
      if (load<f64>(keys + ((<usize>other) << 3)) >= key) break;
      store<i32>(nodes + ((<usize>at) << 2), other);
    }
    store<i32>(nodes + ((<usize>at) << 2), node);
  }
}
