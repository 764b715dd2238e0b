import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import procladder from "../procladder/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("recognise", () => {
  const told = async (sources: readonly Source[]) => {
    const { files, track: own } = await recognise([procladder, track], sources);
    return [own, files.map((one) => `${one.role} ${one.track} ${one.format}`)];
  };

  it.each([
    ["gold.jsonl", [undefined, ["gold perceptual-rewards stepladder-gold"]]],
    ["predictions.jsonl", ["perceptual-rewards", ["prediction perceptual-rewards records"]]],
    ["malformed/predictions.jsonl", ["perceptual-rewards", ["prediction perceptual-rewards records"]]],
  ])("tells %s", async (path, expected) => {
    expect(await told(await fixtures(path))).toEqual(expected);
  });

  it("tells the ids of this track from others", () => {
    for (const id of ["pr-1-00000", "pr-spring-00000", "pr-1-123456"]) expect(track.owns(id), id).toBe(true);
    for (const id of ["pr-1-0000", "pr-A-00000", "xpr-1-00000", "pl-1-00000", "task01_0000"]) expect(track.owns(id), id).toBe(false);
  });
});

describe("predictions", () => {
  it.each([
    ["a list of cuts", lines({ id: "pr-try-00000", prediction: [5] })],
    ["an object", lines({ id: "pr-try-00000", prediction: { cuts: [5] } })],
    ["labels", lines({ id: "pr-try-00000", prediction: { labels: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2] } })],
    ["features", lines({ id: "pr-try-00000", prediction: { features: [..."1111188888"].map((x) => [Number(x), 0.5]), minSize: 1 } })],
    ["a table", file("p.csv", 'id,prediction\npr-try-00000,"{""cuts"": [5]}"\n')],
    ["a table of lists", file("p.csv", 'id,prediction\npr-try-00000,"[5.0]"\n')],
    ["an array", file("p.json", [{ id: "pr-try-00000", prediction: [5] }])],
  ])("as %s are read", async (_, source) => {
    const { items } = await score([source]);
    expect(items[0]?.statistics).toMatchObject({ "step-jaccard-1": 4 / 5, "step-jaccard-2": 5 / 6 });
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples.map(({ kind, line, id, field }) => [kind, line, id, field]));
    expect(told.filter(([kind]) => kind !== "missing-prediction")).toEqual([
      ["no-id", 9, undefined, "id"],
      ["not-an-object", 8, undefined, undefined],
      ["not-json", 13, undefined, undefined],
      ["unknown-id", 7, "pr-1-99999", undefined],
      ["wrong-field", 2, "pr-try-00001", "prediction.cuts[1]"],
      ["wrong-field", 3, "pr-try-00002", "prediction.features[1]"],
      ["wrong-field", 4, "pr-try-00003", "prediction"],
      ["wrong-field", 5, "pr-try-00004", "prediction.minSize"],
      ["wrong-field", 6, "pr-try-00005", "prediction"],
      ["wrong-field", 11, "pr-try-00001", "prediction.labels[1]"],
      ["wrong-field", 12, "pr-try-00002", "prediction.rewards[0]"],
      ["wrong-sample", 10, "pr-try-00005", "sample"],
    ]);
    expect(coverage).toMatchObject({ items: 6, scored: 1 });
  });

  it("of features that would take minutes to split are refused", async () => {
    const features = Array.from({ length: 20_000 }, (_, frame) => [frame % 7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const { problems } = await score([
      lines({ id: "pr-try-00000", prediction: { features, minSize: 5 } }, { id: "pr-try-00001", prediction: [3, 8] }),
    ]);
    expect(problems[0]?.examples[0]).toMatchObject({ field: "prediction.features", found: "20000 frames x 12" });
  });

  it("of numbers beyond all bounds are told", async () => {
    for (const cuts of ["[1e999]", "[null]", '["4"]']) {
      const source = file("p.jsonl", `{"id":"pr-try-00000","prediction":{"cuts":${cuts}}}\n{"id":"pr-try-00001","prediction":[3,8]}`);
      const { problems } = await score([source]);
      expect(problems[0]?.examples[0], cuts).toMatchObject({ kind: "wrong-field", id: "pr-try-00000" });
    }
    const far = await score([lines({ id: "pr-try-00000", prediction: { cuts: [1e300] } })]);
    expect(far.items[0]?.statistics).toMatchObject({ "step-jaccard-1": 4 / 10, "step-jaccard-2": 0 });
  });

  it("for other gold or another benchmark are refused by name, as is gold given as predictions", async () => {
    expect(await refusal(score([lines({ id: "pr-1-00000", prediction: [4] })]))).toMatchObject([{ kind: "wrong-split" }]);
    expect(await refusal(score([lines({ id: "task01_0000", prediction: [1] })]))).toMatchObject([{ kind: "wrong-track" }]);
    expect(await refusal(score(await fixtures("gold.jsonl")))).toMatchObject([{ kind: "gold-given" }]);
  });
});

describe("gold", () => {
  it("that is malformed is refused, and each fault is told with its place", async () => {
    const told = await refusal(goldItems(await fixtures("malformed/gold.jsonl")));
    expect(told.map(({ line, field, expected }) => [line, field, expected])).toEqual([
      [2, "cuts[1]", "a frame from 9 to 11"],
      [3, "cuts[0]", "a frame from 1 to 7"],
      [4, "frames", "a whole number above 0"],
      [5, "features", "2 rows, one for each frame"],
      [6, "features[1]", "2 numbers"],
      [7, "cuts[0]", "a frame from 1 to 1"],
      [8, "features", "a row with at least one number for each frame"],
      [9, "rate", "a number above 0"],
    ]);
  });

  it("is the same with and without what systems see: features decide no figure", async () => {
    const items = await goldItems(await fixtures("gold.jsonl"));
    const bare = lines(...items.map(({ features: _, ...item }) => item));
    const predictions = await fixtures("predictions.jsonl");
    expect((await score(predictions, [bare])).hashes.items).toBe((await score(predictions)).hashes.items);
  });
});
