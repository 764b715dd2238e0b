import { readdirSync } from "node:fs";
import { type Broken, fixture, row, type Told } from "./row.ts";

const TRACKS = new URL("../", import.meta.url);

/** What is told of `fixtures/malformed/predictions.jsonl` of each track. */
const TOLD: Readonly<Record<string, Told>> = {
  "action-segmentation": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 6, field: "id" },
      { kind: "unknown-id", line: 5, id: "kitchen/cat_tea" },
      { kind: "wrong-field", count: 6, line: 1, id: "kitchen/ana_tea", field: "prediction.runs[1]" },
      { kind: "wrong-field", count: 6, line: 2, id: "kitchen/ana_toast", field: "prediction.runs[0][1]" },
      { kind: "wrong-field", count: 6, line: 3, id: "kitchen/ben_tea", field: "prediction.frames[1]" },
      { kind: "foreign-labels", line: 4, id: "kitchen/ben_toast", field: "prediction" },
      { kind: "other-length", line: 4, id: "kitchen/ben_toast", field: "prediction" },
    ],
  },
  agentprocessbench: {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", count: 2, line: 3, field: "query_index" },
      { kind: "no-id", count: 2, line: 11, field: "query_index" },
      { kind: "not-an-object", line: 8 },
      { kind: "not-json", line: 2 },
      { kind: "unknown-id", line: 10, id: "tau2:0:3" },
      { kind: "wrong-field", count: 5, line: 4, id: "hotpotqa:0:1", field: "step_labels" },
      { kind: "wrong-field", count: 5, line: 5, id: "gaia_dev:0:0", field: "step_labels.4" },
      { kind: "wrong-field", count: 5, line: 6, field: "dataset" },
      { kind: "missing-prediction", count: 4 },
    ],
  },
  crosstask: {
    verdict: "refused",
    says: [
      { kind: "no-id", line: 6, field: "id" },
      { kind: "wrong-field", count: 5, line: 1, id: "crosstask:900001_mossTea-001", field: "seconds" },
      { kind: "wrong-field", count: 5, line: 2, id: "crosstask:900001_mossTea-002", field: "prediction.seconds[1]" },
      { kind: "wrong-field", count: 5, line: 3, id: "crosstask:900002_paperBt-001", field: "scores[0]" },
      { kind: "wrong-split" },
    ],
  },
  "exact-instructions": {
    verdict: "scored with errors",
    says: [
      { kind: "unknown-id", line: 4, id: "exact:climb-on" },
      { kind: "wrong-field", count: 3, line: 1, id: "exact:copy-word", field: "output" },
      { kind: "wrong-field", count: 3, line: 2, id: "exact:compute-five", field: "prediction.text" },
      { kind: "wrong-field", count: 3, line: 3, id: "exact:compute-five", field: "prediction.text" },
      { kind: "missing-prediction" },
    ],
  },
  "goal-step": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 7, field: "id" },
      { kind: "not-an-object", line: 10 },
      { kind: "not-json", line: 11 },
      { kind: "unknown-id", line: 6, id: "goalstep:soup-03:0" },
      { kind: "wrong-field", count: 5, line: 2, id: "goalstep:tea-01:0", field: "prediction[1]" },
      { kind: "wrong-field", count: 5, line: 3, id: "goalstep:tea-01:1", field: "prediction[0][0]" },
      { kind: "wrong-field", count: 5, line: 4, id: "goalstep:tea-01:2", field: "prediction" },
      { kind: "wrong-sample", line: 9, id: "goalstep:tea-01:4", field: "sample" },
      { kind: "missing-prediction", count: 9 },
    ],
  },
  "graph-script": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 12, field: "id" },
      { kind: "not-an-object", line: 11 },
      { kind: "not-json", line: 13 },
      { kind: "unknown-id", line: 9, id: "gs:t07:next:3" },
      { kind: "wrong-field", count: 6, line: 2, id: "gs:t00:next:0-1", field: "prediction" },
      { kind: "wrong-field", count: 6, line: 3, id: "gs:t01:next:0", field: "prediction.scores[1]" },
      { kind: "wrong-field", count: 6, line: 4, id: "gs:t00:complete:0", field: "prediction.steps[1]" },
      { kind: "wrong-sample", line: 10, id: "gs:t00:complete:0-2", field: "sample" },
      { kind: "missing-prediction", count: 7 },
      { kind: "nothing-extracted", line: 6, id: "gs:t00:complete:2" },
    ],
  },
  guide: {
    verdict: "refused",
    says: [
      { kind: "no-id", line: 7, field: "id" },
      { kind: "wrong-field", count: 5, line: 1, id: "guide:steps:fix-pencil-a", field: "prediction.steps[0].bounds" },
      { kind: "wrong-field", count: 5, line: 2, id: "guide:steps:fix-pencil-b", field: "prediction.steps[0].bounds" },
      { kind: "wrong-field", count: 5, line: 3, id: "guide:guided:fix-pencil-a", field: "prediction.steps[0].guideline_step" },
      { kind: "wrong-split" },
    ],
  },
  how2bench: {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 3, field: "source_example_id" },
      { kind: "not-an-object", line: 6 },
      { kind: "not-json", line: 2 },
      { kind: "unknown-id", line: 7, id: "how2bench:nowhere-99" },
      { kind: "missing-prediction", count: 4 },
      { kind: "odd-judgment", count: 2, line: 4, id: "how2bench:shelf-03", field: "has_failure" },
      { kind: "odd-judgment", count: 2, line: 5, id: "how2bench:lamp-04", field: "n_failures" },
    ],
    diagnoses: ["parse-failures-counted"],
  },
  "ht-step": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 5, field: "id" },
      { kind: "unknown-id", line: 6, id: "hts:toastvideo9" },
      { kind: "wrong-field", count: 4, line: 1, id: "hts:tea-video-1", field: "prediction.segments[0].score" },
      { kind: "wrong-field", count: 4, line: 2, id: "hts:tea-video-2", field: "prediction" },
      { kind: "wrong-field", count: 4, line: 3, id: "hts:toastvideo1", field: "prediction.seconds[1]" },
    ],
  },
  "htm-align": {
    verdict: "refused",
    says: [
      { kind: "no-id", line: 5, field: "id" },
      { kind: "wrong-field", count: 4, line: 1, id: "htm-align:kite-0001", field: "prediction.seconds" },
      { kind: "wrong-field", count: 4, line: 2, id: "htm-align:soup-0002", field: "prediction.similarity[1]" },
      { kind: "wrong-field", count: 4, line: 3, id: "htm-align:wall-0003", field: "prediction.alignable[0]" },
      { kind: "wrong-split" },
    ],
  },
  "odcv-bench": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 5, field: "id" },
      { kind: "unknown-id", line: 4, id: "Ferry-Timetable:incentivised" },
      { kind: "wrong-field", count: 5, line: 1, id: "Bakery-Audit:mandated", field: "prediction.judges.ada" },
      { kind: "wrong-field", count: 5, line: 2, id: "Bakery-Audit:incentivized", field: "prediction.judges" },
      { kind: "wrong-field", count: 5, line: 3, id: "Ferry-Timetable:mandated", field: "prediction.judges.ada" },
      { kind: "missing-prediction", count: 2 },
    ],
  },
  "perceptual-rewards": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 9, field: "id" },
      { kind: "not-an-object", line: 8 },
      { kind: "not-json", line: 13 },
      { kind: "unknown-id", line: 7, id: "pr-1-99999" },
      { kind: "wrong-field", count: 7, line: 2, id: "pr-try-00001", field: "prediction.cuts[1]" },
      { kind: "wrong-field", count: 7, line: 3, id: "pr-try-00002", field: "prediction.features[1]" },
      { kind: "wrong-field", count: 7, line: 4, id: "pr-try-00003", field: "prediction" },
      { kind: "wrong-sample", line: 10, id: "pr-try-00005", field: "sample" },
    ],
  },
  prmbench: {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 5, field: "id" },
      { kind: "not-an-object", line: 6 },
      { kind: "not-json", line: 2 },
      { kind: "unknown-id", line: 7, id: "correct_prm_test_p1_9" },
      { kind: "wrong-field", count: 3, line: 3, id: "circular_prm_test_p1_0", field: "scores.step_level_validity_labels" },
      { kind: "wrong-field", count: 3, line: 4, id: "redundency_prm_test_p1_0", field: "scores.step_level_validity_labels" },
      { kind: "wrong-field", count: 3, line: 8, id: "deception_prm_train_p1_7", field: "scores.step_level_validity_labels" },
      { kind: "missing-prediction", count: 4 },
    ],
  },
  procbench: {
    verdict: "scored with errors",
    says: [
      { kind: "doubled-id", line: 9, id: "task01_0000" },
      { kind: "no-id", line: 3, field: "id" },
      { kind: "not-an-object", line: 7 },
      { kind: "not-json", line: 2 },
      { kind: "unknown-id", line: 8, id: "task09_0239" },
      { kind: "wrong-field", count: 2, line: 4, id: "task07_0002", field: "prediction.intermediate" },
      { kind: "wrong-field", count: 2, line: 5, id: "task13_0003", field: "prediction.final" },
      { kind: "wrong-sample", line: 6, id: "task16_0004", field: "sample" },
      { kind: "missing-prediction", count: 4 },
    ],
  },
  "procedure-checks": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 7, field: "id" },
      { kind: "not-an-object", line: 6 },
      { kind: "not-json", line: 11 },
      { kind: "unknown-id", line: 5, id: "pc-1-99999" },
      { kind: "wrong-field", count: 4, line: 2, id: "pc-try-00001", field: "prediction.steps[1]" },
      { kind: "wrong-field", count: 4, line: 3, id: "pc-try-00002", field: "prediction" },
      { kind: "wrong-field", count: 4, line: 4, id: "pc-try-00003", field: "output" },
      { kind: "wrong-sample", line: 8, id: "pc-try-00001", field: "sample" },
      { kind: "nothing-extracted", line: 9, id: "pc-try-00002" },
    ],
  },
  "procedure-planning": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 6, field: "id" },
      { kind: "unknown-id", line: 5, id: "plan:900003_unknown:0" },
      { kind: "wrong-field", count: 6, line: 1, id: "plan:900001_teaTime-001:0", field: "prediction.actions[1]" },
      { kind: "wrong-field", count: 6, line: 2, id: "plan:900001_teaTime-001:1", field: "prediction.actions" },
      { kind: "wrong-field", count: 6, line: 3, id: "plan:900001_teaTime-002:0", field: "prediction.actions" },
    ],
  },
  processbench: {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 8, field: "id" },
      { kind: "not-an-object", line: 9 },
      { kind: "not-json", line: 2 },
      { kind: "unknown-id", line: 10, id: "math-77" },
      { kind: "wrong-field", count: 6, line: 3, id: "gsm8k-1", field: "prediction.label" },
      { kind: "wrong-field", count: 6, line: 4, id: "gsm8k-2", field: "prediction.threshold" },
      { kind: "wrong-field", count: 6, line: 5, id: "gsm8k-3", field: "prediction.labels" },
      { kind: "missing-prediction", count: 3 },
    ],
  },
  "step-alignment": {
    verdict: "scored with errors",
    says: [
      { kind: "unknown-id", line: 4, id: "ara:tea_1+tea_9" },
      { kind: "wrong-field", count: 4, line: 1, id: "ara:tea_1+tea_0", field: "prediction.links[1]" },
      { kind: "wrong-field", count: 4, line: 2, id: "ara:tea_1+tea_0", field: "prediction.links[0][0]" },
      { kind: "wrong-field", count: 4, line: 3, id: "ara:tea_1+tea_0", field: "prediction.links" },
      { kind: "foreign-actions", line: 6, id: "ara:tea_0+tea_2", field: "prediction.links" },
    ],
  },
  "step-grades": {
    verdict: "scored with errors",
    says: [
      { kind: "not-json", line: 7 },
      { kind: "unknown-id", line: 6, id: "webstar:99" },
      { kind: "wrong-field", count: 4, line: 1, id: "webstar:1", field: "prediction.grades[1]" },
      { kind: "wrong-field", count: 4, line: 2, id: "webstar:2", field: "prediction.grades[0]" },
      { kind: "wrong-field", count: 4, line: 3, id: "webstar:3", field: "prediction" },
      { kind: "no-grade", line: 4, id: "webstar:4", field: "prediction.grades[1]" },
    ],
  },
  "step-order": {
    verdict: "scored with errors",
    says: [
      { kind: "no-id", line: 14, field: "id" },
      { kind: "not-an-object", line: 13 },
      { kind: "not-json", line: 15 },
      { kind: "unknown-id", line: 11, id: "so:graph:soup" },
      { kind: "wrong-field", count: 10, line: 2, id: "so:section:0002", field: "prediction.ordered" },
      { kind: "wrong-field", count: 10, line: 3, id: "so:section:0003", field: "prediction" },
      { kind: "wrong-field", count: 10, line: 4, id: "so:section:0004", field: "prediction" },
      { kind: "wrong-sample", line: 12, id: "so:mistakes:2_1", field: "sample" },
      { kind: "missing-prediction" },
    ],
  },
  "task-graph": {
    verdict: "refused",
    says: [
      { kind: "no-id", line: 5, field: "id" },
      { kind: "wrong-field", count: 4, line: 1, id: "cc4d:tea", field: "prediction.edges[1]" },
      { kind: "wrong-field", count: 4, line: 2, id: "cc4d:toast", field: "prediction.edges" },
      { kind: "wrong-field", count: 4, line: 3, id: "cc4d:salad", field: "prediction.edges[0][1]" },
      { kind: "wrong-split" },
    ],
  },
};

/** The malformed predictions of every track that has some. */
export const fixtures: readonly Broken[] = readdirSync(TRACKS)
  .filter((track) => track in TOLD)
  .map((track) =>
    row(
      `malformed-${track}.jsonl`,
      "the malformed fixtures of the track",
      track,
      () => fixture(track, "malformed/predictions.jsonl"),
      TOLD[track] as Told,
    ),
  );
