import { MOST_CAPTION_CHARACTERS, MOST_CAPTIONS } from "@stepladder/schema";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { MOST_WORDS } from "@stepladder/wasm/metrics/captions/abi.ts";
import { describe, expect, it } from "vitest";
import graphScript from "../graph-script/track.ts";
import procladder from "../procladder/track.ts";
import type { GuideRecord } from "./records.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));

const record: GuideRecord = {
  query: "How to sharpen a knife",
  category: "Desk",
  guideline_steps: { 1: "Wet the stone.", 2: "Draw the blade over it." },
  videos: { v: { specific_step: { 0: { title: "Wet it", guideline_step: "Wet the stone.", bounds: [0, 4] } } } },
};
const withStep = (step: object): object => ({
  ...record,
  videos: { v: { specific_step: { 0: { title: "Wet it", guideline_step: "Wet the stone.", bounds: [0, 4], ...step } } } },
});

describe("gold", () => {
  it("in GUIDE's records is that of lines, whether one record or many are in a file", async () => {
    const [official] = await fixtures("official");
    expect(await goldItems([official!])).toEqual(stored);
    expect((await goldItems([lines(record)])).map(({ id }) => id)).toEqual([
      "guide:steps:v",
      "guide:guideline:how-to-sharpen-a-knife",
      "guide:guided:v",
    ]);
    expect((await goldItems([file("one.json", record)])).length).toBe(3);
  });

  it("has texts without stray spaces, and steps in the order of their numbers", async () => {
    const guideline = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${11 - i}`, ` step ${11 - i} `]));
    const items = await goldItems([lines({ ...record, guideline_steps: guideline, videos: {} })]);
    expect(items[0]?.steps.map(({ caption }) => caption)).toEqual(Array.from({ length: 11 }, (_, i) => `step ${i + 1}`));
  });

  it.each([
    ["a step of another guideline", withStep({ guideline_step: "Dry the stone." }), { id: "guide:guided:v", found: "Dry the stone." }],
    ["bounds turned around", withStep({ bounds: [4, 0] }), { id: "guide:steps:v", field: "steps[0].bounds", found: "[4,0]" }],
    ["half a segment", withStep({ bounds: [4] }), { field: "videos.v.specific_step.0.bounds" }],
    ["a caption without a word", withStep({ title: " - " }), { id: "guide:steps:v", field: "steps[0].caption" }],
    ["no guideline", { ...record, guideline_steps: {} }, { id: "guide:guided:v", expected: "the text of a step of the guideline" }],
    ["a query that is no text", { ...record, query: 7 }, { field: "query", expected: "text" }],
  ])("with %s is refused", async (_, bad, problem) => {
    expect(await refusal(goldItems([lines(bad)]))).toMatchObject([problem]);
  });

  it.each([
    [
      { ...stored[0], subtask: "guided-captioning" },
      { field: "subtask", expected: "step-captioning, as the id says" },
    ],
    [
      { ...stored[3], guideline: ["Prepare."] },
      { field: "steps[1].guideline_step", expected: "a number from 1 to 1", found: "2" },
    ],
    [
      { ...stored[0], steps: [] },
      { field: "steps", expected: "a step" },
    ],
    [{ ...stored[0], id: "gs:t00:graph" }, { field: "subtask" }],
  ])("in lines that cannot be gold is refused: %#", async (bad, problem) => {
    expect(await refusal(goldItems([lines(bad)]))).toMatchObject([problem]);
  });

  it("twice is refused", async () => {
    const gold = await fixtures("gold.jsonl");
    expect(await refusal(score([lines({ id: stored[0]?.id, prediction: [] })], [...gold, lines(stored[0])]))).toMatchObject([
      { kind: "doubled-gold" },
    ]);
  });
});

/** A prediction that is in order, so that the file is one of predictions. */
const sound = file("sound.jsonl", { id: "guide:steps:fix-pencil-a", prediction: [] });

describe("predictions", () => {
  it("that cannot be read are told, each with its field, and the others scored", async () => {
    const { problems, coverage } = await score([sound, ...(await fixtures("malformed/predictions.jsonl"))]);
    const found = problems.flatMap(({ examples }) => examples).map(({ line, id, kind, field }) => [line, id, kind, field]);
    expect(found).toEqual(
      expect.arrayContaining([
        [1, "guide:steps:fix-pencil-a", "wrong-field", "prediction.steps[0].bounds"],
        [2, "guide:steps:fix-pencil-b", "wrong-field", "prediction.steps[0].bounds"],
        [3, "guide:guided:fix-pencil-a", "wrong-field", "prediction.steps[0].guideline_step"],
        [4, "guide:guided:fix-pencil-b", "wrong-field", "prediction.steps[0]"],
        [5, "guide:guideline:how-to-sharpen-a-pencil", "wrong-field", "prediction.steps"],
        [6, "guide:steps:fix-pencil-z", "unknown-id", undefined],
        [7, undefined, "no-id", "id"],
      ]),
    );
    expect(found).toHaveLength(7);
    expect(coverage).toMatchObject({ items: 5, scored: 1, unscored: { unreadable: 4 } });
  });

  const read = async (id: string, prediction: unknown) => {
    const { items } = await score([lines({ id, prediction })]);
    return items.find((item) => item.id === id)?.statistics ?? {};
  };

  it("are lists, objects with steps, or objects by number, in a table too", async () => {
    const id = "guide:guideline:how-to-sharpen-a-pencil";
    const [one, two] = ["Prepare the pencil and a blade.", "Take the wood off around the lead."];
    const forms = [
      [one, two],
      [{ caption: one }, { title: two }],
      { steps: [{ caption: one }, { caption: two }] },
      { "Guideline Step 2": two, "Guideline Step 1": one },
      { 1: one, 2: { sentence: two } },
      JSON.stringify([one, two]),
    ];
    for (const form of forms) expect(await read(id, form)).toMatchObject({ "guidelines-paired": 2, "guidelines-hits-1": 13 });
    const table = file("p.csv", `id,prediction\n${id},"[""${one}"", ""${two}""]"\n`);
    expect((await score([table])).scores["guideline-rouge-l"]?.value).toBe(1);
  });

  it("may have captions without a word, and bounds with or without a fraction", async () => {
    const steps = [{ caption: "...", bounds: [2.5, 10.0] }];
    expect(await read("guide:steps:fix-pencil-a", steps)).toMatchObject({ "captions-paired": 1, "captions-ngrams-1": 0 });
  });

  it("of too many steps, or too long ones, are refused, of the most scored", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ caption: "a", bounds: [i, i + 1] }));
    const long = (length: number) => [{ caption: "煮".repeat(length), bounds: [2.5, 10] }];
    const id = "guide:steps:fix-pencil-a";
    expect(MOST_WORDS).toBe(MOST_CAPTION_CHARACTERS);
    expect(await read(id, many(MOST_CAPTIONS))).toMatchObject({ "captions-predicted": MOST_CAPTIONS });
    expect(await read(id, long(MOST_CAPTION_CHARACTERS))).toMatchObject({ "captions-ngrams-1": MOST_CAPTION_CHARACTERS });
    for (const [prediction, field] of [
      [many(MOST_CAPTIONS + 1), "prediction.steps"],
      [long(MOST_CAPTION_CHARACTERS + 1), "prediction.steps[0].caption"],
    ] as const) {
      const { problems } = await score([sound, file("p.jsonl", { id, prediction })]);
      expect(problems[0]).toMatchObject({ severity: "error", examples: [{ field }] });
    }
  });

  it("are told by their ids, and ActivityNet's by none", async () => {
    const tracks = [procladder, graphScript, track];
    expect(await recognise(tracks, [sound])).toMatchObject({ track: "guide", files: [{ role: "prediction", format: "records" }] });
    const results = file("r.json", { results: { v: [] } });
    expect(await recognise(tracks, [results])).toMatchObject({ track: "guide", files: [{ format: "activitynet" }] });
    expect(await recognise(tracks, await fixtures("gold.jsonl"))).toMatchObject({ files: [{ role: "gold", track: "guide" }] });
    expect(await recognise(tracks, await fixtures("official"))).toMatchObject({ files: [{ role: "gold", track: "guide" }] });
  });
});
