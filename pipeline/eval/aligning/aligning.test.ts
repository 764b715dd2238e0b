import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadAligningKernels, loadKernels } from "@stepladder/wasm/host/node.ts";
import { describe, expect, it } from "vitest";
import { calibrationError, platt } from "./calibration.ts";
import { crosstaskVideos } from "./crosstask.ts";
import { FIGURES, matrixOf } from "./figures.ts";
import { logistic } from "./logistic.ts";
import { LEVELS, narrated } from "./noise.ts";
import { OURS, similarityOf, systemsOf } from "./systems.ts";
import { type GoldVideo, isInOrder } from "./video.ts";
import { writtenSet } from "./written.ts";

const DATA = process.env.STEPLADDER_DATA ?? "../shared/data";
const [kernels, aligning] = [await loadKernels(), await loadAligningKernels()];

const annotated = {
  steps: ["pour milk", "cut bread", "boil egg"],
  segments: [
    { step: 0, start: 5, end: 11 },
    { step: 2, start: 20, end: 40 },
    { step: 1, start: 50, end: 55 },
  ],
};

describe("a narration that is made", () => {
  it("is the same for the same seed and video, and another for others", () => {
    const usual = narrated(annotated, LEVELS.usual, 1, 7);
    expect(narrated(annotated, LEVELS.usual, 1, 7)).toEqual(usual);
    expect(narrated(annotated, LEVELS.usual, 2, 7)).not.toEqual(usual);
    expect(narrated(annotated, LEVELS.usual, 1, 8)).not.toEqual(usual);
  });

  it("says each segment in the step's words when it begins where there is no noise, a long one twice", () => {
    const told = narrated(annotated, LEVELS.clean, 3, 0).filter(({ step }) => step !== undefined);
    expect(told.map(({ step, start }) => [step, start])).toEqual([
      [0, 5],
      [2, 20],
      [2, 30],
      [1, 50],
    ]);
    for (const { text, step = 0 } of told) expect(text).toContain(annotated.steps[step]);
  });

  it("leaves out as much as its level says", () => {
    const hard = Array.from({ length: 300 }, (_, stream) => narrated(annotated, LEVELS.hard, 1, stream)).flat();
    const told = hard.filter(({ step }) => step !== undefined);
    // Four sentences where all is said, of which .65 are.
    expect(told.length / (300 * 4)).toBeGreaterThan(0.6);
    expect(told.length / (300 * 4)).toBeLessThan(0.7);
    expect((hard.length - told.length) / told.length).toBeCloseTo(LEVELS.hard.asides, 0);
  });
});

describe("figures", () => {
  const video: GoldVideo = {
    id: "crosstask:1_a",
    group: "1",
    steps: annotated.steps,
    segments: annotated.segments,
    sentences: [
      { text: "pour the milk", start: 5, end: 7, step: 0 },
      { text: "hello", start: 12, end: 13 },
    ],
    paths: [],
  };

  it("are 1 where everything is right", () => {
    const right = {
      seconds: [6, 52, 25],
      segments: annotated.segments.map((segment) => ({ ...segment, confidence: 1 })),
      telling: [0.9, 0.1],
    };
    const matrix = matrixOf(kernels, [video], [right]);
    expect(Object.values(FIGURES).map((metric) => metric.value(matrix, undefined))).toEqual(
      Object.values(FIGURES).map(() => ({ kind: "value", value: 1 })),
    );
  });

  it("count a segment of gold once, and none of another step", () => {
    const doubled = {
      seconds: [undefined, 6, 25],
      segments: [
        { step: 0, start: 5, end: 11, confidence: 0.9 },
        { step: 0, start: 5, end: 11, confidence: 0.8 },
        { step: 1, start: 20, end: 40, confidence: 0.7 },
      ],
      telling: [0.1, 0.1],
    };
    const matrix = matrixOf(kernels, [video], [doubled]);
    expect(Object.values(FIGURES).map((metric) => metric.value(matrix, undefined))).toEqual(
      [1 / 3, 2 / 6, 2 / 6, 0.5].map((value) => ({ kind: "value", value })),
    );
  });
});

it("Platt's scaling finds what outcomes were drawn from, and calibration its error", () => {
  const margins = Array.from({ length: 4000 }, (_, i) => (i % 80) / 10 - 4);
  // As many right ones at each margin as the curve says.
  const outcomes = margins.map((margin, i) => ({
    margin,
    right: (Math.floor(i / 80) + 0.5) / 50 < 1 / (1 + Math.exp(-(1.5 * margin - 0.5))),
  }));
  const { scale, bias } = platt(outcomes);
  expect(scale).toBeCloseTo(1.5, 1);
  expect(bias).toBeCloseTo(-0.5, 1);
  expect(calibrationError([])).toBe(0);
  expect(
    calibrationError([
      { confidence: 0.75, right: true },
      { confidence: 0.75, right: false },
    ]),
  ).toBeCloseTo(0.25, 10);
});

it("logistic regression finds the side of each feature", () => {
  const examples = Array.from({ length: 200 }, (_, i) => {
    const features = Float64Array.of(1, i % 2, (i % 5) / 5);
    return { features, right: i % 2 === 1 };
  });
  const [bias = 0, own = 0, other = 0] = logistic(examples, 3);
  expect(own).toBeGreaterThan(2);
  expect(bias).toBeLessThan(-1);
  expect(Math.abs(other)).toBeLessThan(0.5);
});

it("the written narrations are grounded better than by their best sentences or at even steps", async () => {
  const videos = await writtenSet();
  const recall = (name: string): number => {
    const answers = videos.map((video) => (systemsOf(aligning)[name] as ReturnType<typeof systemsOf>[string])(video, similarityOf(video)));
    const value = FIGURES["average recall"]?.value(matrixOf(kernels, videos, answers), undefined);
    return value?.kind === "value" ? value.value : 0;
  };
  expect(recall(OURS)).toBeGreaterThan(recall("best sentence"));
  expect(recall("best sentence")).toBeGreaterThan(recall("uniform"));
});

it.skipIf(!existsSync(join(DATA, "crosstask")))("CrossTask has the videos that its track tells of (skipped without official data)", () => {
  const videos = crosstaskVideos(DATA);
  const evaluated = videos.filter((video) => video.evaluated);
  expect([videos.length, evaluated.length, evaluated.filter(({ segments }) => isInOrder(segments)).length]).toEqual([2750, 360, 93]);
});
