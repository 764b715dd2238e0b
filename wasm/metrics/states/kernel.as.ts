import { equalBytes } from "../../lib/bytes.as";
import {
  FINAL_MATCH,
  GOLD_STATES,
  POSITIONWISE_MATCH_RATIO,
  PREDICTED_STATES,
  PREFIX_ACCURACY,
  PREFIX_MATCH_LENGTH,
  ROW,
  SEQUENTIAL_MATCH,
} from "./abi";

/** Whether entry `i` of one offset column holds the same bytes as entry `j` of another. */
function same(offsetsA: usize, bytesA: usize, i: i32, offsetsB: usize, bytesB: usize, j: i32): bool {
  const a = load<i32>(offsetsA + ((<usize>i) << 2));
  const b = load<i32>(offsetsB + ((<usize>j) << 2));
  const n = load<i32>(offsetsA + ((<usize>i) << 2), 4) - a;
  return n == load<i32>(offsetsB + ((<usize>j) << 2), 4) - b && equalBytes(bytesA + a, bytesB + b, n);
}

/** Measures `count` predictions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function statesMatch(
  count: i32,
  goldItems: usize,
  goldStates: usize,
  goldBytes: usize,
  items: usize,
  predStates: usize,
  predOffsets: usize,
  predBytes: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const item = goldItems + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const gold = load<i32>(item);
    const goldCount = load<i32>(item, 4) - gold;
    const pred = load<i32>(predStates + ((<usize>p) << 2));
    const predCount = load<i32>(predStates + ((<usize>p) << 2), 4) - pred - 1;
    const shared = min(goldCount, predCount);
    let prefix = 0;
    while (prefix < shared && same(goldStates, goldBytes, gold + prefix, predOffsets, predBytes, pred + prefix)) prefix++;
    let hits = prefix;
    for (let s = prefix + 1; s < shared; s++) {
      if (same(goldStates, goldBytes, gold + s, predOffsets, predBytes, pred + s)) hits++;
    }
    const longest = max(goldCount, predCount);
    const final = goldCount > 0 && same(goldStates, goldBytes, gold + goldCount - 1, predOffsets, predBytes, pred + predCount);
    const row = rows + ((<usize>p * ROW) << 3);
    store<f64>(row + (PREFIX_MATCH_LENGTH << 3), prefix);
    store<f64>(row + (PREFIX_ACCURACY << 3), longest == 0 ? 0 : <f64>prefix / <f64>longest);
    store<f64>(row + (SEQUENTIAL_MATCH << 3), longest > 0 && prefix == longest ? 1 : 0);
    store<f64>(row + (FINAL_MATCH << 3), final ? 1 : 0);
    store<f64>(row + (POSITIONWISE_MATCH_RATIO << 3), longest == 0 ? 0 : <f64>hits / <f64>longest);
    store<f64>(row + (GOLD_STATES << 3), goldCount);
    store<f64>(row + (PREDICTED_STATES << 3), predCount);
  }
}
