import { ANSWERED, ASKED, EXACT, MOST_STEPS, MOVES, PAIRS, ROW, TAU } from "./abi";

// Where things lie in the scratch.
const PLACES: usize = 0;
const PARTNERS: usize = (<usize>MOST_STEPS) << 2;
const WRONG: usize = PARTNERS + ((<usize>MOST_STEPS) << 2);
const SEEN: usize = WRONG + ((<usize>MOST_STEPS) << 3);

/** Finds step `a` a partner among the steps it is contradicted with, moving others on (Kuhn 1955). */
function augment(a: i32, scratch: usize): bool {
  const row = load<u64>(scratch + WRONG + ((<usize>a) << 3));
  while (true) {
    const open = row & ~load<u64>(scratch + SEEN);
    if (open == 0) return false;
    const b = <i32>ctz(open);
    store<u64>(scratch + SEEN, load<u64>(scratch + SEEN) | ((<u64>1) << b));
    const partner = scratch + PARTNERS + ((<usize>b) << 2);
    const held = load<i32>(partner);
    if (held == -1 || augment(held, scratch)) {
      store<i32>(partner, a);
      return true;
    }
  }
}

/** The largest matching of contradicted pairs: so many steps have to be moved. */
function moves(steps: i32, scratch: usize): i32 {
  memory.fill(scratch + PARTNERS, 0xff, (<usize>steps) << 2);
  let matched = 0;
  for (let a = 0; a < steps; a++) {
    store<u64>(scratch + SEEN, 0);
    matched += i32(augment(a, scratch));
  }
  return matched;
}

/** Measures `count` orders against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function ordersMeasure(
  count: i32,
  goldStarts: usize,
  goldRows: usize,
  items: usize,
  answered: usize,
  starts: usize,
  steps: usize,
  scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>(p * ROW)) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const n = load<i32>(item, 4) - first;
    const before = goldRows + ((<usize>first) << 3);
    const start = load<i32>(starts + ((<usize>p) << 2));
    const named = load<i32>(starts + ((<usize>p) << 2), 4) - start;
    memory.fill(scratch + PLACES, 0xff, (<usize>n) << 2);
    for (let i = 0; i < named; i++) {
      store<i32>(scratch + PLACES + ((<usize>load<i32>(steps + ((<usize>(start + i)) << 2))) << 2), i);
    }
    let pairs = 0;
    let right = 0;
    let wrong = 0;
    for (let a = 0; a < n; a++) {
      const after = load<u64>(before + ((<usize>a) << 3));
      const place = load<i32>(scratch + PLACES + ((<usize>a) << 2));
      let contradicted: u64 = 0;
      for (let left = after; left != 0; left &= left - 1) {
        const b = <i32>ctz(left);
        const other = load<i32>(scratch + PLACES + ((<usize>b) << 2));
        pairs++;
        if (place == -1 || other == -1) continue;
        if (place < other) right++;
        else {
          wrong++;
          contradicted |= (<u64>1) << b;
        }
      }
      store<u64>(scratch + WRONG + ((<usize>a) << 3), contradicted);
    }
    if (pairs == 0) continue;
    const told = (named * (named - 1)) / 2;
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (EXACT << 3), right == pairs && named == n ? 1 : 0);
    store<f64>(row + (PAIRS << 3), <f64>right / <f64>pairs);
    store<f64>(row + (TAU << 3), told == 0 ? 0 : <f64>(right - wrong) / sqrt<f64>(<f64>pairs * <f64>told));
    store<f64>(row + (MOVES << 3), n - named + moves(n, scratch));
  }
}
