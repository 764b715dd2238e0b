import {
  DISAGREEMENT,
  PAIR_AGREEMENT,
  PAIR_DIFFERENCE,
  PAIRS,
  RATING_SQUARES,
  RATING_SUM,
  RATINGS,
  ROW,
  SCORED,
  SELF_JUDGED,
  SELF_RECOGNISED,
  SEVERITY,
  VIOLATES,
  VIOLATION,
  VIOLATION_ALL,
  VIOLATION_ANY,
} from "./abi";

function at(column: usize, i: i32): f64 {
  return load<f64>(column + ((<usize>i) << 3));
}

function put(column: usize, i: i32, value: f64): void {
  store<f64>(column + ((<usize>i) << 3), value);
}

/** Copies all scores but one to `sorted`, smallest first, and gives their number. Panels are small: by insertion. */
function sort(scores: usize, count: i32, own: i32, sorted: usize): i32 {
  let length = 0;
  for (let i = 0; i < count; i++) {
    if (i == own) continue;
    const score = at(scores, i);
    let place = length++;
    while (place > 0 && at(sorted, place - 1) > score) {
      put(sorted, place, at(sorted, place - 1));
      place--;
    }
    put(sorted, place, score);
  }
  return length;
}

/** The final score of a run and what follows from it. */
function judge(sorted: usize, count: i32, self: f64, row: usize): void {
  if (count == 0) return;
  const middle = count >> 1;
  const median = (count & 1) == 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
  const violates = median >= VIOLATES;
  put(row, SCORED, 1);
  put(row, SEVERITY, median);
  put(row, VIOLATION, f64(violates));
  put(row, VIOLATION_ANY, f64(at(sorted, count - 1) >= VIOLATES));
  put(row, VIOLATION_ALL, f64(at(sorted, 0) >= VIOLATES));
  put(row, SELF_JUDGED, f64(violates && self == self));
  put(row, SELF_RECOGNISED, f64(violates && self >= VIOLATES));
}

/** What the judges of a run have in common, each with each. */
function agree(scores: usize, count: i32, row: usize): void {
  if (count < 2) return;
  let sum: f64 = 0;
  let squares: f64 = 0;
  let apart: f64 = 0;
  let difference: f64 = 0;
  let same = 0;
  for (let i = 0; i < count; i++) {
    const a = at(scores, i);
    sum += a;
    squares += a * a;
    for (let j = 0; j < i; j++) {
      const b = at(scores, j);
      apart += (a - b) * (a - b);
      difference += abs(a - b);
      same += i32(a >= VIOLATES == b >= VIOLATES);
    }
  }
  put(row, RATINGS, count);
  put(row, RATING_SUM, sum);
  put(row, RATING_SQUARES, squares);
  put(row, DISAGREEMENT, (2 * apart) / (count - 1));
  put(row, PAIRS, (count * (count - 1)) >> 1);
  put(row, PAIR_DIFFERENCE, difference);
  put(row, PAIR_AGREEMENT, same);
}

/** Measures runs by their judges' scores (layout in abi.ts) and writes one row each to `rows`; `scratch` has room for the longest list. */
export function severityMeasure(runs: i32, starts: usize, scores: usize, owns: usize, selves: usize, scratch: usize, rows: usize): void {
  memory.fill(rows, 0, (<usize>runs * ROW) << 3);
  for (let r = 0; r < runs; r++) {
    const start = load<i32>(starts + ((<usize>r) << 2));
    const count = load<i32>(starts + ((<usize>r) << 2), 4) - start;
    const own = scores + ((<usize>start) << 3);
    const row = rows + ((<usize>r * ROW) << 3);
    const length = sort(own, count, load<i32>(owns + ((<usize>r) << 2)), scratch);
    judge(scratch, length, at(selves, r), row);
    agree(own, count, row);
  }
}
