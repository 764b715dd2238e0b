// The standard normal distribution, from + - * / and square root alone: these are rounded alike on every host, where the last bits of
// Math.exp and Math.log may differ.
import { exp } from "../lib/exp.ts";

const ROOT_2_PI = 2.5066282746310002;

/**
 * Share of the standard normal below `x`. Relative error below 1e-14; 0 below -38. Series (Marsaglia 2004, "Evaluating the normal
 * distribution") in the middle, Laplace's continued fraction beyond.
 */
export function normalCdf(x: number): number {
  if (x > 0) return 1 - normalCdf(-x);
  if (x < -38) return 0;
  return x > -1.5 ? 0.5 + density(x) * series(x) : density(x) / fraction(-x);
}

/** The `x` that has the share `p` of the standard normal below it, 0 < p < 1. Absolute error below 1e-14 for p <= 1/2. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  // Newton's steps from 0 fall towards the answer and never pass it, because the curve is convex there; rounding ends them.
  let x = 0;
  for (;;) {
    const next = x - (normalCdf(x) - p) / density(x);
    if (!(next < x)) return x;
    x = next;
  }
}

/** e^(-x^2/2) / sqrt(2 pi). The square is split so that its rounding does no harm (Cody 1969). */
function density(x: number): number {
  const near = Math.trunc(x * 16) / 16;
  return (exp(-(near * near) / 2) * exp(-((x - near) * (x + near)) / 2)) / ROOT_2_PI;
}

function series(x: number): number {
  let term = x;
  let sum = x;
  for (let i = 3; i < 60; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return sum;
}

function fraction(x: number): number {
  let below = x;
  for (let i = 150; i > 0; i--) below = x + i / below;
  return below;
}
