import type { LabelsItem, LabelsPrediction } from "@stepladder/schema";
import { defineInsight } from "../define.ts";
import { type Labelling, labelFailures } from "../labels/failures.ts";
import { stepsOf } from "./labels.ts";

const NAMES: Readonly<Record<number, string>> = { [-1]: "-1 incorrect", 0: "0 neutral", 1: "1 correct" };

/** A label with its word; any whole number may be predicted. */
function named(label: number): string {
  return NAMES[label] ?? String(label);
}

const labelling: Labelling<LabelsItem, LabelsPrediction> = {
  gold: ({ labels }) => stepsOf(labels).map((step) => named(labels[step] as number)),
  predicted: ({ labels: own }, { labels }) =>
    stepsOf(labels).map((step) => (Object.hasOwn(own, step) ? named(own[step] as number) : undefined)),
  mended: ({ labels: own }, { labels }, steps) => {
    const all = stepsOf(labels);
    const mended = steps.map((at) => [String(all[at]), labels[all[at] as number] as number] as const);
    return { labels: { ...own, ...Object.fromEntries(mended) } };
  },
  wrong: named(-1),
};

export default defineInsight<LabelsItem, LabelsPrediction>({
  view(item, prediction) {
    const gold = labelling.gold(item);
    const own = prediction && labelling.predicted(prediction, item);
    return {
      title: `${item.dataset}, ${item.id}`,
      facts: [
        { name: "Question", value: item.question },
        { name: "Outcome of the trajectory", value: named(item.final) },
      ],
      panels: [
        {
          kind: "labels",
          title: "Steps",
          wrong: [labelling.wrong],
          steps: stepsOf(item.labels).map((message, at) => ({
            // Gold holds labels and no messages: these are texts of others.
            text: `Message ${message} of the trajectory`,
            gold: gold[at] as string,
            ...(own === undefined ? {} : { same: own[at] === gold[at], ...(own[at] === undefined ? {} : { predicted: own[at] }) }),
          })),
        },
      ],
    };
  },
  failures: labelFailures(labelling),
});
