import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import procbench from "../procbench/track.ts";
import procladder from "../procladder/track.ts";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));
const steps = { 0: "START", 1: "a", 2: "END" };

describe("gold", () => {
  it("of the official folder, beside predictions and the rest, is that of one file", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
    expect(await goldItems((await fixtures("official")).toReversed())).toEqual(stored);
  });

  it("without recordings has no executions", async () => {
    const bare = stored.map(({ executions: _, ...item }) => item);
    expect(await goldItems(await fixtures("official/gold"))).toEqual(bare);
  });

  it.each([
    ["no START", { steps: { 0: "a", 1: "END" }, edges: [] }, { field: "steps", expected: "one step START", found: "0" }],
    ["two ENDs", { steps: { ...steps, 3: "end" }, edges: [] }, { field: "steps", expected: "one step END", found: "2" }],
    ["an edge to nowhere", { steps, edges: [[0, 9]] }, { field: "edges[0]", found: "9" }],
    [
      "a loop",
      {
        steps,
        edges: [
          [0, 1],
          [1, 1],
        ],
      },
      { field: "edges[1]", expected: "each step once" },
    ],
    [
      "a cycle",
      {
        steps: { ...steps, 3: "b" },
        edges: [
          [1, 3],
          [3, 1],
        ],
      },
      { kind: "cyclic-gold" },
    ],
    ["a step that is no text", { steps: { ...steps, 3: 4 }, edges: [] }, { field: "steps.3", found: "4" }],
    ["half an edge", { steps, edges: [[0]] }, { field: "edges[0]" }],
  ])("with %s is refused", async (_, graph, problem) => {
    expect(await refusal(score(await fixtures("predictions.jsonl"), [file("bad.json", graph)]))).toMatchObject([problem]);
  });

  it("of 512 steps is scored and of 513 refused", async () => {
    const graph = (count: number) => ({
      steps: Object.fromEntries(Array.from({ length: count }, (_, i) => [i, i === 0 ? "START" : i === 1 ? "END" : `s${i}`])),
      edges: [[0, 1]],
    });
    const own = file("p.jsonl", { id: "cc4d:large", prediction: { edges: [["START", "END"]] } });
    expect((await score([own], [file("large.json", graph(512))])).scores["edge-f1"]?.value).toBe(1);
    expect(await refusal(score([own], [file("large.json", graph(513))]))).toMatchObject([{ kind: "too-many-nodes", found: "513" }]);
  });

  it("with executions of steps that its graph does not have is refused", async () => {
    const recordings = { annotations: { r: { scenario: "tea", segments: [{ step_name: "Drink" }] } }, taxonomy: {} };
    const gold = [...(await fixtures("official/gold")), file("recordings.json", recordings)];
    expect(await refusal(goldItems(gold))).toMatchObject([{ id: "cc4d:tea", field: "annotations", found: "Drink" }]);
  });
});

/** A prediction that is in order, so that the file is one of predictions. */
const sound = file("sound.jsonl", { id: "cc4d:salad", prediction: { edges: [] } });

describe("predictions", () => {
  it("that cannot be read are told, each with its field, and the others scored", async () => {
    const { problems, coverage } = await score([sound, ...(await fixtures("malformed/predictions.jsonl"))]);
    const found = problems.flatMap(({ examples }) => examples).map(({ line, id, kind, field }) => [line, id, kind, field]);
    expect(found).toEqual([
      [5, undefined, "no-id", "id"],
      [4, "cc4d:soup", "unknown-id", undefined],
      [1, "cc4d:tea", "wrong-field", "prediction.edges[1]"],
      [2, "cc4d:toast", "wrong-field", "prediction.edges"],
      [3, "cc4d:salad", "wrong-field", "prediction.edges[0][1]"],
      [6, "cc4d:tea", "wrong-field", "prediction"],
    ]);
    expect(coverage).toMatchObject({ scored: 1, unscored: { unreadable: 2 } });
  });

  it("of more than 512 different steps are refused, of 512 scored", async () => {
    const edges = (count: number) => Array.from({ length: count - 1 }, (_, i) => [`s${i}`, `s${i + 1}`]);
    const told = async (count: number) => score([sound, file("p.jsonl", { id: "cc4d:tea", prediction: { edges: edges(count) } })]);
    expect((await told(512)).items[1]).toMatchObject({ statistics: { "unknown-nodes": 512, "edit-exact": 0 } });
    const { problems } = await told(513);
    expect(problems[0]).toMatchObject({ kind: "too-many-nodes", examples: [{ id: "cc4d:tea", field: "prediction.edges", found: "513" }] });
  });

  it.each([
    ["cut", "1_a;2\nSTART;{}\n", '1 more neighbours of "1_a"'],
    ["without a degree", "START\n", "a node and the number of its neighbours, as node;degree"],
    ["with another delimiter", "START 0\n1_a 1\nSTART {}\n", "a node and the number of its neighbours, as node;degree"],
    ["with a node of a;b", "1_a;b;0\n", "a node and the number of its neighbours, as node;degree"],
    ["with a degree below 0", "START;-1\n", "a node and the number of its neighbours, as node;degree"],
  ])("in an adjacency list %s are told with the line", async (_, text, expected) => {
    const { problems } = await score([sound, file("graph_tea.adjlist", text)]);
    const [problem] = problems[0]?.examples ?? [];
    expect(problem).toMatchObject({ kind: "wrong-adjlist", id: "cc4d:tea", file: "graph_tea.adjlist", expected });
    expect(problem?.field).toMatch(/^line \d+$/);
  });

  it("in an adjacency list of nothing are a graph without edges", async () => {
    const { items, problems } = await score([file("graph_tea.adjlist", "# nothing\n")]);
    expect(items[1]?.unscored).toBeUndefined();
    expect(problems.map(({ kind }) => kind)).toEqual(["missing-prediction"]);
  });

  it("in a folder of graphs may not name keys that they do not have", async () => {
    const { problems } = await score([sound, file("graph_tea.json", { steps: { a: "START" }, edges: [["a", "b"]] })]);
    expect(problems[0]?.examples).toMatchObject([{ id: "cc4d:tea", field: "edges[0]", found: "b" }]);
  });
});

describe("recognise", () => {
  it.each([
    ["official/gold", [undefined, "gold official-folder"]],
    ["official/sequences", [undefined, "gold official-folder"]],
    ["gold.jsonl", [undefined, "gold stepladder-gold"]],
    ["predictions.jsonl", ["task-graph", "prediction records"]],
    ["malformed/predictions.jsonl", ["task-graph", "prediction records"]],
    ["malformed/graph_tea.adjlist", ["task-graph", "prediction adjlist"]],
    ["official/predictions/adjacent", ["task-graph", "prediction adjlist"]],
    ["official/predictions/written", ["task-graph", "prediction graph-files"]],
  ])("tells %s", async (path, [own, kind]) => {
    const found = await recognise([track, procbench, procladder], await fixtures(path as string));
    expect(found.track).toBe(own);
    for (const one of found.files) expect([one.track, `${one.role} ${one.format}`], one.name).toEqual(["task-graph", kind]);
  });
});

it("the system of official predictions is their folder", () => {
  const systems = track.formats.map((format) => format.system?.("runs/llm-baseline/graph_tea.adjlist"));
  expect(systems).toEqual(["llm-baseline", "llm-baseline", undefined]);
});
