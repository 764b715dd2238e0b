/** Hits of the last `overlap`, and the sizes of its two sets. */
export let hits: i32 = 0;
export let sizeA: i32 = 0;
export let sizeB: i32 = 0;

/** Bytes of a row of a matrix of so many nodes. */
export function strideOf(nodes: i32): usize {
  return (<usize>((nodes + 63) >> 6)) << 3;
}

/** Counts two matrices of `words` words and what they share. */
export function overlap(words: i32, a: usize, b: usize): void {
  let shared: u64 = 0;
  let ofA: u64 = 0;
  let ofB: u64 = 0;
  const end = a + ((<usize>words) << 3);
  for (; a < end; a += 8, b += 8) {
    const x = load<u64>(a);
    const y = load<u64>(b);
    shared += popcnt(x & y);
    ofA += popcnt(x);
    ofB += popcnt(y);
  }
  hits = <i32>shared;
  sizeA = <i32>ofA;
  sizeB = <i32>ofB;
}

/** Clears a matrix and sets the bit of each arc of the graph whose offset `starts` points to (abi.ts); a row has `stride` bytes. */
export function fill(matrix: usize, nodes: i32, stride: usize, starts: usize, list: usize): void {
  memory.fill(matrix, 0, <usize>nodes * stride);
  const end = list + ((<usize>load<i32>(starts, 4)) << 2);
  for (let arcs = list + ((<usize>load<i32>(starts)) << 2); arcs < end; arcs += 4) {
    const arc = load<u32>(arcs);
    const after = arc & 0xffff;
    const at = matrix + <usize>(arc >> 16) * stride + ((after >> 6) << 3);
    store<u64>(at, load<u64>(at) | ((<u64>1) << (after & 63)));
  }
}

/** Whether row `row` holds node `v`. */
export function has(row: usize, v: i32): bool {
  return ((load<u64>(row + ((<usize>(v >> 6)) << 3)) >> (v & 63)) & 1) != 0;
}
