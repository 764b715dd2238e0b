import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import procbench from "../procbench/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));

describe("recognise", () => {
  const told = async (sources: readonly Source[]) => {
    const { files, track: own } = await recognise([procbench, track], sources);
    return [own, [...new Set(files.map((one) => `${one.role} ${one.track} ${one.format}`))]];
  };

  it.each([
    ["official", [undefined, ["gold step-order official-files"]]],
    ["gold.jsonl", [undefined, ["gold step-order stepladder-gold"]]],
    ["predictions.jsonl", ["step-order", ["prediction step-order records"]]],
    ["malformed/predictions.jsonl", ["step-order", ["prediction step-order records"]]],
  ])("tells %s", async (path, expected) => {
    expect(await told(await fixtures(path))).toEqual(expected);
  });

  it("tells the ids of this track from others", () => {
    for (const id of ["so:section:0001", "so:graph:zoodles", "so:recognition:1_7", "so:mistakes:24_16"])
      expect(track.owns(id), id).toBe(true);
    for (const id of ["so:graph", "so:plan:1", "so:graph:", "xso:graph:a", "cc4d:zoodles"]) expect(track.owns(id), id).toBe(false);
  });
});

describe("predictions", () => {
  it.each([
    ["a list", lines({ id: "so:graph:toast", prediction: [2, 1, 0] })],
    ["an object", lines({ id: "so:graph:toast", prediction: { order: [2, 1, 0] } })],
    [
      "texts, with a full stop or without",
      lines({ id: "so:graph:toast", prediction: ["Cut-Cut a slice.", 1, " Spread-Spread butter on the slice"] }),
    ],
    ["a table", file("p.csv", 'id,prediction\nso:graph:toast,"[2, 1, 0]"\n')],
    ["a table of objects", file("p.csv", 'id,prediction\nso:graph:toast,"{""order"": [2, 1, 0]}"\n')],
    ["an array", file("p.json", JSON.stringify([{ id: "so:graph:toast", prediction: [2, 1, 0] }]))],
  ])("as %s are read", async (_, source) => {
    expect((await score([source])).scores["order-exact"]?.value).toBe(1 / 2);
  });

  it("that are a call alone are read, in a table too", async () => {
    for (const source of [lines({ id: "so:section:0001", prediction: true }), file("p.csv", "id,prediction\nso:section:0001,true\n")])
      expect((await score([source])).scores["ordered-accuracy"]?.value).toBe(1 / 4);
  });

  it("with repeats are averaged", async () => {
    const { scores } = await score([
      lines({ id: "so:graph:toast", sample: 0, prediction: [2, 1, 0] }, { id: "so:graph:toast", sample: 1, prediction: [0, 1, 2] }),
    ]);
    expect(scores["order-pairs"]?.value).toBe(1 / 4);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples.map(({ kind, line, id, field }) => [kind, line, id, field]));
    expect(told.filter(([kind]) => kind !== "missing-prediction")).toEqual([
      ["no-id", 14, undefined, "id"],
      ["not-an-object", 13, undefined, undefined],
      ["not-json", 15, undefined, undefined],
      ["unknown-id", 11, "so:graph:soup", undefined],
      ["wrong-field", 2, "so:section:0002", "prediction.ordered"],
      ["wrong-field", 3, "so:section:0003", "prediction"],
      ["wrong-field", 4, "so:section:0004", "prediction"],
      ["wrong-field", 5, "so:graph:tea", "prediction.order[1]"],
      ["wrong-field", 6, "so:graph:toast", "prediction"],
      ["wrong-field", 7, "so:recognition:1_1", "prediction.completions[0].time"],
      ["wrong-field", 8, "so:recognition:1_2", "prediction.completions[0].time"],
      ["wrong-field", 9, "so:mistakes:1_1", "prediction.mistakes[0].kinds[0]"],
      ["wrong-field", 10, "so:mistakes:1_2", "prediction.mistakes[0].step"],
      ["wrong-field", 16, "so:graph:toast", "prediction.order"],
      ["wrong-sample", 12, "so:mistakes:2_1", "sample"],
    ]);
    expect(coverage).toMatchObject({ items: 12, scored: 1 });
  });

  it.each([
    ["a step twice", [2, 2, 1], "doubled-steps", "each step once", "2 again"],
    ["a step that there is not", [2, 9, 1], "foreign-steps", "steps of the item: texts, or numbers from 0 to 2", "9"],
    ["a text that there is not", ["Fry", 2, 1], "foreign-steps", "steps of the item: texts, or numbers from 0 to 2", "Fry"],
  ])("with %s are told of it, and scored without", async (_, prediction, kind, expected, found) => {
    const told = await score([lines({ id: "so:graph:toast", prediction })]);
    const { scores } = await score([lines({ id: "so:graph:toast", prediction: [2, 1] })]);
    expect(told.problems.filter(({ severity }) => severity === "warning").map((one) => one.kind)).toContain(kind);
    expect(told.problems.find((one) => one.kind === kind)?.examples).toMatchObject([
      { line: 1, field: "prediction.order", expected, found },
    ]);
    expect(told.scores).toEqual(scores);
  });

  it.each([
    [["foo", "bar"], "foo, bar"],
    [[99], "99"],
  ])("whose order %j has no step of the item cannot be used", async (prediction, found) => {
    const { problems, coverage } = await score([lines({ id: "so:graph:toast", prediction }, { id: "so:graph:tea", prediction: [0] })]);
    expect(problems[0]).toMatchObject({
      kind: "wrong-field",
      severity: "error",
      examples: [{ line: 1, field: "prediction.order", found }],
    });
    expect(coverage.scored).toBe(1);
  });

  it("whose order has no step of a section are scored by the call beside it", async () => {
    const { problems, scores } = await score([lines({ id: "so:section:0001", prediction: { ordered: true, order: [99] } })]);
    expect(problems.find(({ kind }) => kind === "foreign-steps")?.severity).toBe("warning");
    expect(scores["ordered-accuracy"]?.value).toBe(1 / 4);
  });

  it("of too many completions are told", async () => {
    const completions = Array.from({ length: 257 }, (_, i) => ({ step: 0, time: i }));
    const { problems } = await score([
      lines({ id: "so:recognition:1_1", prediction: completions }, { id: "so:graph:tea", prediction: [0] }),
    ]);
    expect(problems[0]?.examples[0]).toMatchObject({ field: "prediction.completions", expected: "at most 256 completions", found: "257" });
  });

  it("for other gold or another benchmark are refused by name", async () => {
    expect(await refusal(score([lines({ id: "so:graph:soup", prediction: [0] })]))).toMatchObject([{ kind: "wrong-split" }]);
    expect(await refusal(score([lines({ id: "task01_0000", prediction: [1] })]))).toMatchObject([{ kind: "wrong-track" }]);
  });
});

