import { readFile } from "node:fs/promises";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { expect, it } from "vitest";
import track from "./track.ts";

const rows = await readFile(new URL("fixtures/gold.jsonl", import.meta.url), "utf8");
const own = `${JSON.stringify({ id: "task01_0000", task: "Sort", init: "b", intermediate: [], final: "a" })}\n`;
const kernels = await loadKernels();

it.each([
  ["official rows", rows],
  ["our own layout", own],
])("gold in %s given as predictions is refused, not scored as a perfect system", async (_, text) => {
  const gold = fromBlob("gold.jsonl", new Blob([text]));
  await expect(scoreTrack({ track, gold: [gold], predictions: [fromBlob("mine.jsonl", new Blob([text]))], kernels })).rejects.toMatchObject(
    {
      problems: [{ kind: "gold-given", examples: [{ file: "mine.jsonl", found: "its gold" }] }],
    },
  );
});
