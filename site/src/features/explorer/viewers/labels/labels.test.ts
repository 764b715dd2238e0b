import type { LabelsPanel } from "@stepladder/wasm/host/panels.ts";
import { expect, it } from "vitest";
import { agreements, breakOf } from "./judged.ts";
import { labelsSteps } from "./steps.ts";

const panel: LabelsPanel = {
  kind: "labels",
  title: "Steps",
  wrong: ["-1"],
  steps: [
    { text: "a", gold: "1", predicted: "1" },
    { text: "b", gold: "-1", predicted: "1" },
    { text: "c", gold: "-1" },
    { text: "d", predicted: "-1" },
    { text: "e", gold: "1", predicted: "0", same: true },
    { text: "f", same: false },
  ],
};

it("a step is wrong where gold says something else, unless the panel says whether it is", () => {
  expect(labelsSteps(panel)).toMatchObject({ count: 6, errors: [1, 2, 5] });
});

it("a trace without a prediction has no errors", () => {
  expect(labelsSteps({ ...panel, steps: [{ text: "a", gold: "-1" }] }).errors).toEqual([]);
});

it("errors begin at the first step that is called wrong, and go on from there", () => {
  expect(breakOf(panel, "gold")).toEqual({ first: 1, after: 1 });
  expect(breakOf(panel, "predicted")).toEqual({ first: 3, after: 0 });
  expect(breakOf({ ...panel, wrong: ["nothing"] }, "gold")).toEqual({ after: 0 });
});

it("judges agree where both say something, and the same", () => {
  expect(agreements(panel)).toEqual([]);
  const judged = agreements({ ...panel, judges: [{ name: "J", labels: ["1", "-1", undefined, "1", "0", undefined] }] });
  expect(judged).toEqual([
    { a: "gold", b: "the prediction", same: 1, of: 3 },
    { a: "gold", b: "J", same: 2, of: 3 },
    { a: "the prediction", b: "J", same: 2, of: 4 },
  ]);
});
