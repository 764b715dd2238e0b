import type { PlanItem, PlanPrediction } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { type Plan, planSets, plans } from "@stepladder/wasm/metrics/plans/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldFormat, keppGold, keppPlans, recordFormat } from "./formats.ts";
import { owns } from "./kepp.ts";

const gold = ({ actions }: PlanItem): Plan => actions;
const prediction = ({ actions }: PlanPrediction): Plan => actions;

/** Whether an action stands twice in what was done, apart from what fills up. */
function repeats({ actions, padding }: PlanItem): boolean {
  const done = actions.slice(padding);
  return new Set(done).size < done.length;
}

export default defineTrack({
  id: "procedure-planning",
  title: "Procedure planning",
  version: "1",
  date: "2026-11-23",
  summary: "Given pictures of a start and a goal, plan the four actions that were done from the one to the other.",
  note: "Cases are the 3,901 of CrossTask at four actions that KEPP's released lists hold; figures of other horizons, splits and case lists are of other tests.",
  papers: [
    {
      title: "Why Not Use Your Textbook? Knowledge-Enhanced Procedure Planning of Instructional Videos",
      url: "https://arxiv.org/abs/2403.02782",
    },
    { title: "PDPP: Projected Diffusion for Procedure Planning in Instructional Videos", url: "https://arxiv.org/abs/2303.14676" },
    { title: "Cross-task weakly supervised learning from instructional videos", url: "https://arxiv.org/abs/1903.08225" },
  ],
  sources: [
    {
      title: "Ravindu-Yasas-Nagasinghe/KEPP, test lists with predictions",
      url: "https://github.com/Ravindu-Yasas-Nagasinghe/KEPP",
      licence: "none named",
    },
    {
      title: "DmZhukov/CrossTask, crosstask_release",
      url: "https://github.com/DmZhukov/CrossTask",
      licence: "code BSD-3-Clause; none named for the annotations",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: PlanItem) => id,
  goldFormats: [keppGold, goldFormat],
  formats: [keppPlans, recordFormat],
  measure: together("plans", [
    asked(plans, { gold: (item: PlanItem) => ({ gold: gold(item), context: true }), answer: prediction }),
    planSets({ gold, prediction }),
  ]),
  metrics: ["plan-success", "plan-accuracy", "plan-iou", "first-action-accuracy", "last-action-accuracy", "batch-plan-iou"],
  slices: [
    { id: "task", title: "Task", of: ({ task }) => task },
    {
      id: "padding",
      title: "Actions in the video",
      values: ["4 or more", "3", "2", "1"],
      of: ({ actions, padding }) => (padding === 0 ? "4 or more" : `${actions.length - padding}`),
    },
    { id: "repeats", title: "An action is done again", values: ["no", "yes"], of: (item) => (repeats(item) ? "yes" : "no") },
  ],
  cluster: { title: "video", of: ({ video }) => video },
  curves: [],
  unscored: { prediction: { actions: [] }, rule: "A case without a readable prediction scores as an empty plan." },
  context: ({ actions }) => ({ actions: actions.length }),
  diagnoses,
  vote: ({ actions }) => JSON.stringify(actions),
  length: ({ actions }) => actions.length,
});
