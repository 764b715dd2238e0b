/**
 * The paper's step reward: `alpha` times the share that a step has in the outcome, and `beta` where its action was carried out. The
 * shares are the scores (f64), scaled so that they add up to the outcome; equal ones where all scores are 0. `executed` is 1 or 0 (f64).
 */
export function creditSpaPaper(steps: i32, scores: usize, executed: usize, outcome: f64, alpha: f64, beta: f64, credit: usize): void {
  let sum: f64 = 0;
  for (let s = 0; s < steps; s++) sum += load<f64>(scores + ((<usize>s) << 3));
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    const share = sum > 0 ? load<f64>(scores + at) / sum : 1 / <f64>steps;
    store<f64>(credit + at, alpha * outcome * share + beta * load<f64>(executed + at));
  }
}

/**
 * What the released script puts in place of every step's estimate: the outcome less the mean of the other ones of the same question,
 * or the outcome itself where there is no other. Like the script it takes out the first outcome of that value, not that place.
 */
export function creditSpaBaseline(trajectories: i32, outcomes: usize, own: f64): f64 {
  if (trajectories == 1) return own;
  let sum: f64 = 0;
  let out = false;
  for (let t = 0; t < trajectories; t++) {
    const other = load<f64>(outcomes + ((<usize>t) << 3));
    if (!out && other == own) out = true;
    else sum += other;
  }
  return own - sum / (trajectories - 1);
}

/**
 * The released step reward: the same `value` for all, and `beta` where the action was carried out, which the last step always counts
 * as; `weighted` 1 multiplies by the number of steps that follow, as the trainer does.
 */
export function creditSpaCode(steps: i32, executed: usize, value: f64, beta: f64, weighted: i32, credit: usize): void {
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    const done = s == steps - 1 || load<f64>(executed + at) != 0;
    const reward = value + (done ? beta : 0);
    store<f64>(credit + at, weighted ? reward * (steps - 1 - s) : reward);
  }
}
