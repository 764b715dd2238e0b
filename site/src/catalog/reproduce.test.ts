import { expect, test } from "vitest";
import { entry } from "../../test/entries.ts";
import { track } from "../../test/scorecard.ts";
import { reproduceSteps } from "./reproduce.ts";

const commands = (...given: Parameters<typeof reproduceSteps>): (string | undefined)[] =>
  reproduceSteps(...given).flatMap(({ command }) => (command === undefined ? [] : [command]));

test("a system's figures are made again from gold and predictions", () => {
  expect(commands(entry("Alpha", {}), { ...track, gold: "imported" })).toEqual([
    "npx stepladder import toy --from <official folder>",
    "npx stepladder score toy <predictions> --out scorecard.json",
    "npx stepladder verify scorecard.json --predictions <predictions>",
    "npx stepladder entry check toy",
  ]);
});

test("a baseline runs again, and quoted figures have nothing to run", () => {
  expect(commands(entry("Guess", {}, { kind: "baseline" }), track)).toEqual([
    "npx stepladder build toy",
    "npx stepladder build toy --check",
    "npx stepladder entry check toy",
  ]);
  expect(reproduceSteps(entry("Zeta", {}, { evidence: "published" }), track)).toEqual([]);
});
