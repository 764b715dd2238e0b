import type { StepScoresItem, StepScoresPrediction } from "@stepladder/schema";
import { defineInsight } from "../define.ts";
import { type Labelling, labelFailures } from "../labels/failures.ts";
import { type ClassName, GROUPS } from "./labels.ts";

const [VALID, INVALID] = ["valid", "not valid"];

function named(label: number): string {
  return label === 1 ? VALID : label === 0 ? INVALID : `${label}, which is neither`;
}

/** Of the solution's own steps: gold's numbers of some wrong ones lie beyond the last, where nothing can be shown. */
const labelling: Labelling<StepScoresItem, StepScoresPrediction> = {
  gold: ({ steps, errors }) => Array.from({ length: steps }, (_, at) => (errors.includes(at + 1) ? INVALID : VALID)),
  predicted: ({ labels }, { steps }) =>
    Array.from({ length: steps }, (_, at) => (labels[at] === undefined ? undefined : named(labels[at]))),
  mended: ({ labels }, { errors }, steps) => {
    const mended = [...labels];
    for (const at of steps) mended[at] = Number(!errors.includes(at + 1));
    return { labels: mended };
  },
  wrong: INVALID,
};

export default defineInsight<StepScoresItem, StepScoresPrediction>({
  view(item, prediction) {
    const gold = labelling.gold(item);
    const own = prediction && labelling.predicted(prediction, item);
    return {
      title: `${item.classification}, ${item.question}`,
      facts: [
        { name: "Kind of error that was put in", value: item.classification },
        { name: "Group", value: GROUPS[item.classification as ClassName] ?? "none" },
      ],
      panels: [
        {
          kind: "labels",
          title: "Steps of the solution",
          wrong: [INVALID],
          steps: gold.map((label, at) => ({
            // Gold holds numbers of steps and no solution: its text is of others.
            text: `Step ${at + 1} of the solution`,
            gold: label,
            ...(own === undefined ? {} : { same: own[at] === label, ...(own[at] === undefined ? {} : { predicted: own[at] }) }),
          })),
        },
      ],
    };
  },
  failures: labelFailures(labelling),
});
