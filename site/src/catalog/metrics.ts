import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { type Invariant, invariants } from "@stepladder/wasm/metrics/invariants.ts";
import { kendallTauB } from "@stepladder/wasm/stats/correlation.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { describeMetric } from "./describe.ts";
import { inBoardOrder, isRankedEntry } from "./order.ts";
import { type CatalogTrack, catalog } from "./tracks.ts";

/** Names of the families, in the order in which metrics are listed. */
const FAMILIES: Readonly<Record<string, string>> = {
  states: "States after each step",
  labels: "Labels of steps",
  ranking: "Next step",
  completion: "Completing a sequence",
  scripts: "Graph scripts",
  graphs: "Task graphs",
  checks: "Procedure checks",
  pointing: "Pointing in time",
  alignability: "Alignable sentences",
  captions: "Step captions",
  guidelines: "Guidelines",
  "guided-captions": "Guided captions",
  grounding: "Step grounding",
  "step-detection": "Step detection",
};

/** Every metric by family; a family without a name here is listed under its own. */
export function metricFamilies(): { readonly id: string; readonly title: string; readonly metrics: readonly MetricInfo[] }[] {
  const ids = Object.keys(metrics) as MetricId[];
  const own = new Set(ids.map((id) => metrics[id].family));
  const known = Object.keys(FAMILIES).filter((id) => own.delete(id as never));
  return [...known, ...own].map((family) => ({
    id: family,
    title: FAMILIES[family] ?? family,
    metrics: ids.filter((id) => metrics[id].family === family).map(describeMetric),
  }));
}

/** A track that shows a metric: the best systems and what needs no model to reach. */
export interface MetricUse {
  readonly listed: CatalogTrack;
  readonly ranks: boolean;
  /** The best that was scored here, the best that is quoted, and the best baseline. */
  readonly best: readonly { readonly of: string; readonly entry: Listed; readonly value: number }[];
}

/** The tracks that show a metric. */
export function usesOf(metric: MetricInfo): MetricUse[] {
  const using = catalog.filter(({ track }) => track.metrics.includes(metric.id));
  return using.map((listed) => {
    const { entries, track } = listed;
    const known = inBoardOrder(entries, metric).flatMap((entry) => {
      const value = entry.scores[metric.id]?.value;
      return value === undefined ? [] : [{ entry, value }];
    });
    const kinds: [string, (entry: Listed) => boolean][] = [
      ["best scored here", isRankedEntry],
      ["best quoted", (entry) => entry.system.kind === "system" && !isRankedEntry(entry)],
      ["best baseline", ({ system }) => system.kind === "baseline"],
    ];
    const best = kinds.flatMap(([of, is]) => {
      const first = known.find(({ entry }) => is(entry));
      return first === undefined ? [] : [{ of, ...first }];
    });
    return { listed, ranks: track.metrics[0] === metric.id, best };
  });
}

/** Another metric of a track, and how alike the two order its systems: Kendall's tau-b, 1 for the same order, -1 for the contrary one. */
export interface Alike {
  readonly metric: MetricInfo;
  readonly tau: number;
}

/** Fewest systems whose orders are worth comparing. */
const FEWEST = 4;

/** How alike a metric orders the systems scored here as the track's others do, the most alike first; empty where they are too few. */
export function alikeOn(
  { info, entries }: CatalogTrack,
  metric: MetricInfo,
): { readonly systems: number; readonly others: readonly Alike[] } {
  const systems = entries.filter(isRankedEntry).filter(({ scores }) => scores[metric.id]?.value !== undefined);
  if (systems.length < FEWEST) return { systems: systems.length, others: [] };
  const others = info.metrics.flatMap((other) => {
    if (other.id === metric.id || systems.some(({ scores }) => scores[other.id]?.value === undefined)) return [];
    const tau = kendallTauB(worths(systems, metric), worths(systems, other));
    return tau === undefined ? [] : [{ metric: other, tau }];
  });
  return { systems: systems.length, others: others.toSorted((a, b) => b.tau - a.tau) };
}

function worths(systems: readonly Listed[], { id, better }: MetricInfo): number[] {
  return systems.map(({ scores }) => (scores[id]?.value as number) * (better === "higher" ? 1 : -1));
}

/** The invariants that a metric takes part in. */
export function invariantsOf(id: string): readonly Invariant[] {
  return invariants.filter(({ ids }) => ids.some((one) => one === id));
}
