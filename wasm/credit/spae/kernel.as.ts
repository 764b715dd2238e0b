import { exp } from "../../lib/rounded.as";
import { mean, variance } from "../../lib/spread.as";

/** Potentials of `steps` steps from accuracy and confidence (f64 each), and what each step adds to it; 0 for the first one. */
export function creditSpaePotentials(steps: i32, accuracies: usize, confidences: usize, potentials: usize, gains: usize): void {
  let before: f64 = 0;
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    const accuracy = load<f64>(accuracies + at);
    const confidence = load<f64>(confidences + at);
    const potential = 1.5 * accuracy * confidence + 0.5 * accuracy - confidence;
    store<f64>(potentials + at, potential);
    store<f64>(gains + at, s == 0 ? 0 : potential - before);
    before = potential;
  }
}

/** The first step whose potential is above the threshold; -1 where none is. */
export function creditSpaeSolved(steps: i32, potentials: usize, threshold: f64): i32 {
  for (let s = 0; s < steps; s++) if (load<f64>(potentials + ((<usize>s) << 3)) > threshold) return s;
  return -1;
}

/** How much each step still counts: less the more steps before it were above the threshold. Both results are f64. */
export function creditSpaeFactors(steps: i32, potentials: usize, threshold: f64, alpha: f64, counts: usize, factors: usize): void {
  let above = 0;
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    store<f64>(counts + at, above);
    store<f64>(factors + at, 1 - alpha * (1 - exp(-(<f64>above))));
    if (load<f64>(potentials + at) > threshold) above++;
  }
}

/** Gains that are nearer to each other than this are equal: differences of doubles leave as much. */
const EQUAL: f64 = 1e-9;

/**
 * Advantages of all `steps` steps of a group, trajectory after trajectory: the trajectory's outcome less the group's mean, times the
 * step's factor, and `xi` times the exponential of its gain, scaled to 0 .. 1 and less the mean; all brought to mean 0 and variance 1.
 */
export function creditSpaeAdvantages(
  steps: i32,
  outcomes: usize,
  middle: f64,
  factors: usize,
  gains: usize,
  xi: f64,
  scratch: usize,
  credit: usize,
): void {
  let least: f64 = Infinity;
  let most: f64 = -Infinity;
  for (let s = 0; s < steps; s++) {
    const gain = load<f64>(gains + ((<usize>s) << 3));
    least = min(least, gain);
    most = max(most, gain);
  }
  const range = most - least;
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    store<f64>(scratch + at, exp(range > EQUAL ? (load<f64>(gains + at) - least) / range : 0));
  }
  const usual = mean(scratch, steps);
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    const shaped = (load<f64>(outcomes + at) - middle) * load<f64>(factors + at);
    store<f64>(scratch + at, shaped + xi * (load<f64>(scratch + at) - usual));
  }
  const centre = mean(scratch, steps);
  const scale = sqrt(variance(scratch, steps) + 1e-8);
  for (let s = 0; s < steps; s++) {
    const at = (<usize>s) << 3;
    store<f64>(credit + at, (load<f64>(scratch + at) - centre) / scale);
  }
}
