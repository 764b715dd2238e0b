import { expect, test } from "vitest";
import { scorecard, track } from "../../../../test/scorecard.ts";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { answer, comparable, landingRank, landingTitle, problemSentence } from "./answer.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("the answer names metric, value and interval, and what it stands on", () => {
  const { score, ground } = answer(scorecard, track);
  expect(plain(score)).toBe("Toy: prefix accuracy 62.5 % (95 % interval 30.0 % to 90.0 %).");
  expect(ground).toBe(
    "3 of 4 items answered, 1 unanswered (counted as the track's rule says). An item without a readable prediction scores as an empty one.",
  );
});

test("a score that cannot be given says why", () => {
  const none = { ...scorecard, scores: { "prefix-accuracy": { reason: "no items", scored: 0, unscored: 0 } } };
  expect(answer(none, track).score).toBe("Toy: no prefix accuracy can be given: no items.");
});

test("a result lands among recomputed systems only", () => {
  const [metric] = track.metrics;
  expect(metric && landingRank(0.85, metric, track.board)).toEqual({ rank: 2, of: 2 });
  expect(metric && landingRank(0.9, metric, track.board)).toEqual({ rank: 1, of: 2 });
});

test("where no system is scored yet, only baselines are baselines", () => {
  const [metric] = track.metrics as [MetricInfo];
  const unscored = track.board.filter(({ system }) => system !== "Alpha");
  expect(landingTitle(0.85, metric, track.board)).toBe("It would be number 2 of 2 on the board");
  expect(landingTitle(0.99, metric, unscored)).toBe("It beats 1 of 1 trivial baseline");
});

test("only entries on the same gold are compared, with quoted numbers beside them", () => {
  const { hashes } = scorecard;
  expect(comparable(track, hashes.items).map(({ system }) => system)).toEqual(["Alpha", "Beta", "Empty answer"]);
  expect(comparable({ ...track, quotedOn: "other videos" }, hashes.items).map(({ system }) => system)).toEqual(["Alpha", "Empty answer"]);
  expect(comparable(track, "f".repeat(64))).toEqual([]);
});

test("problems are counted, errors among them", () => {
  const group = { kind: "not-json", severity: "error" as const, count: 23, examples: [] };
  expect(problemSentence(scorecard.problems)).toBe("1 problem in the input");
  expect(problemSentence([...scorecard.problems, group])).toBe("24 problems in the input, 23 errors among them");
  expect(problemSentence([])).toBe("");
});
