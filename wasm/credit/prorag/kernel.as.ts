import { mean, variance } from "../../lib/spread.as";

/**
 * Advantages of all steps of a group of trajectories: the trajectory's reward against those of the group, and `beta` times the step's
 * score against those of all steps. Steps of trajectory t are starts[t] .. starts[t + 1] (i32); a step weighs as many tokens as were
 * generated in it (f64), and one without any has no part in the scores.
 */
export function creditProrag(
  trajectories: i32,
  rewards: usize,
  starts: usize,
  scores: usize,
  tokens: usize,
  beta: f64,
  credit: usize,
): void {
  const steps = load<i32>(starts + ((<usize>trajectories) << 2));
  let all: f64 = 0;
  let sum: f64 = 0;
  for (let s = 0; s < steps; s++) {
    const weight = load<f64>(tokens + ((<usize>s) << 3));
    all += weight;
    sum += weight * load<f64>(scores + ((<usize>s) << 3));
  }
  const middle = sum / all;
  let squares: f64 = 0;
  for (let s = 0; s < steps; s++) {
    const off = load<f64>(scores + ((<usize>s) << 3)) - middle;
    squares += load<f64>(tokens + ((<usize>s) << 3)) * off * off;
  }
  const scale = all <= 1 ? 1 : sqrt(squares / all + 1e-8);
  const usual = mean(rewards, trajectories);
  const deviation = sqrt(variance(rewards, trajectories)) + 1e-4;
  for (let t = 0; t < trajectories; t++) {
    const coarse = (load<f64>(rewards + ((<usize>t) << 3)) - usual) / deviation;
    const end = load<i32>(starts + ((<usize>t) << 2), 4);
    for (let s = load<i32>(starts + ((<usize>t) << 2)); s < end; s++) {
      const at = (<usize>s) << 3;
      const fine = load<f64>(tokens + at) > 0 ? (beta * (load<f64>(scores + at) - middle)) / scale : 0;
      store<f64>(credit + at, coarse + fine);
    }
  }
}
