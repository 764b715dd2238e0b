import { expect, test } from "vitest";
import { differsFromPrinted } from "./quoted.ts";

test.each([
  [0.7124, 0.712, 3, false],
  [0.7125, 0.712, 3, false],
  [0.7126, 0.712, 3, true],
  [0.71249, 0.71, 2, false],
  [0.716, 0.71, 2, true],
  [0.652, 0.65, 3, true],
  [12.4, 12, 0, false],
  [12.6, 12, 0, true],
])("%d computed, %d printed with %d decimals: differs %s", (computed, printed, decimals, differs) => {
  expect(differsFromPrinted(computed, printed, { decimals })).toBe(differs);
});
