import { finalMatch, positionwiseMatchRatio, prefixAccuracy, prefixMatchLength, sequentialMatch } from "./states/metrics.ts";

/** Every metric that site, workers and CLI know. Adding one: its formula in a family's `metrics.ts` and a line here. */
export const metrics = {
  "prefix-accuracy": prefixAccuracy,
  "sequential-match": sequentialMatch,
  "final-match": finalMatch,
  "prefix-match-length": prefixMatchLength,
  "positionwise-match-ratio": positionwiseMatchRatio,
} as const;

/** A wrong metric id in a track does not compile. */
export type MetricId = keyof typeof metrics;

export type { AdditiveMetric, Matrix, Metric, Value, Weights } from "./contract.ts";
