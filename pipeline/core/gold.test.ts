import { fileURLToPath } from "node:url";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { expect, it } from "vitest";
import { importedGold } from "./gold.ts";
import { loadTrack } from "./tracks.ts";

const track = await loadTrack("how2bench");
const fixture = (name: string) => fileURLToPath(new URL(`../../data/tracks/how2bench/fixtures/${name}`, import.meta.url));
const imported = async (...names: readonly string[]): Promise<string[]> =>
  Array.fromAsync(importedGold(track, await openSources(names.map(fixture)), new AbortController().signal).lines());

it("judgments beside rows are no gold of their own; named alone they are", async () => {
  const rows = await imported("official/how2bench.jsonl");
  expect(rows).toHaveLength(6);
  expect(await imported("official/how2bench.jsonl", "judgments.jsonl")).toEqual(rows);
  expect(await imported("judgments.jsonl")).toHaveLength(7);
});

it("files that are gold only where named alone are named where there is no other", async () => {
  await expect(imported("judgments.jsonl", "predictions.jsonl")).rejects.toThrow(
    /found none in 2 files; give one file alone to take it for gold: judgments\.jsonl$/,
  );
});
