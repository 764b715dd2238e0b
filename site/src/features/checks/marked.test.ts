import { expect, it } from "vitest";
import { markedStep } from "./marked.ts";

it("a step is cut where spans of failed checks begin and end", () => {
  const result = (passed: boolean, ...spans: [step: number, start: number, end: number][]) => ({
    check: "c",
    passed,
    reason: "r",
    spans: spans.map(([step, start, end]) => ({ step, start, end })),
  });
  const results = [result(false, [0, 0, 4], [1, 0, 1]), result(true, [0, 5, 8]), result(false, [0, 2, 6])];
  expect(markedStep("Boil water", 0, results)).toEqual({
    stretches: [
      { text: "Bo", marked: true },
      { text: "il", marked: true },
      { text: " w", marked: true },
      { text: "ater", marked: false },
    ],
    by: [0, 2],
  });
  expect(markedStep("Wait", 2, results)).toEqual({ stretches: [{ text: "Wait", marked: false }], by: [] });
});
