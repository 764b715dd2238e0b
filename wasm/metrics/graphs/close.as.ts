import { has } from "./bits.as";

/**
 * Transitive closure and reduction of a graph of up to 64 nodes. Nodes are done once all that follows them is, from the last
 * on: one sweep where numbers follow the order. False where a cycle stops that; then neither is written.
 */
function closeSmall(n: i32, arcs: usize, closure: usize, reduction: usize): bool {
  const every: u64 = ~(<u64>0) >> (64 - n);
  let done: u64 = 0;
  while (done != every) {
    const before = done;
    let node: u64 = (<u64>1) << (n - 1);
    for (let at: usize = (<usize>n) << 3; node != 0; node >>= 1) {
      at -= 8;
      const after = load<u64>(arcs + at);
      if ((done & node) != 0 || (after & ~done) != 0) continue;
      let beyond: u64 = 0;
      for (let rest = after; rest != 0; rest &= rest - 1) beyond |= load<u64>(closure + ((<usize>ctz(rest)) << 3));
      store<u64>(closure + at, after | beyond);
      store<u64>(reduction + at, after & ~beyond);
      done |= node;
    }
    if (done == before) return false;
  }
  return true;
}

/** The same for rows of several words. `done` has room for one row. */
function closeWide(n: i32, stride: usize, arcs: usize, closure: usize, reduction: usize, done: usize): bool {
  memory.fill(done, 0, stride);
  for (let left = n; left > 0; ) {
    const before = left;
    for (let u = n - 1; u >= 0; u--) {
      if (has(done, u)) continue;
      const row = <usize>u * stride;
      if (!within(arcs + row, done, stride)) continue;
      unite(closure + row, arcs + row, closure, stride);
      for (let w: usize = 0; w < stride; w += 8) {
        const after = load<u64>(arcs + row + w);
        const beyond = load<u64>(closure + row + w);
        store<u64>(reduction + row + w, after & ~beyond);
        store<u64>(closure + row + w, after | beyond);
      }
      const word = done + ((<usize>(u >> 6)) << 3);
      store<u64>(word, load<u64>(word) | ((<u64>1) << (u & 63)));
      left--;
    }
    if (left == before) return false;
  }
  return true;
}

function within(row: usize, set: usize, stride: usize): bool {
  for (let w: usize = 0; w < stride; w += 8) if ((load<u64>(row + w) & ~load<u64>(set + w)) != 0) return false;
  return true;
}

/** The union of the rows of `matrix` that `set` names. */
function unite(into: usize, set: usize, matrix: usize, stride: usize): void {
  memory.fill(into, 0, stride);
  for (let w: usize = 0; w < stride; w += 8) {
    for (let rest = load<u64>(set + w); rest != 0; rest &= rest - 1) {
      const row = matrix + ((w << 3) + <usize>ctz(rest)) * stride;
      for (let x: usize = 0; x < stride; x += 8) store<u64>(into + x, load<u64>(into + x) | load<u64>(row + x));
    }
  }
}

/** Closure of any graph (Warshall): u reaches v over one arc or more, so a node on a cycle reaches itself. */
function closeCyclic(n: i32, stride: usize, arcs: usize, closure: usize): void {
  memory.copy(closure, arcs, <usize>n * stride);
  for (let via = 0; via < n; via++) {
    const through = closure + <usize>via * stride;
    for (let u = 0; u < n; u++) {
      const row = closure + <usize>u * stride;
      if (!has(row, via)) continue;
      for (let w: usize = 0; w < stride; w += 8) store<u64>(row + w, load<u64>(row + w) | load<u64>(through + w));
    }
  }
}

function transpose(n: i32, stride: usize, matrix: usize, into: usize): void {
  memory.fill(into, 0, <usize>n * stride);
  for (let u = 0; u < n; u++) {
    const column = (<usize>(u >> 6)) << 3;
    const bit = (<u64>1) << (u & 63);
    for (let w: usize = 0; w < stride; w += 8) {
      for (let rest = load<u64>(matrix + <usize>u * stride + w); rest != 0; rest &= rest - 1) {
        const at = into + ((w << 3) + <usize>ctz(rest)) * stride + column;
        store<u64>(at, load<u64>(at) | bit);
      }
    }
  }
}

/**
 * Reduction of a graph with cycles: an arc u -> v goes where some node between them lies on no cycle with either, so that arcs
 * between cycles are reduced as those of a graph without any, and arcs inside a cycle stay.
 */
function reduceCyclic(n: i32, stride: usize, arcs: usize, closure: usize, reduction: usize, reaching: usize): void {
  transpose(n, stride, closure, reaching);
  memory.copy(reduction, arcs, <usize>n * stride);
  for (let u = 0; u < n; u++) {
    const from = <usize>u * stride;
    for (let w: usize = 0; w < stride; w += 8) {
      for (let rest = load<u64>(arcs + from + w); rest != 0; rest &= rest - 1) {
        const v = ((<i32>w) << 3) + <i32>ctz(rest);
        if (has(reaching + from, v) || !passes(closure, reaching, from, <usize>v * stride, stride)) continue;
        const at = reduction + from + w;
        store<u64>(at, load<u64>(at) & ~((<u64>1) << (v & 63)));
      }
    }
  }
}

/** Whether a node lies between two rows' nodes and on no cycle with either. */
function passes(closure: usize, reaching: usize, u: usize, v: usize, stride: usize): bool {
  for (let w: usize = 0; w < stride; w += 8) {
    const between = load<u64>(closure + u + w) & load<u64>(reaching + v + w);
    if ((between & ~load<u64>(reaching + u + w) & ~load<u64>(closure + v + w)) != 0) return true;
  }
  return false;
}

/** Writes closure and reduction of a graph; whether it has no cycle. `spare` is one more matrix. */
export function close(n: i32, stride: usize, arcs: usize, closure: usize, reduction: usize, spare: usize): bool {
  const acyclic = stride == 8 ? closeSmall(n, arcs, closure, reduction) : closeWide(n, stride, arcs, closure, reduction, spare);
  if (acyclic) return true;
  closeCyclic(n, stride, arcs, closure);
  reduceCyclic(n, stride, arcs, closure, reduction, spare);
  return false;
}
