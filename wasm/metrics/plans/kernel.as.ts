import { ANSWERED, ASKED, FIRST, IOU, LAST, POSITIONS, RIGHT, ROW, SUCCESS } from "./abi";

function action(list: usize, i: i32): i32 {
  return load<i32>(list + ((<usize>i) << 2));
}

/** Whether one of the first `n` actions of a list is this one. */
function has(list: usize, n: i32, wanted: i32): bool {
  for (let i = 0; i < n; i++) if (action(list, i) == wanted) return true;
  return false;
}

/** How many different actions a list has. */
function different(list: usize, n: i32): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) count += i32(!has(list, i, action(list, i)));
  return count;
}

/** How many different actions of `a` are in `b`. */
function shared(a: usize, n: i32, b: usize, m: i32): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) count += i32(!has(a, i, action(a, i)) && has(b, m, action(a, i)));
  return count;
}

/** Measures `count` plans against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function plansMeasure(
  count: i32,
  goldStarts: usize,
  goldActions: usize,
  items: usize,
  answered: usize,
  starts: usize,
  actions: usize,
  _scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const asked = load<i32>(item, 4) - first;
    if (asked == 0) continue;
    const start = load<i32>(starts + ((<usize>p) << 2));
    const told = load<i32>(starts + ((<usize>p) << 2), 4) - start;
    const gold = goldActions + ((<usize>first) << 2);
    const plan = actions + ((<usize>start) << 2);
    let right = 0;
    for (let i = 0; i < min(asked, told); i++) right += i32(action(gold, i) == action(plan, i));
    const both = shared(plan, told, gold, asked);
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (POSITIONS << 3), asked);
    store<f64>(row + (RIGHT << 3), right);
    store<f64>(row + (SUCCESS << 3), asked == told && right == asked ? 1 : 0);
    if (told > 0) {
      store<f64>(row + (FIRST << 3), action(gold, 0) == action(plan, 0) ? 1 : 0);
      store<f64>(row + (LAST << 3), action(gold, asked - 1) == action(plan, told - 1) ? 1 : 0);
    }
    store<f64>(row + (IOU << 3), <f64>both / <f64>(different(gold, asked) + different(plan, told) - both));
  }
}
