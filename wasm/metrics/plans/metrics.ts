import {
  type AdditiveMetric,
  additive,
  answeredOr,
  meanOfAnswered,
  quotient,
  type RankedMetric,
  ranked,
  type SummedMetric,
} from "../contract.ts";
import { BATCH, batchIou } from "./batches.ts";
import { PLANNED } from "./measure.ts";

const SOURCE = "PDPP, utils/accuracy.py";

type Told = Pick<AdditiveMetric, "title" | "binary" | "explains" | "source" | "statistics" | "finish"> & { readonly among: string };

function planMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ ...told, id, group: "Plans", unit: "fraction", better: "higher", family: "plans" }), id };
}

/** Share of cases whose plan is right in every action (SR). */
export const planSuccess = planMetric("plan-success", {
  title: "Success rate",
  binary: true,
  explains: "Share of the cases whose plan has every action right, each at its place.",
  source: SOURCE,
  ...meanOfAnswered("plan-success", "plans", "plan"),
});

/** Share of all positions with the right action (mAcc): of plans of one length what PDPP averages over cases. */
export const planAccuracy = planMetric("plan-accuracy", {
  title: "Accuracy per position",
  binary: false,
  explains: "Share of the positions of gold's lists at which the predicted list has the same action, all cases together.",
  source: `${SOURCE} (mAcc)`,
  among: "plans-asked",
  statistics: ["plan-right", "plan-positions", "plans-answered"],
  finish(sums, weight) {
    const [right = 0, positions = 0, answered = 0] = sums;
    return answeredOr(quotient(right, positions, "no item asks for a plan"), answered, weight, "plan");
  },
});

/** Mean over cases of the IoU of the two sets of actions (PDPP's MIoU2). */
export const planIou = planMetric("plan-iou", {
  title: "IoU per case",
  binary: false,
  explains: "Different actions in both the plan and gold as a share of those in either, whatever their order, averaged over cases.",
  source: `${SOURCE} (MIoU2)`,
  ...meanOfAnswered("plan-iou", "plans", "plan"),
});

/** Share of cases whose first action is right. */
export const firstActionAccuracy = planMetric("first-action-accuracy", {
  title: "First action",
  binary: true,
  explains: "Share of the cases whose plan begins with the action that gold begins with.",
  source: `${SOURCE} (correct_a0)`,
  ...meanOfAnswered("plan-first", "plans", "plan"),
});

/** Share of cases whose last action is right. */
export const lastActionAccuracy = planMetric("last-action-accuracy", {
  title: "Last action",
  binary: true,
  explains: "Share of the cases whose plan ends with the action that gold ends with.",
  source: `${SOURCE} (correct_aT)`,
  ...meanOfAnswered("plan-last", "plans", "plan"),
});

const batch = "batch-plan-iou";

/** PDPP's MIoU1 over this file in batches of BATCH: a figure of the file as a whole. */
export const batchPlanIou: RankedMetric & { readonly id: typeof batch } = {
  ...ranked({
    id: batch,
    title: `IoU of ${BATCH.toLocaleString("en")} cases at once (not comparable)`,
    group: "Whole file",
    unit: "fraction",
    better: "higher",
    family: "plan-sets",
    events: PLANNED,
    whole: true,
    of: (events, _, cases) => batchIou(events, cases),
    explains: `Not comparable: IoU of all actions planned and all actions done in a batch of ${BATCH.toLocaleString("en")} cases, averaged over batches; with other batches it is another number.`,
    source: `Ours, by the rule of PDPP's MIoU1 (utils/accuracy.py) in gold's order and batches of ${BATCH.toLocaleString("en")}`,
  }),
  id: batch,
};
