import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import crosstask from "../crosstask/track.ts";
import graphScript from "../graph-script/track.ts";
import procbench from "../procbench/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));

describe("gold", () => {
  it("of the official file is that of one line per video, without its texts", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
    expect(JSON.stringify(stored)).not.toContain("string is tight");
  });

  it.each([
    [
      "a flag of 2",
      {
        v: [
          [1, 0, 1, "a"],
          [2, 0, 1, "b"],
        ],
      },
      { id: "htm-align:v", field: "v[1]" },
    ],
    ["a time that is none", { v: [[1, null, 1, "a"]] }, { field: "v[0]" }],
    ["an end before its start", { v: [[1, 5, 4, "a"]] }, { field: "sentences[0]", found: "5 to 4" }],
    ["no list", { v: [[1, 0, 1, "a"]], w: 3 }, { field: "w", expected: "a list of sentences" }],
    ["no sentence", { v: [[1, 0, 1, "a"]], w: [] }, { id: "htm-align:w", field: "sentences" }],
  ])("with %s is refused", async (_, videos, problem) => {
    expect(await refusal(score(await fixtures("predictions.jsonl"), [file("htm_align.json", videos)]))).toMatchObject([problem]);
  });

  it("may have any times where a sentence is not alignable", async () => {
    const [item] = await goldItems([
      file("htm_align.json", {
        v: [
          [1, 0, 1, "a"],
          [0, 7, -1, "b"],
        ],
      }),
    ]);
    expect(item?.sentences[1]).toEqual({ alignable: false, start: 7, end: -1 });
  });
});

describe("predictions", () => {
  it("that cannot be read are told, each with its field, and the others scored", async () => {
    const sound = lines({ id: "htm-align:knot-0004", prediction: { seconds: [5, null] } });
    const { problems, coverage } = await score([sound, ...(await fixtures("malformed/predictions.jsonl"))]);
    const found = problems.flatMap(({ examples }) => examples).map(({ line, id, kind, field }) => [line, id, kind, field]);
    expect(found).toEqual([
      [5, undefined, "no-id", "id"],
      [4, "htm-align:none-0009", "unknown-id", undefined],
      [1, "htm-align:kite-0001", "wrong-field", "prediction.seconds"],
      [2, "htm-align:soup-0002", "wrong-field", "prediction.similarity[1]"],
      [3, "htm-align:wall-0003", "wrong-field", "prediction.alignable[0]"],
      [6, "htm-align:wall-0003", "wrong-field", "prediction"],
    ]);
    expect(coverage).toMatchObject({ scored: 1, unscored: { unreadable: 3 } });
  });

  it("in one object of videos are read each for itself", async () => {
    const { items, problems } = await score([file("videos.json", { "kite-0001": [9, 11], "soup-0002": [2, 6, 3], "none-0009": [1] })]);
    expect(items.map(({ unscored, statistics }) => unscored ?? statistics["pointing-hits"])).toEqual([
      "unreadable",
      "no-prediction",
      1,
      "no-prediction",
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(["unknown-id", "wrong-field", "missing-prediction"]);
  });
});

describe("recognise", () => {
  it.each([
    ["official", [undefined, "gold official-file"]],
    ["gold.jsonl", [undefined, "gold stepladder-gold"]],
    ["predictions.jsonl", ["htm-align", "prediction records"]],
    ["malformed/predictions.jsonl", ["htm-align", "prediction records"]],
  ])("tells %s", async (path, [own, kind]) => {
    const found = await recognise([track, crosstask, procbench], await fixtures(path as string));
    expect(found.track).toBe(own);
    for (const one of found.files) expect([one.track, `${one.role} ${one.format}`], one.name).toEqual(["htm-align", kind]);
  });
});

describe("TREC runs", () => {
  it("rank sentences: they score as records of the same scores, and have no R@1", async () => {
    const same = lines(
      { id: "htm-align:kite-0001", prediction: { alignable: [2.1, 0.3, 1.4, -0.2] } },
      { id: "htm-align:wall-0003", prediction: { alignable: [0.9, 0.4, null] } },
    );
    const { scores, items } = await score([same]);
    expect(scores["alignability-auc"]?.value).toBeGreaterThan(0);
    expect(scores["pointing-recall"]?.value).toBeUndefined();
    expect(await score(await fixtures("run.trec"))).toMatchObject({ scores, items });
  });

  it("are told apart by the ids of their queries, and their sentences counted", async () => {
    const { track: told } = await recognise([crosstask, graphScript, procbench, track], [file("x", "htm-align:a Q0 0 1 0.5 mine\n")]);
    expect(told).toBe("htm-align");
    const { problems } = await score([
      file("x", "htm-align:kite-0001 Q0 3 1 0.5 mine\nhtm-align:kite-0001 Q0 4 2 0.4 mine\nhtm-align:kite-0001 Q0 a 3 0.3 mine\n"),
    ]);
    const found = problems.flatMap(({ examples }) => examples).filter(({ kind }) => kind === "wrong-field");
    expect(found).toMatchObject([
      { line: 2, id: "htm-align:kite-0001", field: "document", expected: "the number of a sentence, from 0 to 3", found: "4" },
      { line: 3, found: "a" },
    ]);
  });
});
