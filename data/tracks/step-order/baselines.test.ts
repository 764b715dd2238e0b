import type { OrderItem } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems } from "./testing.ts";

const items = await goldItems(await fixtures("gold.jsonl"));

function predicted(baseline: string, id: string, all: readonly OrderItem[] = items) {
  const item = all.find((one) => one.id === id) as OrderItem;
  return baselines.find((one) => one.id === baseline)?.fit(all)(item);
}

it("as listed leaves steps as they are shown, and finds nothing wrong", () => {
  expect(predicted("as-listed", "so:section:0002")).toEqual({ ordered: true, order: [0, 1, 2] });
  expect(predicted("as-listed", "so:graph:toast")).toEqual({ order: [0, 1, 2] });
  expect(predicted("as-listed", "so:mistakes:1_2")).toEqual({ mistakes: [] });
});

it("completions come at the pace of other recipes", () => {
  // Tea takes 205 / 4 and 90 / 3 seconds a step.
  const pace = (205 / 4 + 90 / 3) / 2;
  expect(predicted("as-listed", "so:recognition:2_1")).toEqual({
    completions: [0, 1, 2].map((step) => ({ step, time: (step + 1) * pace })),
  });
});

it("alphabetical calls nothing ordered, and everything an order error", () => {
  expect(predicted("alphabetical", "so:section:0001")).toEqual({ ordered: false, order: [1, 3, 4, 2, 0] });
  expect(predicted("alphabetical", "so:mistakes:1_1")).toEqual({
    mistakes: [0, 1, 2, 3].map((step) => ({ step, kinds: ["order", "out-of-order"] })),
  });
});

it("first words are learnt from other articles and recipes", () => {
  // Of the kite's words only wait stands in another article: fourth of five steps there, in an ordered section.
  expect(predicted("lead-words", "so:section:0003")).toEqual({ ordered: true, order: [1, 2, 0] });
  // Of other recipes toast has no executions, so nothing is known of tea.
  expect(predicted("lead-words", "so:graph:tea")).toEqual({ order: [0, 1, 2, 3] });
  expect(predicted("lead-words", "so:mistakes:1_2")).toEqual({ mistakes: [{ step: 3, kinds: ["missing-step"] }] });
});

it("nothing of an article or recipe decides its own answers by first words", () => {
  const changed = items.map((item) =>
    item.task === "article_0002" ? { ...item, ordered: false } : item.task === "tea" ? { ...item, executions: [[3, 2, 1, 0]] } : item,
  );
  for (const id of ["so:section:0003", "so:graph:tea"]) expect(predicted("lead-words", id, changed)).toEqual(predicted("lead-words", id));
});

it("graph check finds what was skipped or out of order, and nothing else", () => {
  expect(predicted("graph-check", "so:mistakes:1_2")).toEqual({
    mistakes: [
      { step: 3, kinds: ["missing-step"] },
      { step: 1, kinds: ["order", "out-of-order"] },
    ],
  });
  expect(predicted("graph-check", "so:mistakes:2_1")).toEqual({ mistakes: [] });
  expect(predicted("graph-check", "so:graph:tea")).toBeUndefined();
});

it("true completions are gold's, on time or late", () => {
  expect(predicted("true-completions", "so:recognition:2_1")).toMatchObject({ completions: [{ step: 1, time: 8 }, {}, {}, {}] });
  expect(predicted("late-completions", "so:recognition:2_1")).toMatchObject({ completions: [{ step: 1, time: 13 }, {}, {}, {}] });
  expect(predicted("late-completions", "so:graph:tea")).toBeUndefined();
});
