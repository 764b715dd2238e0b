import { normalCdf, normalQuantile } from "./normal.ts";
import { quantile } from "./quantile.ts";

/**
 * 95 % interval by the bootstrap, corrected for bias and acceleration (BCa; Efron 1987, "Better bootstrap confidence intervals").
 * `sortedDraws` rise; `point` is the value of the data as they are; `jackknife` holds the values with one cluster left out each. NaN
 * (no value) is dropped from both. Absent where it cannot be made: nothing varies, every draw lies on one side of the point, or the
 * acceleration is so strong that the correction turns round.
 */
export function bcaInterval(sortedDraws: Float64Array, point: number, jackknife: Float64Array): { low: number; high: number } | undefined {
  const draws = sortedDraws.filter((value) => !Number.isNaN(value));
  const below = draws.reduce((sum, value) => sum + (value < point ? 1 : value === point ? 0.5 : 0), 0) / draws.length;
  const acceleration = accelerationOf(jackknife.filter((value) => !Number.isNaN(value)));
  if (!(below > 0 && below < 1) || draws[0] === draws.at(-1) || acceleration === undefined) return undefined;
  const bias = normalQuantile(below);
  const [low, high] = [0.025, 0.975].map((share) => {
    const z = bias + normalQuantile(share);
    const slope = 1 - acceleration * z;
    return slope > 0 ? quantile(draws, normalCdf(bias + z / slope)) : undefined;
  });
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** A sixth of the skewness of the jackknife's values; absent where they do not vary. */
function accelerationOf(values: Float64Array): number | undefined {
  if (values.every((value) => value === values[0])) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (mean - value) * (mean - value), 0);
  const cubes = values.reduce((sum, value) => sum + (mean - value) * (mean - value) * (mean - value), 0);
  return cubes / (6 * squares * Math.sqrt(squares));
}
