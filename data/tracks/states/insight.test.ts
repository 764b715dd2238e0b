import type { StatesItem, StatesPrediction } from "@stepladder/schema";
import { kernels } from "@stepladder/wasm/host/testing.ts";
import { expect, it } from "vitest";
import { statesInsight } from "./insight.ts";

const run = (states: string): StatesPrediction => ({ intermediate: [...states.slice(0, -1)], final: states.at(-1) ?? "" });
const item = { id: "i", task: "t", init: "", ...run("abcdef") } as StatesItem;

/** Kinds that a run of one-letter states shows, each with its count, its place and what mending makes of it. */
function shown(states: string) {
  const told = statesInsight.failures.flatMap((kind) => {
    const failure = kind.find(run(states), item, kernels);
    if (failure === undefined) return [];
    const { intermediate, final } = failure.mended;
    return [[kind.id, `${failure.count} at ${failure.at}: ${[...intermediate, final].join("")}`]];
  });
  return Object.fromEntries(told);
}

it("names a state that is left out, so that all later ones are off by one", () => {
  expect(shown("abdef")).toEqual({
    "wrong-state": "3 at 2: abcde",
    "left-out": "1 at 2: abcdef",
    "stopped-early": "1 at 5: abdeff",
  });
  expect(shown("aef")["left-out"]).toBe("3 at 1: abcdef");
});

it("names states that are doubled or put in", () => {
  expect(shown("abbcdef")["put-in"]).toBe("1 at 2: abcdef");
  expect(shown("xxabcdef")["put-in"]).toBe("2 at 0: abcdef");
});

it("does not call a wrong state one left out", () => {
  expect(shown("abxdef")).toEqual({ "wrong-state": "1 at 2: abcdef" });
  expect(shown("abcdxx")).toEqual({ "wrong-state": "2 at 4: abcdef" });
});
