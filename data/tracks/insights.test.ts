import { existsSync, globSync } from "node:fs";
import { anatomyOf } from "@stepladder/wasm/host/anatomy.ts";
import { loadGold } from "@stepladder/wasm/host/gold.ts";
import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import { goldItems, saidOf } from "@stepladder/wasm/host/look-up.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import type { ItemView } from "@stepladder/wasm/host/panels.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { describe, expect, it } from "vitest";
import { testing } from "./testing.ts";

const kernels = await loadKernels();
const folders = globSync("*/insight.ts", { cwd: import.meta.dirname })
  .map((path) => path.split("/")[0] as string)
  .filter((folder) => existsSync(new URL(`${folder}/track.ts`, import.meta.url)))
  .sort();
const tracks = await Promise.all(
  folders.map(async (folder) => {
    const load = async (name: string): Promise<unknown> =>
      ((await import(new URL(`${folder}/${name}.ts`, import.meta.url).href)) as { default: unknown }).default;
    return [folder, (await load("track")) as AnyTrack, (await load("insight")) as AnyInsight] as const;
  }),
);

describe.each(tracks)("the insight of %s", async (folder, track, insight) => {
  const { fixtures } = testing(track, new URL(`${folder}/track.ts`, import.meta.url).href);
  const [goldFiles, predictions] = await Promise.all([fixtures("gold.jsonl"), fixtures("predictions.jsonl")]);
  const gold = await loadGold(track, goldFiles);
  const items = await goldItems(track, gold, goldFiles);
  const said = await saidOf(track, gold, predictions);

  it("shows every item of the sample, with and without its predictions, as plain data", () => {
    for (const [at, item] of items) {
      const views = [
        insight.view(item, undefined, kernels),
        ...(said.get(at) ?? []).map(({ prediction }) => insight.view(item, prediction, kernels)),
      ];
      for (const view of views) {
        expect(view.title).not.toBe("");
        expect(view.panels.length).toBeGreaterThan(0);
        expect(structuredClone(view)).toEqual(view);
        for (const fault of faultsOf(view)) expect.fail(`${gold.ids[at]}: ${fault}`);
      }
    }
  });

  it("has kinds of failure that the sample shows, each gone once it is mended", async () => {
    const shown = new Set<string>();
    for (const [at, item] of items) {
      for (const { prediction } of said.get(at) ?? []) {
        if (prediction === undefined) continue;
        for (const kind of insight.failures) {
          const failure = kind.find(prediction, item, kernels);
          if (failure === undefined) continue;
          shown.add(kind.id);
          expect(failure.count, kind.id).toBeGreaterThan(0);
          expect(failure.at ?? 0).toBeGreaterThanOrEqual(0);
          expect(kind.find(failure.mended, item, kernels), `${kind.id}, mended, of ${gold.ids[at]}`).toBeUndefined();
        }
      }
    }
    expect(shown.size).toBeGreaterThan(0);
  });

  it("tells of the sample what mending would give, and some of it is better", async () => {
    const mark = kernels.arena.mark();
    const inOrder = gold.ids.map((_, at) => items.get(at));
    const measurer = gold.columns.measurer(kernels);
    const { kinds, values } = await anatomyOf({ track, insight, gold, items: inOrder, predictions, measurer, kernels });
    kernels.arena.release(mark);
    const better = kinds.some(({ mended }) =>
      track.metrics.some((id) => {
        const [from, to] = [values[id], mended[id]];
        if (from?.kind !== "value" || to?.kind !== "value") return false;
        return metrics[id as MetricId].better === "higher" ? to.value > from.value : to.value < from.value;
      }),
    );
    expect(better).toBe(true);
  });
});

it("there are insights", () => expect(tracks.length).toBeGreaterThan(0));

/** What panels must hold to, beyond their types: places that are there, names that are known. */
function faultsOf({ panels }: ItemView): string[] {
  return panels.flatMap((panel): string[] => {
    if (panel.kind === "states") {
      const { gold, predicted = [], same = [], steps = [] } = panel;
      const both = Math.min(gold.length, predicted.length);
      return [
        ...(same.length === both ? [] : [`${same.length} judged positions of ${both}`]),
        ...(steps.length === 0 || steps.length === gold.length ? [] : [`${steps.length} steps for ${gold.length} states`]),
      ];
    }
    if (panel.kind === "labels") {
      return (panel.judges ?? []).flatMap(({ name, labels }) =>
        labels.length === panel.steps.length ? [] : [`judge ${name} of other steps`],
      );
    }
    if (panel.kind === "graph") {
      const ids = new Set(panel.nodes.map(({ id }) => id));
      const named = [...panel.gold.flat(), ...(panel.predicted ?? []).flat(), ...(panel.paths ?? []).flatMap(({ nodes }) => nodes)];
      return [
        ...(ids.size === panel.nodes.length ? [] : ["nodes of the same id"]),
        ...named.filter((id) => !ids.has(id)).map((id) => `no node ${id}`),
      ];
    }
    if (panel.kind === "timeline") {
      const segments = panel.rows.flatMap(({ gold, predicted }) => [...gold, ...predicted]);
      return segments.flatMap(({ start, end }) => (start <= end && end <= panel.end ? [] : [`segment ${start} to ${end} of ${panel.end}`]));
    }
    if (panel.kind === "ranking") return panel.candidates.length > 0 ? [] : ["no candidate"];
    if (panel.kind !== "text") return [`a panel of the kind ${panel.kind}, which no track has`];
    const { reference, generated = [], pairs = [], notes = [] } = panel;
    const steps = { reference: reference.length, generated: generated.length };
    return [
      ...pairs.flatMap((pair) => (pair.reference < steps.reference && pair.generated < steps.generated ? [] : ["a pair of no steps"])),
      ...notes.flatMap(({ of, step = 0 }) => (step < Math.max(1, steps[of]) ? [] : [`a note on ${of} step ${step}`])),
    ];
  });
}
