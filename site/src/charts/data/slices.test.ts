import { expect, test } from "vitest";
import { slices, slicesTitle } from "./slices.ts";
import { ACCURACY, EDITS } from "./testing.ts";

const slice = { id: "dataset", title: "Dataset" };
const systems = [
  { name: "A", scores: [0.9, 0.4] },
  { name: "B", scores: [0.8, 0.5] },
];

test("the title names the hardest value and who leads where", () => {
  expect(slicesTitle({ slice, values: ["x", "y"], systems }, ACCURACY)).toBe(
    "By dataset: y is the hardest for all 2 systems; 2 different systems lead somewhere",
  );
  expect(slicesTitle({ slice, values: ["x", "y"], systems: systems.slice(0, 1) }, EDITS)).toBe(
    "By dataset: x is the hardest for all 1 systems; A leads everywhere",
  );
});

test("a missing figure is no worst one, and absent from the table", () => {
  const data = { slice, values: ["x", "y"], systems: [{ name: "A", scores: [0.9, undefined] }, ...systems] };
  expect(slicesTitle(data, ACCURACY)).toContain("y is the hardest for 2 of 3 systems");
  expect(slices(data, ACCURACY).table.rows[0]).toEqual(["A", { value: 90, text: "90.0" }, undefined]);
});
