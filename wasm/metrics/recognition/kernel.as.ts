import { ANSWERED, ASKED, DELAY, F1, HITS, MOST, NAMED, NO_DELAY, POS, ROW, STEPS, WAIT, WANTED } from "./abi";

// Where things lie in the scratch.
const TABLE_BYTES: usize = (<usize>((MOST + 2) * (MOST + 2))) << 2;
const LAST: usize = TABLE_BYTES;
const DELAYS: usize = LAST + ((<usize>STEPS) << 2);
const MARKS: usize = DELAYS + ((<usize>MOST) << 3);

/** What stands outside the table of edits. */
const NEVER: i32 = 1 << 28;
const SUBSTITUTE: i32 = 2;

function stepAt(steps: usize, i: i32): i32 {
  return load<i32>(steps + ((<usize>i) << 2));
}

function timeAt(times: usize, i: i32): f64 {
  return load<f64>(times + ((<usize>i) << 3));
}

/**
 * Damerau-Levenshtein distance in which a transposed pair may be edited again (Lowrance and Wagner 1975): steps inserted, deleted or
 * transposed cost 1, replaced ones 2. The table's first row and column lie outside of it.
 */
function distance(a: usize, n: i32, b: usize, m: i32, scratch: usize): i32 {
  const width = <usize>(m + 2);
  memory.fill(scratch + LAST, 0, (<usize>STEPS) << 2);
  for (let i = 0; i < n + 2; i++) {
    store<i32>(scratch + ((<usize>i * width) << 2), NEVER);
    store<i32>(scratch + ((<usize>i * width + 1) << 2), i - 1);
  }
  for (let j = 0; j < m + 2; j++) {
    store<i32>(scratch + ((<usize>j) << 2), NEVER);
    if (j > 0) store<i32>(scratch + ((width + <usize>j) << 2), j - 1);
  }
  for (let i = 1; i <= n; i++) {
    let lastColumn = 0;
    for (let j = 1; j <= m; j++) {
      const row = load<i32>(scratch + LAST + ((<usize>stepAt(b, j - 1)) << 2));
      const column = lastColumn;
      const isSame = stepAt(a, i - 1) == stepAt(b, j - 1);
      if (isSame) lastColumn = j;
      const at = scratch + ((<usize>(i + 1) * width + <usize>(j + 1)) << 2);
      const above = at - (width << 2);
      const transposed = load<i32>(scratch + ((<usize>row * width + <usize>column) << 2)) + (i - row - 1) + 1 + (j - column - 1);
      const replaced = load<i32>(above - 4) + (isSame ? 0 : SUBSTITUTE);
      store<i32>(at, min(min(replaced, transposed), min(load<i32>(at - 4), load<i32>(above)) + 1));
    }
    store<i32>(scratch + LAST + ((<usize>stepAt(a, i - 1)) << 2), i);
  }
  return load<i32>(scratch + ((<usize>(n + 1) * width + <usize>(m + 1)) << 2));
}

function countOf(step: i32, steps: usize, n: i32): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) count += i32(stepAt(steps, i) == step);
  return count;
}

/**
 * The place that IndustReal's code matches with `time`: of the completions of the step that are not taken the first after it; all
 * others stand far off, so where there is none after it, the first of these is meant; where there is none of these, place 0.
 */
function picked(step: i32, time: f64, steps: usize, times: usize, n: i32, taken: usize): i32 {
  let best = 0;
  let least: f64 = Infinity;
  for (let i = 0; i < n; i++) {
    const isOpen = stepAt(steps, i) == step && load<i32>(taken + ((<usize>i) << 2)) == 0;
    const away = (isOpen ? timeAt(times, i) : 1e9) - time;
    if (away > 0 && away < least) {
      least = away;
      best = i;
    }
  }
  store<i32>(taken + ((<usize>best) << 2), 1);
  return best;
}

