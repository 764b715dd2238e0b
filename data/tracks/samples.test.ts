import { globSync } from "node:fs";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { describe, expect, it } from "vitest";
import { testing } from "./testing.ts";

const modules = globSync("*/track.ts", { cwd: import.meta.dirname }).map((path) => new URL(path, import.meta.url).href);
const tracks = await Promise.all(
  modules.sort().map(async (module) => {
    const { default: track } = (await import(module)) as { default: AnyTrack };
    return [track.id, module, track] as const;
  }),
);

describe.each(tracks)("the sample of %s", (_, module, track) => {
  const { fixtures, score } = testing(track, module);

  it("is recognised, gold and predictions apart", async () => {
    const all = tracks.map(([, , one]) => one);
    const { files, track: found } = await recognise(all, await fixtures("gold.jsonl", "predictions.jsonl"));
    expect(files.map(({ role }) => role)).toEqual(["gold", "prediction"]);
    expect(found).toBe(track.id);
  });

  it("has figures that are neither nothing nor all", async () => {
    const { scores } = await score(await fixtures("predictions.jsonl"));
    const [ranking] = track.metrics;
    const value = scores[ranking]?.value ?? Number.NaN;
    expect(value).toBeGreaterThan(0);
    // Other units have no highest value.
    if (metrics[ranking as MetricId].unit === "fraction") expect(value).toBeLessThan(1);
  });
});
