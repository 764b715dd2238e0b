import type { Anatomy, KindFound } from "@stepladder/wasm/host/anatomy.ts";
import { expect, test } from "vitest";
import { anatomy } from "../../../../test/scorecard.ts";
import { countSentence, firstPoints, firstSentence, lengthPoints, lengthSentence, topOf } from "./anatomy-points.ts";

const [stray] = anatomy.kinds as [KindFound];
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("where a kind begins is a share of the items that reach the step", () => {
  const points = firstPoints(anatomy, stray);
  expect(points).toEqual([
    { x: 1, value: 0, items: 3 },
    { x: 2, value: 1 / 3, items: 3 },
    { x: 3, value: 0, items: 1 },
    { x: 4, value: 0, items: 1 },
  ]);
  expect(topOf(points)).toBe(0.4);
  expect(plain(firstSentence(stray, points))).toBe("“A stray step” begins most often at step 2: in 33.3 % of the items that reach it");
});

test("steps of long procedures share treads, and no item is lost between them", () => {
  const reach = Array.from({ length: 100 }, (_, step) => 200 - step);
  const first = Array.from({ length: 100 }, (_, step) => (step % 3 === 0 ? 1 : 0));
  const long: Anatomy = { ...anatomy, reach };
  const points = firstPoints(long, { ...stray, first });
  expect(points.length).toBeLessThanOrEqual(24);
  expect(points[0]).toEqual({ x: 1, to: 5, value: 2 / 200, items: 200 });
  expect(topOf(points)).toBe(0.1);
  expect(plain(firstSentence(stray, points))).toMatch(/ at steps \d+ to 100: in 1\.9 % of the items that reach them$/);
  expect(points.at(-1)).toMatchObject({ x: 96, to: 100 });
  expect(points.reduce((sum, { value, items }) => sum + value * items, 0)).toBeCloseTo(34, 9);
});

test("by length it is a share of the items of that length", () => {
  const points = lengthPoints(anatomy, stray);
  expect(points).toEqual([
    { x: 2, value: 0.5, items: 2 },
    { x: 4, value: 1, items: 1 },
  ]);
  expect(plain(lengthSentence(stray, points))).toBe(
    "“A stray step” shows in 50.0 % of the items of up to 2 steps, and in 100.0 % of longer ones",
  );
  const many = [1, 2, 3, 4].map((x) => ({ x, value: x / 10, items: x === 4 ? 9 : 1 }));
  expect(plain(lengthSentence(stray, many))).toBe(
    "“A stray step” shows in 20.0 % of the items of up to 3 steps, and in 40.0 % of longer ones",
  );
});

test("how it counts is said of answered items", () => {
  expect(plain(countSentence(anatomy, stray))).toBe(
    "It shows in 2 of the 3 answered items (66.7 %), 3 times in all. In 1 of them it begins behind the last step.",
  );
});
