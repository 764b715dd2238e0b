import { ANSWERED, ASKED, JACCARD, JACCARD_1, NUMBERED, ROW } from "./abi";

export { framesSplit } from "./split.as";

function at(column: usize, i: i32): i32 {
  return load<i32>(column + ((<usize>i) << 2));
}

/** Frames in both sets over frames in either; gold's is not empty. */
function jaccard(gold: usize, goldEnd: usize, told: usize, toldEnd: usize): f64 {
  let both: i32 = 0;
  let either: i32 = 0;
  while (gold < goldEnd && told < toldEnd) {
    const a = load<u32>(gold);
    const b = load<u32>(told);
    both += <i32>popcnt(a & b);
    either += <i32>popcnt(a | b);
    gold += 4;
    told += 4;
  }
  for (; gold < goldEnd; gold += 4) either += <i32>popcnt(load<u32>(gold));
  for (; told < toldEnd; told += 4) either += <i32>popcnt(load<u32>(told));
  return <f64>both / <f64>either;
}

/** Measures `count` predictions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function framesMeasure(
  count: i32,
  goldItems: usize,
  goldStarts: usize,
  goldWords: usize,
  items: usize,
  answered: usize,
  predItems: usize,
  predStarts: usize,
  predWords: usize,
  _scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    memory.fill(row, 0, ROW << 3);
    const first = at(goldItems, at(items, p));
    const steps = at(goldItems, at(items, p) + 1) - first;
    const own = at(predItems, p);
    const sets = at(predItems, p + 1) - own;
    let sum: f64 = 0;
    for (let s = 0; s < steps; s++) {
      // A step that is not told has no frames.
      const from = s < sets ? at(predStarts, own + s) : 0;
      const to = s < sets ? at(predStarts, own + s + 1) : 0;
      const gold = at(goldStarts, first + s);
      const value = jaccard(
        goldWords + ((<usize>gold) << 2),
        goldWords + ((<usize>at(goldStarts, first + s + 1)) << 2),
        predWords + ((<usize>from) << 2),
        predWords + ((<usize>to) << 2),
      );
      sum += value;
      if (s >= NUMBERED) continue;
      store<f64>(row + ((<usize>(ASKED + s)) << 3), 1);
      store<f64>(row + ((<usize>(JACCARD_1 + s)) << 3), value);
    }
    if (steps == 0) continue;
    store<f64>(row + (ANSWERED << 3), at(answered, p));
    store<f64>(row + (JACCARD << 3), sum / <f64>steps);
  }
}
