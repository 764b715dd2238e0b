import {
  AT_LEAST,
  BOTH_CORRECT,
  COMPARED,
  CORRECT_FROM,
  DISTANCE,
  EXACT,
  GOLD_CORRECT,
  GOLD_SQUARES,
  GOLD_SUM,
  GRADED,
  HIGHEST,
  JUDGED,
  NO_VERDICT,
  OWN_CORRECT,
  OWN_SQUARES,
  OWN_SUM,
  PRODUCTS,
  ROW,
  STEPS,
  SUCCEEDED,
  SUCCESS,
  SUCCESSFUL_STEPS,
  UNGRADED,
} from "./abi";

function add(row: usize, column: i32, value: f64): void {
  const at = row + ((<usize>column) << 3);
  store<f64>(at, load<f64>(at) + value);
}

/** The i-th word of a column. */
function word(column: usize, i: i32): i32 {
  return load<i32>(column + ((<usize>i) << 2));
}

function compare(row: usize, gold: i32, own: i32): void {
  const goldCorrect = i32(gold >= CORRECT_FROM);
  const ownCorrect = i32(own >= CORRECT_FROM);
  const reference = <f64>gold;
  const grade = <f64>own;
  add(row, COMPARED, 1);
  add(row, BOTH_CORRECT, goldCorrect & ownCorrect);
  add(row, GOLD_CORRECT, goldCorrect);
  add(row, OWN_CORRECT, ownCorrect);
  add(row, EXACT, i32(gold == own));
  add(row, DISTANCE, abs(reference - grade));
  add(row, GOLD_SUM, reference);
  add(row, OWN_SUM, grade);
  add(row, GOLD_SQUARES, reference * reference);
  add(row, OWN_SQUARES, grade * grade);
  add(row, PRODUCTS, reference * grade);
}

/** Measures predictions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function gradesMeasure(
  predictions: i32,
  goldStarts: usize,
  goldGrades: usize,
  goldSuccess: usize,
  items: usize,
  verdicts: usize,
  given: usize,
  lists: usize,
  grades: usize,
  scratch: usize,
  rows: usize,
): void {
  memory.fill(rows, 0, (<usize>predictions * ROW) << 3);
  for (let p = 0; p < predictions; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    const item = word(items, p);
    const verdict = <i32>load<u8>(verdicts + <usize>p);
    add(row, JUDGED, i32(verdict != NO_VERDICT));
    add(row, SUCCEEDED, i32(verdict == SUCCESS));
    if (load<u8>(given + <usize>p) == 0) continue;
    const success = load<u8>(goldSuccess + <usize>item) == 1;
    const gold = word(goldStarts, item);
    const steps = word(goldStarts, item + 1) - gold;
    const first = word(lists, p);
    const told = min(steps, word(lists, p + 1) - first);
    add(row, STEPS, steps);
    if (success) add(row, SUCCESSFUL_STEPS, steps);
    for (let s = 0; s < told; s++) {
      const own = word(grades, first + s);
      if (own == UNGRADED) continue;
      add(row, GRADED, 1);
      if (success) for (let k = 0; k <= min(own, HIGHEST); k++) add(row, AT_LEAST + k, 1);
      const reference = word(goldGrades, gold + s);
      if (reference != UNGRADED) compare(row, reference, own);
    }
  }
}
