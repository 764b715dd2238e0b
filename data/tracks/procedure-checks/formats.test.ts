import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import how2bench from "../how2bench/track.ts";
import procladder from "../procladder/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("recognise", () => {
  it.each([
    ["gold.jsonl", [undefined, ["gold procedure-checks stepladder-gold"]]],
    ["predictions.jsonl", ["procedure-checks", ["prediction procedure-checks records"]]],
    ["malformed/predictions.jsonl", ["procedure-checks", ["prediction procedure-checks records"]]],
  ])("tells %s", async (path, expected) => {
    const { files, track: own } = await recognise([how2bench, procladder, track], await fixtures(path));
    expect([own, files.map((one) => `${one.role} ${one.track} ${one.format}`)]).toEqual(expected);
  });

  it("tells the ids of this track from others", () => {
    for (const id of ["pc-1-00000", "pc-spring-00000", "pc-1-123456"]) expect(track.owns(id), id).toBe(true);
    for (const id of ["pc-1-0000", "pc-A-00000", "xpc-1-00000", "pl-1-00000"]) expect(track.owns(id), id).toBe(false);
  });
});

describe("predictions", () => {
  const steps = ["Boil the water in the kettle.", "Warm the cup with hot water."];
  const text = steps.map((step, i) => `${i + 1}) ${step}`).join("\n");

  it.each([
    ["text", lines({ id: "pc-try-00003", output: text }), 1, "numbered"],
    ["text behind thoughts", lines({ id: "pc-try-00003", output: `<think>\n1. Hm.\n</think>\n${text}` }), 1, "numbered"],
    ["JSON in a fence", lines({ id: "pc-try-00003", output: `\`\`\`\n${JSON.stringify({ steps })}\n\`\`\`` }), 0, "fenced-json"],
    ["an object", lines({ id: "pc-try-00003", prediction: { steps, resources: [] } }), 0, undefined],
    ["a list", lines({ id: "pc-try-00003", prediction: steps }), 0, undefined],
    ["a table", file("p.csv", `id,prediction\npc-try-00003,"${JSON.stringify(steps).replaceAll('"', '""')}"\n`), 0, undefined],
    ["an array", file("p.json", [{ id: "pc-try-00003", prediction: { steps } }]), 0, undefined],
  ])("as %s are read", async (_, source, numbered, rule) => {
    const { items, extraction } = await score([source]);
    expect(items[3]?.statistics).toMatchObject({ "required-passed": 1, "adjacent-passed": 1, "numbering-passed": numbered });
    expect(Object.keys(extraction?.rules ?? {})).toEqual(rule === undefined ? [] : [rule]);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples.map(({ kind, line, id, field }) => [kind, line, id, field]));
    expect(told.filter(([kind]) => kind !== "missing-prediction")).toEqual([
      ["no-id", 7, undefined, "id"],
      ["not-an-object", 6, undefined, undefined],
      ["not-json", 11, undefined, undefined],
      ["unknown-id", 5, "pc-1-99999", undefined],
      ["wrong-field", 2, "pc-try-00001", "prediction.steps[1]"],
      ["wrong-field", 3, "pc-try-00002", "prediction"],
      ["wrong-field", 4, "pc-try-00003", "output"],
      ["wrong-field", 10, "pc-try-00003", "prediction.steps"],
      ["wrong-sample", 8, "pc-try-00001", "sample"],
      ["nothing-extracted", 9, "pc-try-00002", undefined],
    ]);
    expect(coverage).toMatchObject({ items: 4, scored: 1 });
  });
});

it("gold that is malformed is refused, with the constraint at fault", async () => {
  const told = await refusal(goldItems(await fixtures("malformed/gold.jsonl")));
  expect(told.map(({ line, field, expected }) => [line, field, expected])).toEqual([
    [1, "constraints[0].kind", expect.stringMatching(/^one of step-count, .* json$/)],
    [2, "constraints[0]", "an order that a procedure can have, not a circle"],
    [3, "constraints", "a constraint or more"],
    [4, "constraints[0]", "min, max or exactly"],
  ]);
});
