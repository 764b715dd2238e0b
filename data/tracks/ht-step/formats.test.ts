import type { HtStepPrediction } from "@stepladder/schema";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import { segmentTable, toCsv } from "./formats.ts";
import { file, fixtures, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const faults = async (...predictions: Awaited<ReturnType<typeof fixtures>>) =>
  (await score(predictions)).problems
    .filter(({ severity }) => severity === "error")
    .flatMap(({ examples }) => examples)
    .map(({ line, field, kind, found }) => [line, field ?? kind, found] as const)
    .sort(([a = 0], [b = 0]) => a - b);

describe("layouts of predictions", () => {
  it.each([
    ["predictions.csv", "segment-table"],
    ["no-numbers.csv", "segment-table"],
    ["activitynet.json", "segment-object"],
    ["by-video.json", "segment-object"],
    ["result.json", "second-object"],
  ])("%s is recognised as %s", async (name, format) => {
    const { files } = await recognise([track], await fixtures(`official/predictions/${name}`));
    expect(files.map((one) => [one.role, one.format])).toEqual([["prediction", format]]);
  });

  it("gold and records are told apart", async () => {
    const { files } = await recognise([track], await fixtures("gold.jsonl", "predictions.jsonl", "official/gold"));
    expect(files.map(({ role, format }) => [role, format])).toEqual([
      ["gold", "official-files"],
      ["gold", "stepladder-gold"],
      ["prediction", "records"],
      ["gold", "official-files"],
    ]);
  });

  it("tables of videos that gold does not have are of another split, however these are named", async () => {
    for (const video of ["othervideo1", "v_0001"]) {
      const table = file("p.csv", ["video-id,t-start,t-end,label,score", `${video},5,30,10,0.5`, ""].join("\n"));
      expect(await refusal(score([table]))).toMatchObject([{ kind: "wrong-split", file: "p.csv" }]);
    }
    expect(await refusal(score([lines({ id: "task01_0000", prediction: [1] })]))).toMatchObject([{ kind: "wrong-track" }]);
  });

  it("a list by itself is of segments or of seconds", async () => {
    const segments = [{ start: 5, end: 30, label: 10, score: 0.5 }];
    const { items, scores } = await score([
      lines({ id: "hts:tea-video-1", prediction: segments }, { id: "hts:toastvideo2", prediction: [null, 31.5] }),
    ]);
    expect(items.map(({ statistics }) => [statistics["segments-predicted"], statistics["pointing-answered"]]).slice(0, 4)).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(scores["pointing-recall"]?.value).toBe(1 / 8);
  });

  it("tables of records carry their predictions as JSON", async () => {
    const rows = ["id,prediction", 'hts:toastvideo2,"{""segments"": [{""start"": 30, ""end"": 90, ""label"": 21, ""score"": 1}]}"'];
    expect((await score([file("p.csv", rows.join("\n"))])).scores["grounding-recall-at-50"]?.value).toBe(1 / 9);
  });

  it("numbers may be written with a point, as text, or as labels of text", async () => {
    const told = { "tea-video-1": [{ segment: [5.0, "30.0"], label: "10", score: 1e-3 }] };
    expect((await score([file("p.json", told)])).scores["grounding-recall-at-50"]?.value).toBe(1 / 9);
  });

  it("seconds for another number of steps are scored as they stand, with a warning", async () => {
    const { problems, scores } = await score([file("result.json", { "tea-video-1": [10, 50], toastvideo2: [1, 40] })]);
    expect(problems.find(({ kind }) => kind === "other-length")).toMatchObject({ severity: "warning", count: 1 });
    expect(scores["pointing-recall"]?.value).toBe(3 / 8);
  });
});

describe("the table that the official scorer reads", () => {
  it("is written from predictions and read back as the same", async () => {
    const [source] = await fixtures("official/predictions/predictions.csv");
    const text = await new Response(source?.stream()).text();
    const read = (content: string) => {
      const rows = segmentTable.gather?.({ ids: [], contexts: [] });
      const [header = "", ...cells] = content.trimEnd().split("\n");
      const names = header.split(",");
      for (const row of cells) rows?.add({ value: Object.fromEntries(row.split(",").map((cell, i) => [names[i], cell])), file: "p.csv" });
      return [...(rows?.items() ?? [])].map(({ id, prediction }) => ({ id, prediction: prediction as HtStepPrediction }));
    };
    expect(toCsv(read(text))).toBe(text);
    expect(read(toCsv(read(text)))).toEqual(read(text));
    const unordered = [{ id: "hts:toastvideo2", prediction: { segments: [{ start: 1, end: 2.5, label: 21, score: 0.5 }] } }];
    expect(toCsv(unordered)).toBe(",video-id,t-start,t-end,label,score\n0,toastvideo2,1,2.5,21,0.5\n");
  });
});

describe("malformed input", () => {
  it("rows of a table are told one by one, and the others are scored", async () => {
    const given = await fixtures("malformed/predictions.csv");
    expect(await faults(...given)).toEqual([
      [undefined, "unknown-id", "an id that gold does not have"],
      [3, "t-start", "five"],
      [4, "t-end", "an empty text"],
      [5, "label", "10.5"],
      [6, "score", "nan"],
      [7, "video-id", "an empty text"],
    ]);
    expect((await score(given)).scores["grounding-recall-at-50"]?.value).toBe(1 / 9);
  });

  it("records are told with the field at fault", async () => {
    expect(await faults(...(await fixtures("malformed/predictions.jsonl")))).toEqual([
      [1, "prediction.segments[0].score", "nothing"],
      [2, "prediction", '{"boxes":[]}'],
      [3, "prediction.seconds[1]", "6"],
      [4, "prediction", "30 to 90"],
      [5, "id", "7"],
      [6, "unknown-id", "an id that gold does not have"],
    ]);
  });

  it("an object with a segment that is none is no submission", async () => {
    const told = {
      "tea-video-1": [
        { segment: [5, 30], label: 10, score: 1 },
        { segment: [5], label: 10, score: 1 },
      ],
    };
    const refused = async (value: object) => (await refusal(score([file("p.json", value)]))).map(({ field, found }) => [field, found]);
    expect(await refused(told)).toEqual([["tea-video-1[1]", expect.stringContaining("[5]")]]);
    const nameless = { "tea-video-1": [{ segment: [5, 30], label: "boil", score: 1 }] };
    expect(await refused(nameless)).toEqual([["label", "boil"]]);
  });
});