describe("gold", () => {
  it("of the official files is that of one file, in whatever order they are given", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
    expect(await goldItems((await fixtures("official")).toReversed())).toEqual(stored);
  });

  it("may be of one source alone", async () => {
    const subtasks = async (...paths: string[]) => [...new Set((await goldItems(await fixtures(...paths))).map(({ subtask }) => subtask))];
    expect(await subtasks("official/sections")).toEqual(["section"]);
    expect(await subtasks("official/graphs")).toEqual(["graph"]);
  });

  it("of recordings needs their graphs, and the table of errors", async () => {
    const predictions = await fixtures("predictions.jsonl");
    const without = await fixtures("official/recordings");
    expect(await refusal(score(predictions, without))).toMatchObject([
      { field: "activity_name", expected: "a recipe with a task graph", fix: expect.stringContaining("ground_truth_task_graphs") },
    ]);
    const noErrors = await fixtures("official/graphs", "official/recordings/complete_step_annotations.json");
    expect(await refusal(score(predictions, noErrors))).toMatchObject([{ expected: "a row of error_annotations.csv without an error" }]);
  });

  const item = { id: "so:graph:x", subtask: "graph", task: "x", steps: ["a", "b"], before: [[0, 1]] };
  const section = { id: "so:section:x", subtask: "section", task: "x", steps: ["a"] };
  const recording = { id: "so:recognition:x", subtask: "recognition", task: "x", steps: ["a"], completions: [{ step: 0, time: 2 }] };
  const execution = { id: "so:mistakes:x", subtask: "mistakes", task: "x", steps: ["a"], spans: [[0, 1]], before: [], mistakes: [] };
  it.each([
    [
      "a cycle",
      {
        ...item,
        before: [
          [0, 1],
          [1, 0],
        ],
      },
      { field: "before", found: "step 0 before itself" },
    ],
    ["no pair", { ...item, before: [] }, { field: "before", expected: "at least one pair" }],
    ["a step that there is not", { ...item, before: [[0, 2]] }, { field: "before[0]", found: "2" }],
    ["an id of something else", { ...item, id: "so:section:x" }, { field: "subtask", expected: "section" }],
    ["no answer", { ...item, before: undefined }, { field: "before", found: "nothing" }],
    ["a section without its released label", { ...section, ordered: false }, { field: "released", found: "nothing" }],
    ["a section without a label put back that is not lost", { ...section, released: true }, { field: "ordered", found: "nothing" }],
    ["65 steps", { ...item, steps: Array.from({ length: 65 }, (_, i) => `${i}`) }, { field: "steps", found: "65" }],
    [
      "completions out of time",
      {
        ...recording,
        completions: [
          { step: 0, time: 2 },
          { step: 0, time: 1 },
        ],
      },
      { field: "completions[1].time" },
    ],
    ["a span too few", { ...execution, spans: [] }, { field: "spans", found: "0" }],
    ["a kind that there is not", { ...execution, mistakes: [{ step: 0, kinds: ["sloth"] }] }, { field: "mistakes", found: "sloth" }],
  ])("with %s is refused", async (_, bad, problem) => {
    expect(await refusal(score(await fixtures("predictions.jsonl"), [lines(bad)]))).toMatchObject([problem]);
  });
});
