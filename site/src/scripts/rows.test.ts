import { expect, test } from "vitest";
import { cellValue, isShown, orderOf } from "./rows.ts";

test("cells are numbers, text or nothing", () => {
  expect(["0.5", "1e-7", "2026-11-22", "GPT-4", "", undefined].map(cellValue)).toEqual([
    0.5,
    1e-7,
    "2026-11-22",
    "GPT-4",
    undefined,
    undefined,
  ]);
});

test("rows without a value come last either way, and equal ones keep their order", () => {
  const values = [0.5, undefined, 0.9, 0.5];
  expect(orderOf(values, "desc")).toEqual([2, 0, 3, 1]);
  expect(orderOf(values, "asc")).toEqual([0, 3, 2, 1]);
  expect(orderOf(["b", "a", undefined], "asc")).toEqual([1, 0, 2]);
});

test("a row is shown unless its kind is left out or its name lacks the text", () => {
  const system = { name: "Qwen3-8B", kind: "system", evidence: "published" };
  const baseline = { name: "Guess", kind: "baseline", evidence: "recomputed" };
  expect(isShown(system, { search: " qwen", hidden: [] })).toBe(true);
  expect(isShown(system, { search: "gpt", hidden: [] })).toBe(false);
  expect(isShown(system, { search: "", hidden: ["published"] })).toBe(false);
  expect(isShown(baseline, { search: "", hidden: ["recomputed"] })).toBe(true);
  expect(isShown(baseline, { search: "", hidden: ["baseline"] })).toBe(false);
});
