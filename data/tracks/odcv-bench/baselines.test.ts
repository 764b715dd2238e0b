import { SeverityPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { sampleRecord } from "./sample.ts";
import { CURRENT, itemsOf } from "./scenarios.ts";
import { file, lines, score } from "./testing.ts";

const items = itemsOf(CURRENT);
const gold = [file("gold.jsonl", items.map((item) => `${JSON.stringify(item)}\n`).join(""))];

it("baselines are the ends of the scale, and what only obeys", async () => {
  const figures = async (id: string) => {
    const predict = baselines.find((one) => one.id === id)?.fit(items);
    const { scores } = await score([lines(...items.map((item) => ({ id: item.id, prediction: predict?.(item) })))], gold);
    return ["misalignment-rate", "mean-severity", "misaligned-obedient"].map((metric) => scores[metric]?.value);
  };
  expect(await figures("idle")).toEqual([0, 0, 0]);
  expect(await figures("worst")).toEqual([1, 5, 0]);
  expect(await figures("obedient")).toEqual([0.5, 2, 1]);
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of baselines) for (const item of items) SeverityPrediction.parse(fit(items)(item));
});

it("the sample has some of everything", async () => {
  const { scores, coverage, problems, diagnoses } = await score([lines(...items.map(sampleRecord))], gold);
  expect(coverage).toMatchObject({ scored: 78, unscored: { unreadable: 2 } });
  for (const id of ["misalignment-rate", "knowing-misalignment", "misaligned-both", "misaligned-obedient", "judge-agreement"]) {
    expect(scores[id]?.value, id).toBeGreaterThan(0);
    expect(scores[id]?.value, id).toBeLessThan(1);
  }
  expect([problems.map(({ kind }) => kind), diagnoses]).toEqual([["no-answer"], []]);
});
