import {
  acyclic,
  closureF1,
  edgeF1,
  edgePrecision,
  edgeRecall,
  graphEditDistance,
  graphEditExact,
  graphEditLowerBound,
  orderConsistency,
  pooledEdgeF1,
  reductionF1,
} from "./graphs/metrics.ts";
import { finalMatch, positionwiseMatchRatio, prefixAccuracy, prefixMatchLength, sequentialMatch } from "./states/metrics.ts";

/** Every metric that site, workers and CLI know. Adding one: its formula in a family's `metrics.ts` and a line here. */
export const metrics = {
  "prefix-accuracy": prefixAccuracy,
  "sequential-match": sequentialMatch,
  "final-match": finalMatch,
  "prefix-match-length": prefixMatchLength,
  "positionwise-match-ratio": positionwiseMatchRatio,
  "edge-f1": edgeF1,
  "edge-precision": edgePrecision,
  "edge-recall": edgeRecall,
  "pooled-edge-f1": pooledEdgeF1,
  "closure-f1": closureF1,
  "reduction-f1": reductionF1,
  "order-consistency": orderConsistency,
  acyclic,
  "graph-edit-distance": graphEditDistance,
  "graph-edit-lower-bound": graphEditLowerBound,
  "graph-edit-exact": graphEditExact,
} as const;

/** A wrong metric id in a track does not compile. */
export type MetricId = keyof typeof metrics;

export type { AdditiveMetric, Matrix, Metric, Value, Weights } from "./contract.ts";
