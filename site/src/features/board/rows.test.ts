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

const system = { name: "Qwen3-8B", kind: "system", evidence: "published", open: "open", parameters: 8, date: "2026-03-17" };
const baseline = { name: "Guess", kind: "baseline", evidence: "recomputed", open: "unknown", parameters: undefined, date: "2026-11-22" };
const all = { search: "", hidden: [], size: {} };

test("a row is shown unless its kind is left out or its name lacks the text", () => {
  expect(isShown(system, { ...all, search: " qwen" })).toBe(true);
  expect(isShown(system, { ...all, search: "gpt" })).toBe(false);
  expect(isShown(system, { ...all, hidden: ["published"] })).toBe(false);
  expect(isShown(baseline, { ...all, hidden: ["recomputed"] })).toBe(true);
  expect(isShown(baseline, { ...all, hidden: ["baseline"] })).toBe(false);
});

test("openness and size are asked of systems, both ends of a size belong to it, and an unknown size fits none", () => {
  expect(isShown(system, { ...all, hidden: ["open"] })).toBe(false);
  expect(isShown(baseline, { ...all, hidden: ["unknown"] })).toBe(true);
  expect(isShown(system, { ...all, size: { from: 8, to: 8 } })).toBe(true);
  expect(isShown(system, { ...all, size: { from: 9 } })).toBe(false);
  expect(isShown(system, { ...all, size: { to: 7 } })).toBe(false);
  expect(isShown({ ...system, parameters: undefined }, { ...all, size: { to: 7 } })).toBe(false);
  expect(isShown(baseline, { ...all, size: { to: 7 } })).toBe(true);
});

test("entries of an earlier day are left out", () => {
  expect(isShown(system, { ...all, since: "2026-03-17" })).toBe(true);
  expect(isShown(system, { ...all, since: "2026-03-18" })).toBe(false);
});
