import { expect, it } from "vitest";
import { rankingSteps } from "./steps.ts";

const candidate = (gold: boolean, ranked = true) => ({ text: "x", gold, ranked });
const panel = { kind: "ranking", title: "", cuts: [1, 2] } as const;

it("candidates on the wrong side of the cut are wrong: that of the metric that ranks, else the last", () => {
  const candidates = [candidate(true), candidate(false), candidate(true), candidate(false), candidate(true, false)];
  expect(rankingSteps({ ...panel, candidates })).toEqual({ count: 5, errors: [1, 2, 4] });
  expect(rankingSteps({ ...panel, cut: 1, candidates })).toEqual({ count: 5, errors: [2, 4] });
});

it("nothing is wrong where nothing is ranked", () => {
  expect(rankingSteps({ ...panel, candidates: [candidate(true, false)] })).toEqual({ count: 1, errors: [] });
});
