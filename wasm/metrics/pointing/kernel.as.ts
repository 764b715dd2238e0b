import { ANSWERED, HITS, QUERIES, ROW } from "./abi";

export { pointingAssign } from "./assign.as";

/** Whether one of the windows holds the point. */
function within(point: f64, windows: usize, start: i32, end: i32): bool {
  for (let w = start; w < end; w++) {
    const at = windows + ((<usize>w) << 4);
    if (point >= load<f64>(at) && point <= load<f64>(at, 8)) return true;
  }
  return false;
}

/** Measures `count` predictions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function pointingHits(
  count: i32,
  goldItems: usize,
  goldStarts: usize,
  goldWindows: usize,
  items: usize,
  pointStarts: usize,
  points: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const item = goldItems + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const point = load<i32>(pointStarts + ((<usize>p) << 2));
    const pointed = load<i32>(pointStarts + ((<usize>p) << 2), 4) - point;
    let queries = 0;
    let answered = 0;
    let hits = 0;
    for (let q = 0; q < load<i32>(item, 4) - first; q++) {
      const windows = goldStarts + ((<usize>(first + q)) << 2);
      const start = load<i32>(windows);
      const end = load<i32>(windows, 4);
      if (start == end) continue;
      queries++;
      if (q >= pointed) continue;
      const at = load<f64>(points + ((<usize>(point + q)) << 3));
      if (at != at) continue;
      answered++;
      hits += i32(within(at, goldWindows, start, end));
    }
    const row = rows + ((<usize>p * ROW) << 3);
    store<f64>(row + (QUERIES << 3), queries);
    store<f64>(row + (ANSWERED << 3), answered);
    store<f64>(row + (HITS << 3), hits);
  }
}
