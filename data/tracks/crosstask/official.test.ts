import { readFile } from "node:fs/promises";
import type { CrosstaskItem } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { secondsOf } from "@stepladder/wasm/metrics/pointing/assign.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { baselines } from "./baselines.ts";
import { crosstaskCodec, lastEnd, stepsShown } from "./segments.ts";
import { goldItems, lines, score } from "./testing.ts";
import track from "./track.ts";

const files = await goldenFiles("crosstask");
const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const kernels = await loadKernels();

const grouped = (count: number): string => count.toLocaleString("en");

/** The points in the order of the list that hit as many steps as there can be. */
function bestInOrder(item: CrosstaskItem): { readonly id: string; readonly prediction: { readonly seconds: number[] } } {
  const { steps } = item;
  const frames = Math.max(steps, Math.ceil(lastEnd(item)));
  const scores = new Float32Array(frames * steps);
  for (const [step, windows] of crosstaskCodec.gold(item).entries()) {
    for (const { start, end } of windows) for (let frame = start; frame <= end; frame++) scores[frame * steps + step] = 1;
  }
  return { id: item.id, prediction: { seconds: secondsOf({ frames, steps, scores }, kernels) } };
}

describe.skipIf(typeof files === "string")("the datasheet's figures of the official release", async () => {
  const release = typeof files === "string" ? [] : [...files.values()];
  const items = typeof files === "string" ? [] : await goldItems(release);
  const sum = (of: (item: CrosstaskItem) => number): number => items.reduce((total, item) => total + of(item), 0);
  const share = (of: (item: CrosstaskItem) => boolean): number => items.filter(of).length;

  it("are those of the validation videos", () => {
    const order = track.slices.find(({ id }) => id === "order");
    expect(items).toHaveLength(360);
    expect(readme).toContain(
      `${grouped(sum(({ segments }) => segments.length))} segments of 5 seconds in the middle, ${grouped(sum(stepsShown))} steps shown of ${grouped(sum(({ steps }) => steps))} listed`,
    );
    expect(readme).toContain(
      `${share(({ segments }) => new Set(segments.map(({ step }) => step)).size < segments.length)} videos show a step more than once`,
    );
    expect(readme).toContain(`in ${share((item) => order?.of(item) === "another")} some step starts before one that the list has earlier`);
    const ends = items.map(lastEnd).sort((a, b) => a - b);
    expect(readme).toContain(`after ${Math.round(ends[180] as number)} seconds in the middle`);
  });

  it("are what the best points in order can have", async () => {
    const { scores } = await score([lines(...items.map(bestInOrder))], [lines(...items)]);
    expect(readme).toContain(`hit ${inUnit(scores["average-recall"]?.value ?? 0, "fraction")} % of the steps, averaged over tasks`);
  });

  it("are those of the other videos, of which papers draw their test sets", async () => {
    const all = await goldItems(release.filter(({ name }) => !name.endsWith("videos_val.csv")));
    const others = all.filter(({ id }) => !items.some((item) => item.id === id));
    expect([grouped(all.length), grouped(others.length)]).toEqual(["2,750", "2,390"]);
    const figures = [];
    for (const { id, fit } of baselines) {
      const predict = fit(others);
      const predictions = lines(...others.map((item) => ({ id: item.id, prediction: predict(item) })));
      const { scores } = await score([predictions], [lines(...others)]);
      figures.push([id, inUnit(scores["average-recall"]?.value ?? 0, "fraction")]);
    }
    expect(figures).toEqual([
      ["empty", "0.0"],
      ["middle", "8.6"],
      ["random-in-order", "13.3"],
      ["uniform", "13.5"],
      ["usual-place", "28.1"],
    ]);
    expect(readme).toContain("8.6 % (middle), 13.5 % (evenly spaced), 13.3 % (random) and 28.1 % (usual place");
  }, 60_000);
});
