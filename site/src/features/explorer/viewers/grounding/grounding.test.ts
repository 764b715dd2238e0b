import type { GroundingPanel } from "@stepladder/wasm/host/panels.ts";
import { describe, expect, it } from "vitest";
import { long, mended, unmarked } from "../../../../../test/grounded.ts";
import { groundingFacts } from "./facts.ts";
import { heatPaths, highest, sentenceAt, TONES, toneOf } from "./heat.ts";
import { spansOf } from "./spans.ts";
import { groundingPlan, groundingSteps } from "./steps.ts";
import { cellWords, groundingAnswer, leastWords, stepWords } from "./words.ts";

const panel: GroundingPanel = { kind: "grounding", title: "Alignment", video: mended };

describe("groundingFacts", () => {
  it("counts steps that were found, and where they overlap what is marked", () => {
    const { gold, ...facts } = groundingFacts(mended);
    expect(facts).toEqual({ steps: 8, found: 6, confidence: (0.82 + 0.71 + 0.93 + 0.64 + 0.88 + 0.22) / 6 });
    // 4 of 6 segments are at tIoU .5 or more of one of 7 that are marked.
    expect(gold).toMatchObject({ marked: 7, overlapping: 5, right: 4, f1: 8 / 13 });
    expect(gold?.shared).toBeCloseTo((13 / 15 + 6 / 8 + 13 / 15 + 7 / 30 + 16 / 17) / 7, 12);
  });

  it("lets one marked segment be found once", () => {
    const segments = [
      { step: 0, start: 0, end: 10, confidence: 1, sentences: [] },
      { step: 0, start: 1, end: 10, confidence: 1, sentences: [] },
    ];
    expect(groundingFacts({ steps: ["a"], segments, gold: [{ step: 0, start: 0, end: 10 }] }).gold?.f1).toBe(2 / 3);
  });

  it("says nothing of marks that there are not", () => {
    expect(groundingFacts(unmarked("u"))).not.toHaveProperty("gold");
    expect(groundingFacts({ steps: [], segments: [] })).toEqual({ steps: 0, found: 0 });
  });
});

describe("groundingPlan", () => {
  it("leaves out what is less sure than asked for", () => {
    const plan = groundingPlan(mended, 0.7);
    expect([plan.drawn, plan.all, plan.end]).toEqual([4, 6, 130]);
    expect(plan.rows.predictedIn.map(({ length }) => length)).toEqual([1, 1, 1, 0, 1, 0, 0, 0]);
    expect(plan.tellers).toEqual([[2], [4], [5, 6], [], [9, 10], [], [], []]);
  });

  it("finds steps wrong only where something is marked", () => {
    expect(groundingSteps(panel)).toMatchObject({ count: 8, errors: [3, 5, 6] });
    expect(groundingSteps(panel, 0.9).errors).toEqual([0, 1, 3, 4, 5, 6]);
    expect(groundingSteps({ ...panel, video: unmarked("u") }).errors).toEqual([]);
  });

  it("has an axis for a video without anything", () => {
    const { duration: _, ...rest } = mended;
    expect(groundingPlan({ ...rest, sentences: [], segments: [], gold: [], similarity: mended.steps.map(() => []) }).end).toBe(1);
  });
});

describe("words", () => {
  it("answer first", () => {
    expect(groundingAnswer(groundingFacts(mended))).toBe(
      "6 of 8 steps were found; 5 overlap what is marked by hand, 4 of them by at least half (tIoU 0.5). Marked: 7 steps.",
    );
    expect(groundingAnswer({ steps: 2, found: 1 })).toBe("1 of 2 steps was found; nobody marked by hand where they are.");
  });

  it("say what is left of the answer at a confidence, and where the file begins", () => {
    expect(leastWords(mended, 0)).toBe("All 6 segments of the file; the least sure has 0.22.");
    expect(leastWords(mended, 1)).toBe(
      "0 of 6 segments. With these alone: 0 of 8 steps were found; 0 overlap what is marked by hand, 0 of them by at least half (tIoU 0.5). Marked: 7 steps.",
    );
    expect(leastWords({ ...mended, segments: [] }, 0)).toBe("Nothing was found.");
  });

  it("tell a step with its sentences, its marks and how sure it is", () => {
    const plan = groundingPlan(mended);
    expect(stepWords(mended, plan, 1)).toEqual([
      "2. “Let the air out of the tyre.”",
      "Found 0:33 to 0:40 (confidence 0.71), told by “now let all of the air out”.",
      "Marked by hand 0:34 to 0:41 (tIoU 0.75).",
    ]);
    expect(stepWords(mended, plan, 5)[1]).toBe("Not found; that it is shown at all: 0.46.");
    expect(stepWords(mended, plan, 7)).toContain("Not marked by hand.");
    expect(stepWords(mended, groundingPlan(mended, 0.9), 1)[1]).toBe("Found less surely (0.71) than is asked for.");
    expect(stepWords(mended, plan, 8)).toEqual([]);
  });

  it("tell a cell by its similarity, and what the sentence told of", () => {
    const plan = groundingPlan(mended);
    expect(cellWords(mended, plan, 2, 5)).toBe(
      "0:42 “push two levers under the edge and lift the tyre over the rim”; similarity to step 3: 0.80; told of step 3",
    );
    expect(cellWords(mended, plan, 0, 12)).toMatch(/similarity to step 1: 0\.00; told of no step$/);
    expect(cellWords(mended, plan, 0, -1)).toBe("");
  });

  it("are short in a table, and empty where there is nothing", () => {
    expect(spansOf(mended, 6)).toEqual({ found: "1:30 to 1:37", confidence: "0.22", marked: "1:46 to 1:54", shared: "0.00" });
    expect(spansOf(mended, 7)).toEqual({ found: "", marked: "" });
  });
});

describe("heat", () => {
  it("has tones in equal steps up to the highest", () => {
    expect([0, 0.19, 0.2, 0.5, 0.79, 0.8, 1].map((value) => toneOf(value, 1))).toEqual([-1, -1, 0, 1, 2, 3, 3]);
    expect(toneOf(0, 0)).toBe(-1);
    expect([highest(mended.similarity), highest()]).toEqual([1, 0]);
  });

  it("draws each tone as one path, with a gap behind a wide sentence and nothing out of sight", () => {
    const said = (start: number, end: number) => ({ text: "t", start, end });
    const sentences = [said(0, 10), said(10, 20), said(30, 31), said(90, 99)];
    expect(heatPaths(sentences, [0, 3, 3, 2], { from: 0, to: 50 }, 100, 10)).toEqual([
      "M0 0h19v10H0z",
      "",
      "",
      "M20 0h19v10H20zM60 0h2v10H60z",
    ]);
  });

  it("is no longer than the axis, however many sentences share a pixel, and shows the strongest of them", () => {
    const { sentences } = long("l", 10_000, 2);
    const end = sentences.at(-1)?.end ?? 0;
    const tones = sentences.map((_, i) => (i === 5_000 ? 3 : i % 3));
    const paths = heatPaths(sentences, tones, { from: 0, to: end }, 200, 10);
    expect(paths).toHaveLength(TONES.length);
    expect(paths.join("").match(/M/g)?.length).toBeLessThanOrEqual(200);
    expect(paths[3]).toBe("M99 0h1v10H99z".replaceAll("99", String(Math.floor(((sentences[5_000]?.start ?? 0) / end) * 200))));
  });

  it("finds the sentence at a time", () => {
    expect([0, 2, 9.9, 10, 500].map((time) => sentenceAt(mended.sentences, time))).toEqual([-1, 0, 0, 1, 14]);
  });
});
