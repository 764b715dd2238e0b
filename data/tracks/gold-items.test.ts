import { loadGold } from "@stepladder/wasm/host/gold.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import actionSegmentation from "./action-segmentation/track.ts";
import agentprocessbench from "./agentprocessbench/track.ts";
import crosstask from "./crosstask/track.ts";
import exactInstructions from "./exact-instructions/track.ts";
import goalStep from "./goal-step/track.ts";
import graphScript from "./graph-script/track.ts";
import guide from "./guide/track.ts";
import how2bench from "./how2bench/track.ts";
import htStep from "./ht-step/track.ts";
import htmAlign from "./htm-align/track.ts";
import odcvBench from "./odcv-bench/track.ts";
import perceptualRewards from "./perceptual-rewards/track.ts";
import prmbench from "./prmbench/track.ts";
import procbench from "./procbench/track.ts";
import procedureChecks from "./procedure-checks/track.ts";
import procedurePlanning from "./procedure-planning/track.ts";
import processbench from "./processbench/track.ts";
import stepAlignment from "./step-alignment/track.ts";
import stepGrades from "./step-grades/track.ts";
import stepOrder from "./step-order/track.ts";
import stepcode from "./stepcode/track.ts";
import taskGraph from "./task-graph/track.ts";
import { testing } from "./testing.ts";

/** Tracks with the fixtures of their official layouts: each list is the same gold in another form. */
const tracks: readonly (readonly [AnyTrack, readonly (readonly string[])[]])[] = [
  [actionSegmentation, [["official"]]],
  [agentprocessbench, [["official"]]],
  [crosstask, [["official"]]],
  [exactInstructions, [["gold.jsonl"]]],
  [goalStep, [["official"]]],
  [graphScript, [["official"], ["compact.json"]]],
  [guide, [["official"], ["gold.jsonl"]]],
  [htStep, [["official/gold"]]],
  [how2bench, [["official"]]],
  [perceptualRewards, [["gold.jsonl"]]],
  [htmAlign, [["official"]]],
  [prmbench, [["official/gold"], ["gold.jsonl"]]],
  [procedurePlanning, [["official"]]],
  [processbench, [["official/gold"]]],
  [odcvBench, [["official/gold"], ["gold.jsonl"]]],
  [procbench, [["official/dataset"], ["gold.jsonl"]]],
  [stepAlignment, [["official"]]],
  [procedureChecks, [["gold.jsonl"]]],
  [stepcode, [["gold.jsonl"]]],
  [stepGrades, [["official"]]],
  [stepOrder, [["official"]]],
  [taskGraph, [["official"]]],
];

async function hashes(track: AnyTrack, sources: readonly Source[]) {
  return (await loadGold(track, sources)).sha256;
}

describe.each(tracks.map(([track, layouts]) => [track.id, track, layouts] as const))("gold of %s", (id, track, layouts) => {
  const { fixtures, goldItems } = testing(track, new URL(`${id}/track.ts`, import.meta.url).href);

  it("has one hash of its items in whatever layout, and as imported", async () => {
    const first = await fixtures(...(layouts[0] ?? []));
    const imported = (await goldItems(first)).map((item) => `${JSON.stringify(item)}\n`);
    const given = [...(await Promise.all(layouts.map((paths) => fixtures(...paths)))), [fromBlob("items.jsonl", new Blob(imported))]];
    const all = await Promise.all(given.map((sources) => hashes(track, sources)));
    expect(new Set(all.map(({ items }) => items)).size).toBe(1);
    expect(new Set(all.map(({ gold }) => gold)).size).toBe(all.length);
  });

  it("has another with an item less, and the same in whatever order its files are given", async () => {
    const sources = await fixtures(...(layouts[0] ?? []));
    const lines = (await goldItems(sources)).map((item) => `${JSON.stringify(item)}\n`);
    const whole = await hashes(track, sources);
    expect((await hashes(track, [fromBlob("items.jsonl", new Blob(lines.slice(1)))])).items).not.toBe(whole.items);
    expect((await hashes(track, sources.toReversed())).items).toBe(whole.items);
  });
});
