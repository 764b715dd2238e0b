import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));

describe("predictions", () => {
  it("have the figures worked out by hand", () => {
    const values = Object.fromEntries(Object.entries(card.scores).map(([id, { value }]) => [id, value]));
    // cake: 1 of 1 right, 2 in gold; tea_0: none, 1 in gold; tea_1: 2 of 4 right, 3 in gold
    expect(values).toEqual({
      "pooled-edge-f1": 6 / 11,
      "pooled-edge-precision": 3 / 5,
      "pooled-edge-recall": 3 / 6,
      "edge-f1": (2 / 3 + 0 + (2 * (2 / 4) * (2 / 3)) / (2 / 4 + 2 / 3)) / 3,
      "edge-precision": (1 + 0 + 2 / 4) / 3,
      "edge-recall": (1 / 2 + 0 + 2 / 3) / 3,
      // of 2, 2 and 4 actions that gold tells of
      "plan-accuracy": (1 + 0 + 2) / 8,
    });
    expect(card.coverage).toEqual({ items: 3, scored: 2, unscored: { "no-prediction": 1 }, share: 2 / 3 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("count a doubled link once, and a link of an unknown action as a wrong one", async () => {
    const links = [
      [1, 1],
      [1, 1],
      [3, 99],
    ];
    const { items } = await score([lines({ id: "ara:cake_1+cake_0", prediction: { links } })]);
    expect(items[0]?.statistics).toMatchObject({ "edges-predicted": 2, "edge-hits": 1, "plan-right": 1, "plan-positions": 2 });
  });
});

describe("format mistakes", () => {
  const ids = ["ara:cake_1+cake_0", "ara:tea_0+tea_2", "ara:tea_1+tea_0"];
  const told = async (...links: number[][][]) => {
    const { diagnoses } = await score([lines(...links.map((own, i) => ({ id: ids[i], prediction: { links: own } })))]);
    return diagnoses.map(({ id, mended }) => [id, mended["pooled-edge-f1"]?.value]);
  };
  // biome-ignore format: one pair a line
  const right = [
    [[1, 1], [3, 2]],
    [[1, 1], [4, 0]],
    [[1, 1], [4, 4], [7, 4], [10, 0]],
  ];

  it("links that point from the target to the source are told", async () => {
    expect(await told(...right.map((links) => links.map((link) => link.toReversed())))).toEqual([["turned-around", 1]]);
  });

  it("links that point from the target to the source are told alone where another reading gains less", async () => {
    // The place 2 of an action in tea_1 is token 4 there, so reading turned links as places mends one of them.
    const other = [
      [2, 2],
      [4, 4],
      [4, 7],
      [1, 1],
    ];
    expect(
      await told(
        [
          [1, 1],
          [2, 3],
        ],
        [[1, 1]],
        other,
      ),
    ).toMatchObject([["turned-around", expect.any(Number)]]);
  });

  it("places of actions in place of tokens are told, from 1 or from 0", async () => {
    // biome-ignore format: one pair a line
    expect(await told([[1, 1], [2, 2]], [[1, 1], [2, 0]], [[1, 1], [2, 2], [3, 2], [4, 0]])).toEqual([["actions-from-one", 1]]);
    // biome-ignore format: one pair a line
    expect(await told([[0, 0], [1, 1]], [[0, 0]], [[0, 0], [1, 1], [2, 1]])).toEqual([["actions-from-zero", 1]]);
  });

  it("tokens numbered from 0 are told", async () => {
    // biome-ignore format: one pair a line
    expect(await told([[0, 0], [2, 1]], [[0, 0]], [[0, 0], [3, 3], [6, 3]])).toEqual([["tokens-from-zero", 1]]);
  });

  it("are not told of links without them", async () => {
    expect(await told(...right)).toEqual([]);
  });
});
