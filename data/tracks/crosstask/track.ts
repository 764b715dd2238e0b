import type { CrosstaskItem } from "@stepladder/schema";
import { pointing } from "@stepladder/wasm/metrics/pointing/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { recordFormat, scoreTables, videosObject } from "./formats.ts";
import { goldFormat, officialRelease, owns } from "./gold.ts";
import { crosstaskCodec, lastEnd, stepsShown, unanswered } from "./segments.ts";

export default defineTrack({
  id: "crosstask",
  title: "CrossTask",
  version: "1",
  date: "2026-11-23",
  summary: "Say for each step of a task at which second of a video it is done, given the ordered list of the task's steps.",
  note: "Items are the 360 videos of the released validation list; the official code and the papers score random test videos outside it.",
  papers: [{ title: "Cross-task weakly supervised learning from instructional videos", url: "https://arxiv.org/abs/1903.08225" }],
  sources: [
    {
      title: "DmZhukov/CrossTask, crosstask_release",
      url: "https://github.com/DmZhukov/CrossTask",
      licence: "code BSD-3-Clause; none named for the annotations",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: CrosstaskItem) => id,
  goldFormats: [officialRelease, goldFormat],
  formats: [scoreTables, recordFormat, videosObject],
  measure: pointing(crosstaskCodec),
  metrics: ["average-recall", "pointing-recall", "answered-pointing-recall"],
  slices: [
    { id: "task", title: "Task", of: ({ task }) => task },
    {
      id: "steps",
      title: "Steps of the task",
      values: ["3 to 5", "6 or 7", "8 or 9", "10 or more"],
      of: ({ steps }) => (steps <= 5 ? "3 to 5" : steps <= 7 ? "6 or 7" : steps <= 9 ? "8 or 9" : "10 or more"),
    },
    {
      id: "length",
      title: "End of the last step",
      values: ["within 2 min", "2 to 4 min", "after 4 min"],
      of: (item) => (lastEnd(item) < 120 ? "within 2 min" : lastEnd(item) < 240 ? "2 to 4 min" : "after 4 min"),
    },
    { id: "order", title: "Order of the steps", values: ["as listed", "another"], of: (item) => (inOrder(item) ? "as listed" : "another") },
  ],
  group: { title: "task", of: ({ task }) => task },
  curves: [],
  unscored: { prediction: unanswered, rule: "A video without a readable prediction misses all steps that it shows." },
  context: (item) => ({ steps: item.steps, end: lastEnd(item) }),
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: stepsShown,
});

/** Whether no step starts before one that the list has earlier. */
function inOrder({ segments }: CrosstaskItem): boolean {
  const steps = segments.toSorted((a, b) => a.start - b.start || a.step - b.step).map(({ step }) => step);
  return steps.every((step, i) => i === 0 || step >= (steps[i - 1] as number));
}
