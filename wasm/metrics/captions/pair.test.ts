import { expect, it } from "vitest";
import { type Caption, pairsOf } from "./pair.ts";

const spans = (...all: readonly (readonly [number, number])[]): Caption[] => all.map((span) => ({ text: "a", span }));
const parts = (...all: readonly (number | undefined)[]): Caption[] =>
  all.map((part) => (part === undefined ? { text: "a" } : { text: "a", part }));

it("segments that share half of what they cover are a pair, those that share less are none", () => {
  expect(pairsOf("time", spans([0, 10]), spans([5, 10]))).toEqual([[0, 0]]);
  expect(pairsOf("time", spans([0, 10]), spans([0, 20]))).toEqual([[0, 0]]);
  expect(pairsOf("time", spans([0, 10]), spans([0, 20.001]))).toEqual([]);
});

it("the best pairs are taken first, each segment once", () => {
  expect(pairsOf("time", spans([0, 10], [2, 12]), spans([1, 11], [2, 12]))).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(pairsOf("time", spans([0, 10]), spans([0, 9], [0, 10], [0, 10]))).toEqual([[0, 1]]);
  // Of equal shares the earlier reference, then the earlier caption.
  expect(pairsOf("time", spans([0, 10], [0, 10]), spans([0, 10]))).toEqual([[0, 0]]);
});

it("a segment that ends where it starts, or before, or is not told, is in no pair", () => {
  expect(pairsOf("time", spans([5, 5]), spans([5, 5]))).toEqual([]);
  expect(pairsOf("time", spans([0, 10]), spans([10, 0]))).toEqual([]);
  expect(pairsOf("time", spans([0, 10]), parts(1))).toEqual([]);
});

it("in order the first is the partner of the first", () => {
  expect(pairsOf("order", parts(1, 2, 3), parts(9, 9))).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(pairsOf("order", parts(1), parts(9, 9))).toEqual([[0, 0]]);
});

it("by part the first of a part is the partner of its first", () => {
  expect(pairsOf("part", parts(1, 2, 1, 3), parts(1, 1, 1, 2, 4, undefined))).toEqual([
    [0, 0],
    [1, 3],
    [2, 1],
  ]);
});
