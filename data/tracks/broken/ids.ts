import { type Broken, fixture, jsonl, row, sound } from "./row.ts";

const procladder = sound("procladder");
const run = { intermediate: ["a"], final: "b" };

/** Submissions whose records are not those that gold asks for. */
export const ids: readonly Broken[] = [
  row("missing.jsonl", "items without a prediction", "procladder", () => jsonl(procladder[0]), { verdict: "scored with warnings", says: [] }),
  row("unknown.jsonl", "an id that gold does not have", "procladder", () => jsonl(...procladder, { id: "pl-1-99999", prediction: run }), { verdict: "scored with errors", says: [] }),
  row("doubled.jsonl", "the same item twice", "procladder", () => jsonl(...procladder, { id: "pl-1-00000", prediction: run }), { verdict: "scored with errors", says: [] }),
  row("several-systems.jsonl", "two systems in one file", "task-graph", () => jsonl(...sound("task-graph").map((record) => ({ model: "a", ...record })), ...sound("task-graph").map((record) => ({ model: "b", ...record }))), { verdict: "scored with errors", says: [] }),
  row("wrong-split.jsonl", "predictions for another split", "procladder", () => jsonl({ id: "pl-77-00000", prediction: run }, { id: "pl-77-00001", prediction: run }), { verdict: "refused", says: [] }),
  row("wrong-track.jsonl", "predictions for another benchmark", "procladder", () => fixture("procbench", "predictions.jsonl"), { verdict: "refused", says: [] }),
  row("other-family.jsonl", "predictions for a benchmark of another kind", "ht-step", () => fixture("processbench", "predictions.jsonl"), { verdict: "refused", says: [] }),
  row("spaces.jsonl", "ids with spaces around them", "procladder", () => jsonl({ id: " pl-1-00000", prediction: run }, { id: "pl-1-00001 ", prediction: run }, procladder[2]), { verdict: "scored with errors", says: [] }),
  row("capitals.jsonl", "ids in capitals", "task-graph", () => jsonl({ id: "CC4D:Tea", prediction: { edges: [["0", "2"]] } }, sound("task-graph")[1]), { verdict: "scored with errors", says: [] }),
  row("underscores.jsonl", "ids with other separators", "procladder", () => jsonl({ id: "pl_1_00000", prediction: run }, { id: "pl-1-1", prediction: run }, procladder[2]), { verdict: "scored with errors", says: [] }),
  row("no-prefix.jsonl", "ids without what the benchmark puts before them", "crosstask", () => jsonl({ id: "900001_mossTea-001", prediction: { seconds: [5, 21, 25, 35] } }, sound("crosstask")[1]), { verdict: "scored with errors", says: [] }),
  row("number-ids.jsonl", "ids that are numbers", "step-grades", () => jsonl({ id: 1, prediction: { grades: [9, 7, 6, 9] } }, sound("step-grades")[1]), { verdict: "scored with errors", says: [] }),
  row("no-ids.jsonl", "records without an id", "processbench", () => jsonl({ prediction: { label: 1 } }, { Id: "gsm8k-1", prediction: { label: 1 } }, { id: "", prediction: { label: 1 } }, sound("processbench")[5]), { verdict: "scored with errors", says: [] }),
  row("gold-given.jsonl", "gold in place of predictions", "task-graph", () => fixture("task-graph", "gold.jsonl"), { verdict: "refused", says: [] }),
  row("bad-samples.jsonl", "repeats that are numbered wrongly", "procladder", () => jsonl({ id: "pl-1-00000", sample: -1, prediction: run }, { id: "pl-1-00000", sample: "first", prediction: run }, { id: "pl-1-00000", sample: 1.5, prediction: run }, procladder[1]), { verdict: "scored with errors", says: [] }),
  row("null.jsonl", "a record that says that there is no answer", "prmbench", () => jsonl({ id: "redundency_prm_test_p1_0", prediction: null }, sound("prmbench")[1]), { verdict: "scored with warnings", says: [] }),
];
