import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import procbench from "../procbench/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("recognise", () => {
  const told = async (sources: readonly Source[]) => {
    const { files, track: own } = await recognise([procbench, track], sources);
    return [own, [...new Set(files.map((one) => `${one.role} ${one.track} ${one.format}`))]];
  };

  it.each([
    ["official", [undefined, ["gold graph-script released-paths"]]],
    ["compact.json", [undefined, ["gold graph-script released-paths"]]],
    ["predictions.jsonl", ["graph-script", ["prediction graph-script records"]]],
    ["drawn.json", ["graph-script", ["prediction graph-script drawn-graphs"]]],
    ["run.trec", ["graph-script", ["prediction graph-script trec-run"]]],
    ["next.qrels", [undefined, ["gold graph-script trec-qrels"]]],
    ["malformed/predictions.jsonl", ["graph-script", ["prediction graph-script records"]]],
  ])("tells %s", async (path, expected) => {
    expect(await told(await fixtures(path))).toEqual(expected);
  });

  it("tells imported gold", async () => {
    const [item] = await goldItems(await fixtures("compact.json"));
    expect(await told([lines(item)])).toEqual([undefined, ["gold graph-script stepladder-gold"]]);
  });

  it("tells the ids of this track from others", () => {
    for (const id of ["gs:t00:graph", "gs:t16:next:4", "gs:t07:complete:10-0-3", "gs:t123:graph"]) expect(track.owns(id), id).toBe(true);
    for (const id of ["gs:t00", "gs:t0:graph", "gs:t00:next", "gs:t00:graph:1", "gs:t00:next:1-", "task01_0000", "xgs:t00:graph"]) {
      expect(track.owns(id), id).toBe(false);
    }
  });
});

