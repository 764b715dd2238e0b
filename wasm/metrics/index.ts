import {
  answeredFirstErrorAccuracy,
  answeredStepAccuracy,
  cohenKappa,
  correct,
  erroneousFirstErrorAccuracy,
  errorFreePrecision,
  errorFreeRecall,
  exactMatch,
  firstErrorAccuracy,
  incorrect,
  macroF1,
  neutral,
  stepAccuracy,
} from "./labels/metrics.ts";
import { finalMatch, positionwiseMatchRatio, prefixAccuracy, prefixMatchLength, sequentialMatch } from "./states/metrics.ts";

/** Every metric that site, workers and CLI know. Adding one: its formula in a family's `metrics.ts` and a line here. */
export const metrics = {
  "prefix-accuracy": prefixAccuracy,
  "sequential-match": sequentialMatch,
  "final-match": finalMatch,
  "prefix-match-length": prefixMatchLength,
  "positionwise-match-ratio": positionwiseMatchRatio,
  "step-accuracy": stepAccuracy,
  "first-error-accuracy": firstErrorAccuracy,
  "exact-match": exactMatch,
  "answered-first-error-accuracy": answeredFirstErrorAccuracy,
  "erroneous-first-error-accuracy": erroneousFirstErrorAccuracy,
  "error-free-precision": errorFreePrecision,
  "error-free-recall": errorFreeRecall,
  "answered-step-accuracy": answeredStepAccuracy,
  "cohen-kappa": cohenKappa,
  "macro-f1": macroF1,
  "correct-precision": correct.precision,
  "correct-recall": correct.recall,
  "correct-f1": correct.f1,
  "neutral-precision": neutral.precision,
  "neutral-recall": neutral.recall,
  "neutral-f1": neutral.f1,
  "incorrect-precision": incorrect.precision,
  "incorrect-recall": incorrect.recall,
  "incorrect-f1": incorrect.f1,
} as const;

/** A wrong metric id in a track does not compile. */
export type MetricId = keyof typeof metrics;

export type { AdditiveMetric, Matrix, Metric, Value, Weights } from "./contract.ts";
