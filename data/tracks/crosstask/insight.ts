import type { CrosstaskItem, CrosstaskPrediction } from "@stepladder/schema";
import type { Stretch } from "@stepladder/wasm/host/overlap.ts";
import { defineInsight } from "../define.ts";
import { type Pointing, pointFailures, pointPanel } from "../points/insight.ts";
import { pointsInOrder } from "./in-order.ts";
import { crosstaskCodec, framesOf } from "./segments.ts";

function pointsOf({ seconds, scores }: CrosstaskPrediction): (number | undefined)[] {
  if (scores !== undefined) return pointsInOrder(scores);
  return (seconds ?? []).map((second) => (second === null ? undefined : Math.floor(second)));
}

const pointing: Pointing<CrosstaskItem, CrosstaskPrediction> = {
  windows: (item) => crosstaskCodec.gold(item),
  points: pointsOf,
  pointed: (_, seconds) => ({ seconds }),
  // Texts of steps are not in gold.
  name: ({ task }, query) => `step ${query + 1} of task ${task}`,
};

/** The seconds that show a segment. */
function windowOf(segment: Stretch): Stretch {
  const { first, last } = framesOf(segment);
  return { start: first, end: last };
}

export default defineInsight<CrosstaskItem, CrosstaskPrediction>({
  view: (item, prediction) => ({
    title: item.id.replace(/^\w+:/, ""),
    facts: [
      { name: "Task", value: item.task },
      { name: "Steps of the task", value: String(item.steps) },
    ],
    panels: [
      pointPanel(
        "When each step is shown",
        Array.from({ length: item.steps }, (_, step) => ({
          name: `Step ${step + 1}`,
          segments: item.segments.filter((segment) => segment.step === step + 1),
        })),
        windowOf,
        prediction && pointsOf(prediction),
      ),
    ],
  }),
  failures: pointFailures(pointing),
});