describe("predictions", () => {
  const said = "boil the water. <-> add the tea bag. <-> pour the water. <-> ";

  it.each([
    ["a list", lines({ id: "gs:t00:complete:0", prediction: [1, 2, 3] })],
    ["an object", lines({ id: "gs:t00:complete:0", prediction: { steps: ["boil the water", 2, "pour the water."] } })],
    ["model text", lines({ id: "gs:t00:complete:0", output: `fill the kettle. <-> ${said}` })],
    ["model text under another name", lines({ id: "gs:t00:complete:0", response: `fill the kettle. <-> ${said}` })],
    ["a table", file("p.csv", 'id,prediction\ngs:t00:complete:0,"[1, 2, 3]"\n')],
    ["a table of objects", file("p.csv", 'id,prediction\ngs:t00:complete:0,"{""steps"": [1, 2, 3]}"\n')],
    ["a table of texts", file("p.csv", `id,output\ngs:t00:complete:0,fill the kettle. <-> ${said}\n`)],
    ["an array", file("p.json", JSON.stringify([{ id: "gs:t00:complete:0", prediction: [1, 2, 3] }]))],
  ])("as %s are read", async (_, source) => {
    expect((await score([source])).scores["completion-accuracy"]?.value).toBe(1 / 11);
  });

  it("as text tell by which rule they were read; text that is no sequence is none", async () => {
    const { extraction, coverage, problems } = await score([
      lines(
        { id: "gs:t00:complete:0", output: said },
        { id: "gs:t00:graph", output: said },
        { id: "gs:t01:graph", output: "I am not sure." },
      ),
    ]);
    expect(extraction).toEqual({ attempted: 3, extracted: 2, rules: { sequence: 2 } });
    expect(coverage).toMatchObject({ scored: 2, unscored: { unreadable: 1 } });
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({ kind: "nothing-extracted", id: "gs:t01:graph", expected: expect.stringContaining("<->") }),
    );
  });

  it("as text lose the last step where no separator follows it, as in the released script", async () => {
    const { items } = await score([lines({ id: "gs:t00:complete:0", output: `fill the kettle. <-> ${said.slice(0, -5)}` })]);
    expect(items[2]).toMatchObject({ id: "gs:t00:complete:0", statistics: { "completion-accuracy": 0, "completion-edit-distance": 1 } });
  });

  it("with repeats are averaged", async () => {
    const { scores, repeats } = await score([
      lines({ id: "gs:t00:next:0", sample: 0, prediction: [1] }, { id: "gs:t00:next:0", sample: 1, prediction: [3] }),
    ]);
    expect(scores["accuracy-at-1"]?.value).toBe(0.5 / 3);
    expect(repeats?.pass["2"]?.["accuracy-at-1"]).toBe(1 / 3);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples.map(({ kind, line, id, field }) => [kind, line, id, field]));
    expect(told.filter(([kind]) => kind !== "missing-prediction")).toEqual([
      ["no-id", 12, undefined, "id"],
      ["not-an-object", 11, undefined, undefined],
      ["not-json", 13, undefined, undefined],
      ["unknown-id", 9, "gs:t07:next:3", undefined],
      ["wrong-field", 2, "gs:t00:next:0-1", "prediction"],
      ["wrong-field", 3, "gs:t01:next:0", "prediction.scores[1]"],
      ["wrong-field", 4, "gs:t00:complete:0", "prediction.steps[1]"],
      ["wrong-field", 5, "gs:t00:complete:0-1", "prediction"],
      ["wrong-field", 7, "gs:t00:graph", "prediction.edges[0]"],
      ["wrong-field", 8, "gs:t01:graph", "prediction"],
      ["wrong-sample", 10, "gs:t00:complete:0-2", "sample"],
      ["nothing-extracted", 6, "gs:t00:complete:2", undefined],
    ]);
    expect(coverage).toMatchObject({ items: 16, scored: 1 });
  });

  it("of numbers beyond all bounds are told", async () => {
    for (const scores of ["[1e999]", "[null]", "[[0]]", '{"0": 1}']) {
      const source = file("p.jsonl", `{"id":"gs:t00:next:0","prediction":{"scores":${scores}}}\n{"id":"gs:t01:next:0","prediction":[1]}`);
      const { problems } = await score([source]);
      expect(problems[0]?.examples[0], scores).toMatchObject({ kind: "wrong-field", id: "gs:t00:next:0" });
    }
  });

  it("for other gold or another benchmark are refused by name", async () => {
    expect(await refusal(score([lines({ id: "gs:t09:graph", prediction: { edges: [] } })]))).toMatchObject([{ kind: "wrong-split" }]);
    expect(await refusal(score([lines({ id: "task01_0000", prediction: [1] })]))).toMatchObject([{ kind: "wrong-track" }]);
  });

  it("drawn of a procedure that is not in gold are unknown, beside one that is", async () => {
    const edges = [["fill the kettle", "boil the water", 1]];
    const { problems, coverage } = await score([
      file("g.json", JSON.stringify({ Tea: { edges }, Other: { edges: [["sing", "dance", 1]] } })),
    ]);
    expect(coverage.scored).toBe(1);
    expect(problems[0]?.examples[0]).toMatchObject({ kind: "unknown-id", id: "Other" });
  });
});

