import { exp } from "../../lib/rounded.as";
import { mean, variance } from "../../lib/spread.as";

/**
 * Rewards of `count` candidates for the next step: what a judge gives its parts together (f64, -2 .. 2), and to an answer (`ends` 1,
 * i32) `lambda` times the share of the budget of steps that is left before step `turn`, counted from 0.
 */
export function creditSlateRewards(count: i32, judged: usize, ends: usize, turn: f64, budget: f64, lambda: f64, rewards: usize): void {
  for (let c = 0; c < count; c++) {
    const reward = load<f64>(judged + ((<usize>c) << 3));
    const early = load<i32>(ends + ((<usize>c) << 2)) ? (lambda * (budget - turn)) / budget : 0;
    store<f64>(rewards + ((<usize>c) << 3), reward + early);
  }
}

/** Advantages of `count` candidates that share what is before them, and the probability of each to be taken. */
export function creditSlateAdvantages(count: i32, rewards: usize, eta: f64, advantages: usize, probabilities: usize): void {
  const middle = mean(rewards, count);
  const deviation = sqrt(variance(rewards, count));
  let best: f64 = -Infinity;
  for (let c = 0; c < count; c++) {
    const advantage = (load<f64>(rewards + ((<usize>c) << 3)) - middle) / (deviation + 1e-6);
    store<f64>(advantages + ((<usize>c) << 3), advantage);
    if (advantage > best) best = advantage;
  }
  let sum: f64 = 0;
  for (let c = 0; c < count; c++) {
    // As low as `exp` goes.
    const weight = exp(max((load<f64>(advantages + ((<usize>c) << 3)) - best) / eta, -700));
    store<f64>(probabilities + ((<usize>c) << 3), weight);
    sum += weight;
  }
  for (let c = 0; c < count; c++) {
    const at = probabilities + ((<usize>c) << 3);
    store<f64>(at, load<f64>(at) / sum);
  }
}

/** The variance of `count` rewards, over count - 1. */
export function creditSlateVariance(count: i32, rewards: usize): f64 {
  return variance(rewards, count);
}
