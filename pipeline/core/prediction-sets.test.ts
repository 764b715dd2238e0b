import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { expect, it } from "vitest";
import { predictionLines } from "./prediction-sets.ts";
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
