import { expect, it } from "vitest";
import { lines, score } from "./testing.ts";

const told = async (record: object) =>
  (await score([lines(record)])).diagnoses.map(({ id, mended }) => [id, mended["checks-procedure-strict"]?.value]);

const json = JSON.stringify({
  resources: ["a kettle", "water", "a tea bag"],
  steps: ["Boil the water in the kettle.", "Put the tea bag into a cup.", "Pour the water over the tea bag.", "Wait 3 minutes."],
});

it("an answer in a fence is told, and one behind a line of chat", async () => {
  expect(await told({ id: "pc-try-00001", output: `\`\`\`json\n${json}\n\`\`\`` })).toEqual([["fenced", 1 / 4]]);
  expect(await told({ id: "pc-try-00001", output: `Sure! Here it is:\n${json}` })).toEqual([["chat-around", 1 / 4]]);
});

it("numbers in a list of steps are told", async () => {
  const parts = JSON.parse(json);
  const steps = parts.steps.map((step: string, i: number) => `Step ${i + 1}: ${step}`);
  expect(await told({ id: "pc-try-00001", prediction: { ...parts, steps } })).toEqual([["numbers-in-steps", 1 / 4]]);
});

it("none is told of what is right, or wrong in another way", async () => {
  expect(await told({ id: "pc-try-00001", output: json })).toEqual([]);
  expect(await told({ id: "pc-try-00001", output: json.replace("Wait 3 minutes.", "Put the tea bag into a cup.") })).toEqual([]);
});
