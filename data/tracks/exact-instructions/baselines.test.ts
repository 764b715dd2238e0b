import { type ExactItem, ExactPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { prompts } from "./prompts.ts";
import { file, lines, score } from "./testing.ts";

const gold = file("gold.jsonl", prompts.map((item) => `${JSON.stringify(item)}\n`).join(""));

async function figuresOf(answer: (item: ExactItem) => string): Promise<unknown[]> {
  const { scores } = await score([lines(...prompts.map((item) => ({ id: item.id, output: answer(item) })))], [gold]);
  return [scores["text-match"]?.value, scores["text-match-strict"]?.value];
}

function figures(id: string): Promise<unknown[]> {
  const answer = baselines.find((one) => one.id === id)?.fit(prompts);
  return figuresOf((item) => answer?.(item).text ?? "none");
}

it("show what answers without understanding have", async () => {
  expect(await figures("empty")).toEqual([0, 0]);
  expect(await figures("echo")).toEqual([0, 0]);
  // one prompt asks for the line that it gives
  expect(await figures("second-line")).toEqual([1 / 20, 1 / 20]);
});

it("right answers fail as the datasheet says", async () => {
  expect(await figuresOf(({ expected }) => expected)).toEqual([1, 1]);
  expect(await figuresOf(({ expected }) => `Sure! Here is the answer:\n${expected}`)).toEqual([0, 0]);
  expect(await figuresOf(({ expected }) => `${expected}\n`)).toEqual([1, 0]);
});

it("make predictions of the schema", () => {
  for (const { fit } of baselines) for (const item of prompts) expect(ExactPrediction.safeParse(fit(prompts)(item)).success).toBe(true);
});