/** One step by IndustReal's code (determine_performance): gives the named completions that count as false, sets delays by place in gold. */
function falseOf(step: i32, gold: usize, goldTimes: usize, n: i32, own: usize, times: usize, m: i32, scratch: usize): i32 {
  const wanted = countOf(step, gold, n);
  const named = countOf(step, own, m);
  if (wanted == 0 || named == 0) return named;
  const fewer = wanted > named;
  const taken = scratch + MARKS;
  memory.fill(taken, 0, (<usize>max(n, m)) << 2);
  let wrong = max(0, named - wanted);
  const asking = fewer ? m : n;
  for (let i = 0; i < asking; i++) {
    if (stepAt(fewer ? own : gold, i) != step) continue;
    const other = fewer
      ? picked(step, timeAt(times, i), gold, goldTimes, n, taken)
      : picked(step, timeAt(goldTimes, i), own, times, m, taken);
    const at = fewer ? other : i;
    const late = timeAt(times, fewer ? i : other) - timeAt(goldTimes, at);
    if (late < 0) wrong++;
    else store<f64>(scratch + DELAYS + ((<usize>at) << 3), late);
  }
  return wrong;
}

/** Named completions that are not early, each with the last completion of its step before it that is left; adds their delays to `wait`. */
function hits(gold: usize, goldTimes: usize, n: i32, own: usize, times: usize, m: i32, taken: usize, wait: usize): i32 {
  memory.fill(taken, 0, (<usize>n) << 2);
  let count = 0;
  for (let j = 0; j < m; j++) {
    let found = -1;
    for (let i = 0; i < n; i++) {
      if (stepAt(gold, i) != stepAt(own, j) || load<i32>(taken + ((<usize>i) << 2)) == 1) continue;
      if (timeAt(goldTimes, i) <= timeAt(times, j) && (found == -1 || timeAt(goldTimes, i) > timeAt(goldTimes, found))) found = i;
    }
    if (found == -1) continue;
    store<i32>(taken + ((<usize>found) << 2), 1);
    store<f64>(wait, load<f64>(wait) + (timeAt(times, j) - timeAt(goldTimes, found)));
    count++;
  }
  return count;
}

/** The F1 of IndustReal's code, with what it adds to the denominator. */
function officialF1(right: i32, named: i32, missed: i32): f64 {
  const precision: f64 = named == 0 ? 1e-6 : <f64>right / <f64>named;
  const recall: f64 = right + missed == 0 ? 1e-6 : <f64>right / <f64>(right + missed);
  return (2 * (precision * recall)) / (precision + recall + 1e-6);
}

/** Mean of the delays that were set, or what stands for none. */
function meanDelay(delays: usize, n: i32): f64 {
  let sum: f64 = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    const delay = timeAt(delays, i);
    if (delay < 0) continue;
    sum += delay;
    count++;
  }
  return count == 0 ? NO_DELAY : sum / <f64>count;
}

/** Measures `count` lists of completions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function recognitionMeasure(
  count: i32,
  goldStarts: usize,
  goldSteps: usize,
  goldTimes: usize,
  items: usize,
  answered: usize,
  starts: usize,
  steps: usize,
  times: usize,
  scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>(p * ROW)) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const n = load<i32>(item, 4) - first;
    if (n == 0) continue;
    const start = load<i32>(starts + ((<usize>p) << 2));
    const m = load<i32>(starts + ((<usize>p) << 2), 4) - start;
    const gold = goldSteps + ((<usize>first) << 2);
    const goldAt = goldTimes + ((<usize>first) << 3);
    const own = steps + ((<usize>start) << 2);
    const at = times + ((<usize>start) << 3);
    const delays = scratch + DELAYS;
    for (let i = 0; i < n; i++) store<f64>(delays + ((<usize>i) << 3), -1);
    let wrong = 0;
    let missed = 0;
    for (let step = 0; step < STEPS; step++) {
      missed += max(0, countOf(step, gold, n) - countOf(step, own, m));
      wrong += falseOf(step, gold, goldAt, n, own, at, m, scratch);
    }
    const edits = distance(gold, n, own, m, scratch);
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (POS << 3), 1 - min(<f64>edits / <f64>n, 1));
    store<f64>(row + (F1 << 3), officialF1(m - wrong, m, missed));
    store<f64>(row + (DELAY << 3), meanDelay(delays, n));
    store<f64>(row + (WANTED << 3), n);
    store<f64>(row + (NAMED << 3), m);
    store<f64>(row + (HITS << 3), hits(gold, goldAt, n, own, at, m, scratch + MARKS, row + (WAIT << 3)));
  }
}
