import type { Scorecard } from "@stepladder/schema";
import { type ScalarTag, stringify } from "yaml";
import type { Details } from "./details.ts";
import type { MetricFacts } from "./format.ts";
import { rankingScore, valuedScores } from "./valued.ts";

/** Numbers to the last bit, as YAML 1.1 reads them too: without a point it takes 1e-7 for text. */
const NUMBER: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => typeof value === "number",
  test: /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i,
  resolve: Number,
  stringify: ({ value }) => String(value).replace(/^(-?\d+)e/, "$1.0e"),
};

/** YAML that 1.1 and 1.2 read alike: all text is in quotes, for either takes some for something else. */
function yaml(value: unknown): string {
  return stringify(value, {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    aliasDuplicateObjects: false,
    customTags: (tags) => [NUMBER, ...tags],
  });
}

/** A file for `.eval_results/` of a model's repository (huggingface.co/docs/hub/eval-results): the score that ranks. */
export function evalResults(scorecard: Scorecard, metrics: MetricFacts, { dataset, task, date }: Details): string {
  const { id, score } = rankingScore(scorecard);
  return yaml([
    {
      dataset: { id: dataset, task_id: task },
      value: score.value,
      ...(date === undefined ? {} : { date }),
      notes: `${metrics[id]?.title ?? id}, scored by Stepladder ${scorecard.versions.stepladder} (${scorecard.track})`,
    },
  ]);
}

/** The `model-index` of a model card (github.com/huggingface/hub-docs, modelcard.md), for its front matter: every score. */
export function modelIndex(scorecard: Scorecard, metrics: MetricFacts, { model, dataset, task }: Details): string {
  return yaml({
    "model-index": [
      {
        name: model,
        results: [
          {
            task: { type: task },
            dataset: { type: dataset, name: scorecard.track },
            metrics: valuedScores(scorecard).map(({ id, score }) => ({ type: id, value: score.value, name: metrics[id]?.title ?? id })),
          },
        ],
      },
    ],
  });
}
