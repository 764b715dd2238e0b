import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));

/** F1 in the official order of operations. */
const f1 = (precision: number, recall: number): number => (2 * precision * recall) / (precision + recall);

/** Hits, predicted, gold, precision, recall, F1 of edges; the same without precision and recall of closures and of reductions; then the rest. */
const rows: Record<string, readonly number[]> = {
  // missing: measured as a graph without edges; nothing observed
  "cc4d:salad": [0, 0, 5, 0, 0, 0, 0, 0, 9, 0, 0, 0, 5, 0, 1, 0, 0, 5, 5, 1, 0],
  // one chain: START 2 and 3 1 END are right; boiling before the leaves is kept by one of two executions; a path has 3 of the 5 edges
  "cc4d:tea": [3, 4, 5, 3 / 4, 3 / 5, f1(3 / 4, 3 / 5), 9, 10, 9, f1(9 / 10, 1), 3, 4, 5, f1(3 / 4, 3 / 5), 1, 6, 5, 3, 3, 1, 0],
  // START 1 follows from others; Eat is no step of gold: one node and its edge to remove, and START 1
  "cc4d:toast": [3, 5, 3, 3 / 5, 1, f1(3 / 5, 1), 6, 8, 6, f1(6 / 8, 1), 3, 4, 3, f1(3 / 4, 1), 1, 1, 1, 3, 3, 1, 1],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, Object.values(statistics)]))).toEqual(rows);
  });

  it("have the scores of these rows", () => {
    const mean = (column: number) => Object.values(rows).reduce((sum, row) => sum + (row[column] as number), 0) / 3;
    expect(Object.fromEntries(Object.entries(card.scores).map(([id, { value }]) => [id, value]))).toEqual({
      "edge-f1": mean(5),
      "edge-precision": mean(3),
      "edge-recall": mean(4),
      "pooled-edge-f1": 12 / 22,
      "closure-f1": mean(9),
      "reduction-f1": mean(13),
      "order-consistency": 6 / 7,
      acyclic: 1,
      "graph-edit-distance": 11 / 3,
      "graph-edit-lower-bound": 11 / 3,
      "graph-edit-exact": 1,
    });
    expect(card.coverage).toEqual({ items: 3, scored: 2, unscored: { "no-prediction": 1 }, share: 2 / 3 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("in the official layouts score as those read as records", async () => {
    const { items, scores } = await score(await fixtures("official/predictions"), await fixtures("official/gold", "official/sequences"));
    expect(items.map(({ id, statistics }) => [id, statistics["edge-f1"], statistics["unknown-nodes"]])).toEqual([
      ["cc4d:salad", 1, 0],
      // START and the pot are there
      ["cc4d:tea", 1, 0],
      // `salt it` is no step of gold
      ["cc4d:toast", f1(3 / 4, 1), 1],
    ]);
    expect(scores["order-consistency"]?.value).toBe(1);
  });
});

it("items without executions have no order consistency, and say so", async () => {
  const { scores } = await score(await fixtures("predictions.jsonl"), await fixtures("official/gold"));
  expect(scores["order-consistency"]).toEqual({
    reason: "no predicted order between steps of an observed execution",
    scored: 2,
    unscored: 1,
  });
  expect(scores["edge-f1"]?.value).toBe(card.scores["edge-f1"]?.value);
});

const told = (edges: unknown) => file("p.jsonl", { id: "cc4d:tea", prediction: { edges } });
const tea = async (edges: unknown) => (await score([told(edges)])).items[1]?.statistics as Record<string, number>;

describe("graphs that are no orders", () => {
  const gold = [
    ["0", "2"],
    ["0", "3"],
    ["2", "1"],
    ["3", "1"],
    ["1", "4"],
  ];

  it("with a doubled edge count it once", async () => {
    expect(await tea([...gold, ["START", "boil the water"]])).toMatchObject({ "edges-predicted": 5, "edge-f1": 1, acyclic: 1 });
  });

  it("with a step before itself are cyclic", async () => {
    expect(await tea([...gold, ["2", "2"]])).toMatchObject({ "edges-predicted": 6, "edge-hits": 5, acyclic: 0, "closure-predicted": 10 });
  });

  it("with a cycle are closed along it: one of each two orders is kept", async () => {
    const row = await tea([...gold, ["1", "2"]]);
    // 1 and 2 reach each other and themselves, and 3 reaches 2 as well
    expect(row).toMatchObject({ acyclic: 0, "closure-predicted": 13, "closure-hits": 9, "order-pairs": 8, "order-kept": 5 });
  });
});

describe("format mistakes", () => {
  it("edges that point to prerequisites are told, with what turning them gives", async () => {
    const { scores, diagnoses } = await score([
      told([
        ["2", "0"],
        ["3", "0"],
        ["1", "2"],
        ["1", "3"],
        ["4", "1"],
      ]),
    ]);
    expect(scores["edge-f1"]?.value).toBe(0);
    expect(diagnoses.map(({ id, examples, mended }) => [id, examples, mended["edge-f1"]?.value])).toEqual([
      ["turned-around", ["cc4d:tea"], 1 / 3],
    ]);
  });

  it("graphs without START and END are told, with what adding their edges gives", async () => {
    const { scores, diagnoses } = await score([
      told([
        ["2", "1"],
        ["3", "1"],
      ]),
    ]);
    expect(scores["edge-recall"]?.value).toBe(2 / 5 / 3);
    expect(diagnoses.map(({ id, mended }) => [id, mended["edge-f1"]?.value])).toEqual([["no-start-and-end", 1 / 3]]);
  });

  it("are not told of a graph without them", async () => {
    expect(
      (
        await score([
          told([
            ["0", "2"],
            ["2", "1"],
          ]),
        ])
      ).diagnoses,
    ).toEqual([]);
  });
});
