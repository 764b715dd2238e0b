import {
  ANSWERED,
  ANSWERED_FIRST_ERROR_MATCH,
  APART,
  CLASSES,
  CONFUSION,
  CORRECT,
  COUNTED,
  ERROR_FREE_FOUND,
  EXACT_MATCH,
  FIRST_ERROR_ANSWERED,
  FIRST_ERROR_FLAGGED,
  FIRST_ERROR_FOUND,
  FIRST_ERROR_MATCH,
  GOLD_ERRONEOUS,
  GOLD_ERROR_FREE,
  GOLD_OF_CLASS,
  INCORRECT,
  NO_ERROR,
  NO_ORDER,
  PREDICTED_ERROR_FREE,
  ROW,
  STEP_MATCHES,
  STEPS,
  STEPS_ANSWERED,
  STRAY_CORRECT,
  STRAY_OTHER,
} from "./abi";

/** Where in the ascending column, from `start` to `end`, an index stands; -1 where it does not. */
function find(column: usize, start: i32, end: i32, index: i32): i32 {
  while (start < end) {
    const middle = (start + end) >> 1;
    const at = load<i32>(column + ((<usize>middle) << 2));
    if (at == index) return middle;
    if (at < index) start = middle + 1;
    else end = middle;
  }
  return -1;
}

/** The lowest number among the labels that call a step incorrect; NO_ERROR where there is none. */
function firstError(orders: usize, labels: usize, start: i32, end: i32): i32 {
  let first = NO_ORDER;
  for (let i = start; i < end; i++) {
    if (load<u8>(labels + <usize>i) == INCORRECT) first = min(first, load<i32>(orders + ((<usize>i) << 2)));
  }
  return first == NO_ORDER ? NO_ERROR : first;
}

function count(row: usize, column: i32): void {
  const at = row + ((<usize>column) << 3);
  store<f64>(at, load<f64>(at) + 1);
}

function put(row: usize, column: i32, value: i32): void {
  store<f64>(row + ((<usize>column) << 3), <f64>value);
}

/** Measures predictions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function labelsCompare(
  predictions: i32,
  goldItems: usize,
  goldSteps: usize,
  goldLabels: usize,
  goldCounted: usize,
  items: usize,
  predLists: usize,
  predSteps: usize,
  predOrders: usize,
  predLabels: usize,
  rows: usize,
): void {
  memory.fill(rows, 0, (<usize>predictions * ROW) << 3);
  for (let p = 0; p < predictions; p++) {
    const at = <usize>load<i32>(items + ((<usize>p) << 2));
    const item = goldItems + (at << 2);
    const gold = load<i32>(item);
    const goldEnd = load<i32>(item, 4);
    const pred = load<i32>(predLists + ((<usize>p) << 2));
    const predEnd = load<i32>(predLists + ((<usize>p) << 2), 4);
    const row = rows + ((<usize>p * ROW) << 3);

    for (let s = gold; s < goldEnd; s++) count(row, GOLD_OF_CLASS + <i32>load<u8>(goldLabels + <usize>s));
    const goldFirst = firstError(goldSteps, goldLabels, gold, goldEnd);
    let answered = 0;
    let matches = 0;
    for (let i = pred; i < predEnd; i++) {
      const index = load<i32>(predSteps + ((<usize>i) << 2));
      const label = <i32>load<u8>(predLabels + <usize>i);
      const step = find(goldSteps, gold, goldEnd, index);
      if (step < 0) {
        count(row, label == CORRECT ? STRAY_CORRECT : STRAY_OTHER);
        continue;
      }
      if (index == goldFirst) {
        put(row, FIRST_ERROR_ANSWERED, 1);
        put(row, FIRST_ERROR_FLAGGED, i32(label == INCORRECT));
      }
      const own = <i32>load<u8>(goldLabels + <usize>step);
      count(row, CONFUSION + own * CLASSES + label);
      answered++;
      if (own == label) matches++;
    }

    const steps = goldEnd - gold;
    const labels = predEnd - pred;
    const predFirst = firstError(predOrders, predLabels, pred, predEnd);
    const any = i32(labels > 0);
    const free = i32(goldFirst == NO_ERROR);
    const same = i32(goldFirst == predFirst);
    put(row, STEPS, steps);
    put(row, STEPS_ANSWERED, answered);
    put(row, STEP_MATCHES, matches);
    put(row, EXACT_MATCH, i32(matches == steps && labels == steps));
    put(row, FIRST_ERROR_MATCH, same);
    put(row, ANSWERED, any);
    put(row, ANSWERED_FIRST_ERROR_MATCH, any & same);
    put(row, GOLD_ERROR_FREE, free);
    put(row, GOLD_ERRONEOUS, 1 - free);
    const calledFree = any & i32(predFirst == NO_ERROR);
    const counted = <i32>load<u8>(goldCounted + at);
    put(row, PREDICTED_ERROR_FREE, calledFree);
    put(row, FIRST_ERROR_FOUND, (1 - free) & same);
    put(row, ERROR_FREE_FOUND, free & calledFree);
    put(row, COUNTED, counted);
    put(row, APART, 1 - counted);
  }
}
