import {
  BREAK,
  COMPARED,
  CONFUSION,
  COUNT_MISMATCH,
  DUPLICATE_STEP,
  FAILURES,
  GIVEN,
  HAS_FAILURE,
  JUDGED,
  LONGEST,
  NO_FAILURE,
  NOT_PARSED,
  PARSE_FAILED,
  PARSED,
  PLACE,
  REPETITION,
  ROW,
  STEPS,
  UNJUDGED,
  WITHOUT_FAILURE,
} from "./abi";

function put(row: usize, column: i32, value: f64): void {
  store<f64>(row + ((<usize>column) << 3), value);
}

/** Where the i-th word of a column stands. */
function word(column: usize, i: i32): usize {
  return column + ((<usize>i) << 2);
}

/**
 * Makes n-grams of those one token shorter: `grams[i]` is the number of the one that ends at token i, BREAK where there is none. Equal
 * n-grams get equal numbers. The table has a power of two of places, `mask` + 1, more than there are tokens; what an earlier `stamp` put
 * there counts as empty. Returns the share of n-grams that repeat an earlier one, 0 where there are none.
 */
function lengthen(tokens: usize, length: i32, grams: usize, first: bool, table: usize, mask: i32, stamp: i32): f64 {
  let all = 0;
  let distinct = 0;
  // From the end: the shorter one before it is still there.
  for (let i = length - 1; i >= 0; i--) {
    const token = load<i32>(word(tokens, i));
    const before = first ? 0 : i > 0 ? load<i32>(word(grams, i - 1)) : BREAK;
    if (token == BREAK || before == BREAK) {
      store<i32>(word(grams, i), BREAK);
      continue;
    }
    let hash = before * 0x9e3779b1 + token * 0x85ebca6b;
    hash ^= hash >>> 15;
    let place = table;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      place = word(table, at * PLACE);
      if (load<i32>(place, 12) != stamp) {
        store<i32>(place, before);
        store<i32>(place, token, 4);
        store<i32>(place, distinct++, 8);
        store<i32>(place, stamp, 12);
        break;
      }
      if (load<i32>(place) == before && load<i32>(place, 4) == token) break;
    }
    store<i32>(word(grams, i), load<i32>(place, 8));
    all++;
  }
  return all == 0 ? 0 : <f64>(all - distinct) / <f64>all;
}

/**
 * Measures predictions against their gold items (layout in abi.ts) and writes one row each to `rows`. `table` has `mask` + 1 places, a
 * power of two and more than any prediction has steps or tokens; `grams` has a word for each of these.
 */
export function judgmentsMeasure(
  predictions: i32,
  goldSteps: usize,
  goldVerdicts: usize,
  items: usize,
  verdicts: usize,
  failures: usize,
  given: usize,
  stepLists: usize,
  steps: usize,
  tokenLists: usize,
  tokens: usize,
  table: usize,
  mask: i32,
  grams: usize,
  rows: usize,
): void {
  memory.fill(rows, 0, (<usize>predictions * ROW) << 3);
  memory.fill(table, 0, <usize>(mask + 1) * PLACE * 4);
  let stamp = 0;
  for (let p = 0; p < predictions; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    const item = load<i32>(word(items, p));
    const verdict = <i32>load<u8>(verdicts + <usize>p);
    if (verdict != UNJUDGED) {
      put(row, JUDGED, 1);
      put(row, verdict == NOT_PARSED ? PARSE_FAILED : PARSED, 1);
    }
    if (verdict == NO_FAILURE || verdict == HAS_FAILURE) {
      put(row, WITHOUT_FAILURE, i32(verdict == NO_FAILURE));
      put(row, FAILURES, load<f64>(failures + ((<usize>p) << 3)));
      const reference = <i32>load<u8>(goldVerdicts + <usize>item);
      if (reference != UNJUDGED) {
        put(row, COMPARED, 1);
        put(row, CONFUSION + 2 * (reference - NO_FAILURE) + (verdict - NO_FAILURE), 1);
      }
    }
    if (load<u8>(given + <usize>p) == 0) continue;
    const step = load<i32>(word(stepLists, p));
    const count = load<i32>(word(stepLists, p + 1)) - step;
    put(row, GIVEN, 1);
    put(row, STEPS, count);
    put(row, COUNT_MISMATCH, i32(count != load<i32>(word(goldSteps, item))));
    put(row, DUPLICATE_STEP, i32(lengthen(word(steps, step), count, grams, true, table, mask, ++stamp) > 0));
    const token = load<i32>(word(tokenLists, p));
    const length = load<i32>(word(tokenLists, p + 1)) - token;
    for (let n = 0; n < LONGEST; n++) {
      put(row, REPETITION + n, lengthen(word(tokens, token), length, grams, n == 0, table, mask, ++stamp));
    }
  }
}
