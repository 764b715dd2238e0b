import { expect, it } from "vitest";
import { NEW_STEP } from "./fields.ts";
import { BOX, treeLayout } from "./layout.ts";
import {
  answerOf,
  barOf,
  creditOfSteps,
  formatCredit,
  formatNumber,
  nameOf,
  plainCredit,
  scaleOf,
  type ToldMethod,
  valuesOf,
} from "./shown.ts";

const method = (id: string, source: ToldMethod["source"] = "code"): ToldMethod => ({ id, name: id, source, reads: [], settings: [] });
/** Two trajectories that share step 1. */
const trajectories = [
  [0, 1, 2],
  [0, 3],
];
const credit = plainCredit({ values: [Float64Array.of(0.5, Number.NaN, -2), Float64Array.of(0.25, -0)], marks: new Map([[1, "kept"]]) });

it("credit is plain data, and a step without any has none", () => {
  expect(JSON.parse(JSON.stringify(credit))).toEqual({
    values: [
      [0.5, null, -2],
      [0.25, 0],
    ],
    marks: [[1, "kept"]],
    facts: [],
  });
  expect(scaleOf(credit)).toBe(2);
  expect(scaleOf(plainCredit({ values: [Float64Array.of(0, Number.NaN)] }))).toBe(1);
});

it("a shared step has the credit of the trajectory that is looked at, any other that of the first it is on", () => {
  expect(creditOfSteps(credit, trajectories, 0)).toEqual([0.5, null, -2, -0]);
  expect(creditOfSteps(credit, trajectories, 1)).toEqual([0.25, null, -2, -0]);
  expect(creditOfSteps(credit, trajectories, -1)).toEqual([0.5, null, -2, -0]);
});

it("bars stand on their side of the middle", () => {
  expect(barOf(2, 2, 100)).toEqual({ x: 50, length: 50 });
  expect(barOf(-1, 2, 100)).toEqual({ x: 25, length: 25 });
  expect(barOf(0, 1, 100)).toEqual({ x: 50, length: 0 });
});

it("numbers are written alike", () => {
  expect([0.33333, -1, -0, -0.0001, null].map(formatCredit)).toEqual(["0.333", "−1.000", "0.000", "0.000", "–"]);
  expect(formatNumber(0.1 + 0.2)).toBe("0.3");
});

it("whose formula it is stands beside the name where it is not the paper's", () => {
  expect([method("a"), method("b", "paper"), method("c", "secondary"), method("d", "our reading")].map(nameOf)).toEqual([
    "a",
    "b",
    "c (as quoted by others)",
    "d (our reading)",
  ]);
});

it("settings that are not given are as they come", () => {
  const settings = [
    { id: "alpha", name: "α", value: 1, low: 0, high: 2, step: 0.1 },
    { id: "beta", name: "β", value: 2, low: 0, high: 2, step: 0.1 },
  ];
  expect(valuesOf({ settings }, { beta: 0 })).toEqual({ alpha: 1, beta: 0 });
});

it("the answer names the step that each method gives the most", () => {
  const plain = (...values: number[]) => plainCredit({ values: [Float64Array.from(values), Float64Array.of(0, 0)] });
  const credits = { a: plain(0, 2, 1), b: plain(1, 1, 1), c: plain(3, 0, 3.00001), d: plain(Number.NaN, Number.NaN, Number.NaN) };
  const methods = ["a", "b", "c", "d", "e"].map((id) => method(id));
  expect(answerOf(trajectories, 0, methods, credits)).toBe(
    "Of trajectory 1, the most credit goes to step 2 (2.000) by a; to all steps alike (1.000) by b; to steps 1 and 3 (3.000) by c; to no step by d.",
  );
  expect(answerOf(trajectories, 1, [], credits)).toBe("Choose a method to see what it gives.");
  expect(answerOf(trajectories, 0, [method("e")], credits)).toBe("Not computed yet.");
});

it("the answer names four steps alike, and counts more", () => {
  const told = (...values: number[]) =>
    answerOf([values.map((_, step) => step)], 0, [method("a")], { a: plainCredit({ values: [Float64Array.from(values)] }) });
  expect(told(1, 1, 1, 1, 0)).toBe("Of trajectory 1, the most credit goes to steps 1, 2, 3 and 4 (1.000) by a.");
  expect(told(1, 1, 1, 1, 0, 1)).toBe("Of trajectory 1, the most credit goes to 5 steps alike (1.000) by a.");
});

it("a tree has a column for each depth and a row for each trajectory, and no boxes overlap", () => {
  const steps = [{}, { parent: 0 }, { parent: 1 }, { parent: 0 }, {}].map((own) => ({ ...NEW_STEP, ...own }));
  const { steps: placed, width, height } = treeLayout({ question: "", steps });
  expect(placed.map(({ x }) => x)).toEqual([30, 192, 354, 192, 30]);
  expect(placed[0]?.y).toBe(((placed[1]?.y ?? 0) + (placed[3]?.y ?? 0)) / 2);
  for (const [i, a] of placed.entries())
    for (const b of placed.slice(i + 1)) expect(a.x !== b.x || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
  for (const { x, y } of placed) expect(x >= 0 && y >= 0 && x + BOX.width <= width && y + BOX.height <= height).toBe(true);
});
