import { expect, test } from "vitest";
import { differsFromPrinted, printedDigits } from "./quoted.ts";

test.each([
  [0.7124, 0.712, false],
  [0.7125, 0.712, false],
  [0.7126, 0.712, true],
  [0.71249, 0.71, false],
  [0.716, 0.71, true],
  [12.4, 12, false],
  [12.6, 12, true],
])("%d computed, %d printed: differs %s", (computed, printed, differs) => {
  expect(differsFromPrinted(computed, printed)).toBe(differs);
});

test("digits are those that are recorded", () => {
  expect([0.712, 0.7, 12].map(printedDigits)).toEqual([3, 1, 0]);
});
