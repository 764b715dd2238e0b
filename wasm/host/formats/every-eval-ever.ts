import type { Scorecard } from "@stepladder/schema";
import { UNITS, type Unit } from "../../metrics/contract.ts";
import type { Details } from "./details.ts";
import type { MetricFacts } from "./format.ts";
import { type Valued, valuedScores } from "./valued.ts";

/** Ends of what a unit can be, where it tells them; the format has text for an end that is open. */
const RANGES: Partial<Record<Unit, readonly [low: number, high: number | "Infinity"]>> = {
  fraction: [0, 1],
  coefficient: [-1, 1],
  steps: [0, "Infinity"],
  edits: [0, "Infinity"],
  failures: [0, "Infinity"],
  seconds: [0, "Infinity"],
};

/**
 * The aggregate record of Every Eval Ever 0.3.0 (github.com/evaleval/every_eval_ever): one result per metric that has a value, overall.
 * Its rows of single items need the model's input and output, which a scorecard has not.
 */
export function everyEvalEver(scorecard: Scorecard, metrics: MetricFacts, details: Details): string {
  const { track, versions, hashes, seed } = scorecard;
  const { model = "", date = "", organization, relationship } = details;
  const timestamp = String(Date.parse(date) / 1000);
  const record = {
    schema_version: "0.3.0",
    evaluation_id: `${track}/${model}/${timestamp}`,
    retrieved_timestamp: timestamp,
    source_metadata: {
      source_name: "Stepladder",
      source_type: "evaluation_run",
      source_organization_name: organization,
      evaluator_relationship: relationship,
    },
    eval_library: {
      name: "stepladder",
      version: versions.stepladder,
      additional_details: {
        track_version: versions.track,
        seed: String(seed),
        gold_sha256: hashes.gold,
        predictions_sha256: hashes.predictions,
        kernels_sha256: hashes.kernels,
      },
    },
    model_info: { name: model, id: model, additional_details: { deployment_type: "unknown", model_availability: "unknown" } },
    evaluation_results: valuedScores(scorecard).map((valued) => ({
      evaluation_result_id: `${track}.${valued.id}`,
      evaluation_name: track,
      source_data: sourceData(scorecard, details),
      ...result(track, valued, metrics[valued.id] as MetricFacts[string]),
    })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function sourceData({ track, coverage }: Scorecard, { dataset }: Details): object {
  return dataset === undefined
    ? { dataset_name: track, source_type: "other" }
    : { dataset_name: track, source_type: "hf_dataset", hf_repo: dataset, samples_number: coverage.items };
}

function result(track: string, { id, score }: Valued, { title, unit, better, explains }: MetricFacts[string]): object {
  const { value, low, high, scored, unscored } = score;
  const range = RANGES[unit];
  return {
    metric_config: {
      evaluation_description: explains,
      metric_id: `${track}.${id}`,
      metric_name: title,
      metric_unit: unit === "fraction" ? "proportion" : UNITS[unit].sign || unit,
      lower_is_better: better === "lower",
      // A scale of the metric's own is not told here, and made up nowhere.
      ...(range === undefined ? {} : { score_type: "continuous", min_score: range[0], max_score: range[1] }),
    },
    score_details: {
      score: value,
      details: { scored: String(scored), unscored: String(unscored) },
      ...(low === undefined || high === undefined
        ? {}
        : { uncertainty: { confidence_interval: { lower: low, upper: high, confidence_level: 0.95 } } }),
    },
  };
}
