import { wholePower } from "../../lib/rounded.as";
import { mean, variance } from "../../lib/spread.as";

/**
 * Rewards of `count` steps whose parents (i32, -1 where a trajectory begins) come before them: the mean over the trajectories through a
 * step of their outcome, discounted by `gamma` for each step to their end, and `weight` where the action was carried out (f64, 1 or 0).
 * `outcomes` are NaN where a step is followed. `through` has room for `count` f64.
 */
export function creditPortoolRewards(
  count: i32,
  parents: usize,
  outcomes: usize,
  executed: usize,
  gamma: f64,
  weight: f64,
  through: usize,
  rewards: usize,
): void {
  memory.fill(rewards, 0, (<usize>count) << 3);
  memory.fill(through, 0, (<usize>count) << 3);
  for (let end = 0; end < count; end++) {
    const outcome = load<f64>(outcomes + ((<usize>end) << 3));
    if (outcome != outcome) continue;
    let left = 0;
    for (let step = end; step >= 0; step = load<i32>(parents + ((<usize>step) << 2))) {
      const at = (<usize>step) << 3;
      store<f64>(rewards + at, load<f64>(rewards + at) + wholePower(gamma, left) * outcome);
      store<f64>(through + at, load<f64>(through + at) + 1);
      left++;
    }
  }
  for (let step = 0; step < count; step++) {
    const at = (<usize>step) << 3;
    const reward = load<f64>(rewards + at) / load<f64>(through + at);
    store<f64>(rewards + at, reward + weight * load<f64>(executed + at));
  }
}

/** The mean of `count` rewards. */
export function creditPortoolMean(count: i32, rewards: usize): f64 {
  return mean(rewards, count);
}

/** `count` rewards against each other: less their mean, over their deviation (n - 1); 0 where there is only one. */
export function creditPortoolRelative(count: i32, rewards: usize, advantages: usize): void {
  const middle = mean(rewards, count);
  const deviation = count == 1 ? 0 : sqrt(variance(rewards, count));
  for (let r = 0; r < count; r++) {
    const at = (<usize>r) << 3;
    store<f64>(advantages + at, (load<f64>(rewards + at) - middle) / (deviation + 1e-6));
  }
}