describe("TREC", async () => {
  const same = lines(
    { id: "gs:t00:next:0", prediction: [3, 1, 2] },
    { id: "gs:t00:next:0-1", prediction: [3, 2] },
    { id: "gs:t01:next:0", prediction: [2] },
  );
  const run = (...rows: readonly string[]) => file("run.trec", rows.map((row) => `${row}\n`).join(""));

  it("runs score as records of the same steps, best first", async () => {
    const { scores, items, coverage } = await score([same]);
    expect(coverage.scored).toBe(3);
    expect(await score(await fixtures("run.trec"))).toMatchObject({ scores, items, coverage });
  });

  it("runs are ordered by their scores, equal ones by their ranks, wherever the lines stand", async () => {
    const shuffled = run(
      "gs:t00:next:0 Q0 2 3 0.5 mine",
      "gs:t00:next:0 Q0 nothing 2 0.5 mine",
      "gs:t00:next:0 Q0 1 1 0.5 mine",
      "gs:t00:next:0 Q0 3 0 0.7 mine",
    );
    const { items, problems } = await score([shuffled]);
    const { items: expected } = await score([lines({ id: "gs:t00:next:0", prediction: [3, 1, "nothing", 2] })]);
    expect(items).toEqual(expected);
    expect(problems.map(({ kind }) => kind)).toEqual(["missing-prediction"]);
  });

  it("runs whose ranks go against their scores are told, and scored by these", async () => {
    const { items, problems } = await score([run("gs:t01:next:0 Q0 1 1 0.1 mine", "gs:t01:next:0 Q0 2 2 0.9 mine")]);
    expect(items.find(({ id }) => id === "gs:t01:next:0")?.statistics).toMatchObject({ "accuracy-at-1": 0, "reciprocal-rank": 1 / 2 });
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({
        kind: "other-order",
        severity: "warning",
        id: "gs:t01:next:0",
        found: "rank 2 for the score 0.9 and rank 1 for the score 0.1",
      }),
    );
  });

  it("runs with a document twice, or of what is no ranking, are told by line", async () => {
    const { problems } = await score([
      run(
        "gs:t01:next:0 Q0 1 1 0.9 mine",
        "gs:t01:next:0 Q0 1 2 0.8 mine",
        "gs:t00:complete:0 Q0 1 1 0.9 mine",
        "gs:t09:next:0 Q0 1 1 0.9 mine",
      ),
    ]);
    const told = problems.flatMap(({ examples }) => examples.map(({ kind, line, id, field }) => [kind, line, id, field]));
    expect(told.filter(([kind]) => kind !== "missing-prediction")).toEqual([
      ["doubled-candidate", 2, "gs:t01:next:0", "document"],
      ["unknown-id", undefined, "gs:t09:next:0", undefined],
      ["wrong-field", 3, "gs:t00:complete:0", "query"],
    ]);
  });

  it("qrels are gold of next steps: rankings have the figures that they have on the whole of it", async () => {
    const given = await fixtures("next.qrels");
    const items = await goldItems(given);
    expect(items[0]).toEqual({
      id: "gs:t00:next:0",
      subtask: "next-step",
      task: "t00",
      library: ["0", "1", "2", "3"],
      prefix: [0],
      observed: [[1], [2]],
    });
    const [whole, judged] = [await score([same]), await score([same], given)];
    const ranks = Object.keys(whole.scores).filter((id) => /-at-[135]$|reciprocal/.test(id));
    expect(ranks).toHaveLength(15);
    for (const id of ranks) expect(judged.scores[id]?.value, id).toBe(whole.scores[id]?.value);
    expect(judged.hashes.items).not.toBe(whole.hashes.items);
    expect(await refusal(score(given))).toMatchObject([{ kind: "gold-given" }]);
  });

  it.each([
    ["of another question", "gs:t00:graph 0 1 1", { field: "query" }],
    ["of a step by its text", "gs:t00:next:0 0 boil 1", { field: "document" }],
    ["of a step beyond all libraries", "gs:t00:next:0 0 64 1", { field: "document" }],
    ["of what is done beyond all libraries", "gs:t00:next:999999999 0 1 1", { field: "query" }],
    ["of a step that is spelled otherwise", "gs:t00:next:0 0 01 1", { field: "document" }],
    ["twice", "gs:t00:next:0 0 1 1\ngs:t00:next:0 0 1 0", { kind: "doubled-candidate", line: 2 }],
    ["of nothing that is right", "gs:t00:next:0 0 1 0", { field: "relevance" }],
  ])("qrels %s are refused", async (_, text, problem) => {
    expect(await refusal(goldItems([file("x.qrels", text)]))).toMatchObject([problem]);
  });
});
