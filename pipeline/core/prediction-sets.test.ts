import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { expect, it } from "vitest";
import { predictionLines, predictionSets } from "./prediction-sets.ts";
import { loadTrack } from "./tracks.ts";

it("of records that stand in for each other the newest is imported, of equally new ones the last", async () => {
  const track = await loadTrack("agentprocessbench");
  const record = (sample: number, label: number, time?: string) =>
    `${JSON.stringify({ dataset: "bfcl", query_index: 1, sample_index: sample, step_labels: { 3: label }, updated_at: time })}\n`;
  const lines = [
    record(0, 1, "2026-03-02"),
    record(0, -1, "2026-03-01"),
    record(1, 1),
    record(1, -1),
    record(2, 0),
    record(2, 1, "2026-03-01"),
    record(2, 0),
  ];
  const failed = `${JSON.stringify({ dataset: "bfcl", query_index: 1, sample_index: 3, comment: "llm_annotate_failed: x", step_labels: { 3: null } })}\n`;
  const source = fromBlob("bfcl__run.jsonl", new Blob([...lines, failed]));
  const written = await Array.fromAsync(predictionLines(track, [source], new AbortController().signal));
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { id: "bfcl:1:0", prediction: { labels: { 3: 1 } } },
    { id: "bfcl:1:1", prediction: { labels: { 3: -1 } } },
    { id: "bfcl:1:2", prediction: { labels: { 3: 1 } } },
    { id: "bfcl:1:3", output: "" },
  ]);
});

it("of a layout that gathers, predictions are imported file by file once all records were read", async () => {
  const track = await loadTrack("ht-step");
  const { signal } = new AbortController();
  const table = (name: string, ...rows: string[]) =>
    fromBlob(name, new Blob([["video-id,t-start,t-end,label,score", ...rows, ""].join("\n")]));
  const source = table("a.csv", "v1,5,30,10,0.5", "v2,0,9,11,0.25", "v1,40,60,11,0.125");
  const { sets } = await predictionSets(track, [source], signal);
  expect([...sets]).toEqual([["a", [source]]]);
  const written = await Array.fromAsync(predictionLines(track, [source], signal));
  expect(written.map((line) => JSON.parse(line))).toEqual([
    {
      id: "hts:v1",
      prediction: {
        segments: [
          { start: 5, end: 30, label: 10, score: 0.5, order: 0 },
          { start: 40, end: 60, label: 11, score: 0.125, order: 2 },
        ],
      },
    },
    { id: "hts:v2", prediction: { segments: [{ start: 0, end: 9, label: 11, score: 0.25, order: 1 }] } },
  ]);
  const bad = table("b.csv", "v1,5,30,10,0.5", "v2,0,x,11,0.25");
  await expect(Array.fromAsync(predictionLines(track, [bad], signal))).rejects.toMatchObject({
    problem: { file: "b.csv", line: 3, id: "hts:v2" },
  });
});

it("files that are read against gold are no set of their own", async () => {
  const track = await loadTrack("ht-step");
  const source = fromBlob("seconds.json", new Blob(['{"v1": [12, 45]}']));
  const { sets, asTheyLie } = await predictionSets(track, [source], new AbortController().signal);
  expect([sets.size, asTheyLie]).toEqual([0, ["seconds.json"]]);
});
