import { describe, expect, it } from "vitest";
import { NO_STOPS, nextError, runFrom, stepWords, stopAt } from "./stepping.ts";
import type { Steps } from "./viewers/contract.ts";

const states = ["a", "ab", "ab", "abc", "x"];
const steps: Steps = { count: 5, errors: [2, 4], text: (at) => states[at] as string, size: (at) => (states[at] as string).length };

describe("stopAt", () => {
  it("names why playing stops", () => {
    expect(stopAt(steps, 2, { ...NO_STOPS, error: true })).toBe("it differs from gold");
    expect(stopAt(steps, 3, { ...NO_STOPS, size: true })).toBe("the length of the state changes");
    expect(stopAt(steps, 3, { ...NO_STOPS, word: "BC" })).toBe("it holds “BC”");
  });

  it("goes on where nothing is asked for, and where nothing is there", () => {
    expect(stopAt(steps, 2, NO_STOPS)).toBeUndefined();
    expect(stopAt(steps, 0, { ...NO_STOPS, size: true })).toBeUndefined();
    expect(stopAt({ count: 5, errors: [] }, 2, { error: true, size: true, word: "b" })).toBeUndefined();
  });
});

describe("runFrom", () => {
  it.each([
    [0, NO_STOPS, 4],
    [0, { ...NO_STOPS, error: true }, 2],
    [2, { ...NO_STOPS, error: true }, 4],
    [1, { ...NO_STOPS, size: true }, 3],
    [0, { ...NO_STOPS, word: "c" }, 3],
    [4, { ...NO_STOPS, error: true }, 4],
  ])("from %i with %j comes to %i", (from, stops, to) => expect(runFrom(steps, from, stops)).toBe(to));
});

it("the next error is the first after a step", () => {
  expect([0, 2, 4].map((at) => nextError(steps, at))).toEqual([2, 4, undefined]);
});

it("a step is told with its place, and whether it is wrong", () => {
  expect([0, 2, 4].map((at) => stepWords(steps, at))).toEqual(["Step 1 of 5.", "Step 3 of 5: the first error.", "Step 5 of 5: an error."]);
});
