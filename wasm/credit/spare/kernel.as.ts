import { mean } from "../../lib/spread.as";

/**
 * Scores of `steps` steps from `graded` grades: for each its step (from 1, i32) and whether it is right (1 or 0, i32). Of two grades of
 * a step the later one counts, those of other steps do not; a step without one is wrong, or with `missedAsOutcome` 1 as right as the
 * outcome. No grades at all are a reference solution, all right. The last step is right where the outcome is 1. A right step scores
 * `high`, a wrong one `low`; `scores` are f64.
 */
export function creditSpareLabels(
  graded: i32,
  places: usize,
  grades: usize,
  steps: i32,
  outcome: f64,
  missedAsOutcome: i32,
  low: f64,
  high: f64,
  scores: usize,
): void {
  const end = outcome == 1 ? high : low;
  const missed = graded == 0 ? high : missedAsOutcome ? end : low;
  for (let s = 0; s < steps; s++) store<f64>(scores + ((<usize>s) << 3), missed);
  for (let g = 0; g < graded; g++) {
    const place = load<i32>(places + ((<usize>g) << 2));
    if (place < 1 || place > steps) continue;
    store<f64>(scores + ((<usize>(place - 1)) << 3), load<i32>(grades + ((<usize>g) << 2)) ? high : low);
  }
  store<f64>(scores + ((<usize>(steps - 1)) << 3), end);
}

/** The mean of `steps` scores. */
export function creditSpareMean(steps: i32, scores: usize): f64 {
  return mean(scores, steps);
}

/**
 * Whether x is preferred to y (Pareto): of their `count` aggregates (f64) none is worse and one is better, or, with `strict` 1, all are
 * better. A pair with NaN is passed over; where there is no other, x is not preferred.
 */
export function creditSparePreferred(count: i32, x: usize, y: usize, strict: i32): i32 {
  let better = 0;
  let compared = 0;
  for (let a = 0; a < count; a++) {
    const own = load<f64>(x + ((<usize>a) << 3));
    const other = load<f64>(y + ((<usize>a) << 3));
    if (own != own || other != other) continue;
    if (own < other) return 0;
    compared++;
    if (own > other) better++;
  }
  return i32(better > 0 && (!strict || better == compared));
}
