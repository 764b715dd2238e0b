import { wholePower } from "../../lib/rounded.as";

/** Accuracies nearer than this are the same. */
const SAME: f64 = 1e-5;

/**
 * Rewards at `splits` splits (f64) from the accuracies after all steps (f64, one more). Where a step changes nothing, the next change
 * within `ahead` steps counts in its place, discounted by `gamma` for each step to it.
 */
export function creditVsrm(splits: i32, accuracies: usize, gamma: f64, ahead: i32, rewards: usize): void {
  for (let s = 0; s < splits; s++) {
    const gain = change(accuracies, s);
    store<f64>(rewards + ((<usize>s) << 3), abs(gain) < SAME ? later(splits, accuracies, gamma, ahead, s) : gain);
  }
}

/** What comes of the step after split `s`. */
function change(accuracies: usize, s: i32): f64 {
  const at = accuracies + ((<usize>s) << 3);
  return load<f64>(at, 8) - load<f64>(at);
}

function later(splits: i32, accuracies: usize, gamma: f64, ahead: i32, s: i32): f64 {
  let k = s + 1;
  let steps = 0;
  while (steps < ahead && k < splits && abs(change(accuracies, k)) < SAME) {
    k++;
    steps++;
  }
  if (steps == ahead) return 0;
  if (k < splits) return signed(change(accuracies, k), wholePower(gamma, k - s));
  const whole = load<f64>(accuracies + ((<usize>splits) << 3)) - load<f64>(accuracies + ((<usize>s) << 3));
  return signed(whole, wholePower(gamma, splits - s - 1));
}

/** As the released code multiplies: no change at all gives -0. */
function signed(gain: f64, discount: f64): f64 {
  return (gain > 0 ? abs(gain) : -abs(gain)) * discount;
}
