import { type BoardStandings, COMMON, coverageOn, fieldOf, withCommon } from "@stepladder/wasm/host/board.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { amongOf } from "@stepladder/wasm/metrics/contract.ts";
import { comparePairs } from "@stepladder/wasm/stats/compare.ts";
import { type Comparison, DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { buildKernels } from "./kernels.ts";
import { isNotablyLess } from "./order.ts";
import { packsOf, trackStandings } from "./packs.ts";
import type { CatalogTrack } from "./tracks.ts";

/** What of a board's order is more than chance: its ranked systems, each tested against the next. */
export interface Lead {
  readonly items: number;
  /** Items that the ranking metric asks about; absent where it asks about all. */
  readonly asked?: number;
  /** Items that every ranked system answered, where these are notably fewer. */
  readonly answered?: number;
  /** Ids of the ranked systems, best first: measured on the same gold by the same kernels. */
  readonly ranked: readonly string[];
  /** The paired test of the first system against the second, and so on; one less than there are systems. Holm's correction is over these. */
  readonly neighbours: readonly Pick<Comparison, "p" | "adjusted">[];
  /** Smallest detectable gap, in the metric's own unit; absent for a single system. */
  readonly gap?: number;
}

const leads = new Map<string, Promise<Lead | undefined>>();

/** How sure a board's order is, by the metric that ranks it; `undefined` where nothing can be resampled. Computed once a build. */
export function leadOf(listed: CatalogTrack): Promise<Lead | undefined> {
  const { id } = listed.info;
  const known = leads.get(id) ?? computed(listed);
  leads.set(id, known);
  return known;
}

async function computed(listed: CatalogTrack): Promise<Lead | undefined> {
  const [ranking] = listed.track.metrics;
  const [packs, standings] = await Promise.all([packsOf(listed), trackStandings(listed, ranking)]);
  if (packs === undefined || standings === undefined) return undefined;
  const ranked = rankedOf(standings);
  const matrices = ranked.flatMap((row) => packs.contenders.filter(({ id }) => id === row).map(({ matrix }) => matrix));
  const field = fieldOf(metrics[ranking as MetricId], matrices, packs.index, {});
  const pairs = matrices.slice(1).map((_, i) => ({ a: i, b: i + 1 }));
  const tested = comparePairs(await buildKernels(), field, pairs, DRAWING);
  const { items, gap } = standings.all;
  const asked = matrices[0] && amongOf(metrics[ranking as MetricId], matrices[0])?.filter((one) => one !== 0).length;
  const contenders = packs.contenders.filter(({ id }) => ranked.includes(id));
  const { items: answered } = coverageOn(contenders, withCommon(packs.index, contenders), { [COMMON.slice]: [COMMON.value] });
  return {
    items,
    ...(asked === undefined || asked === items ? {} : { asked }),
    ...(isNotablyLess(answered, items) ? { answered } : {}),
    ranked,
    neighbours: tested.map(({ p, adjusted }) => ({ p, adjusted })),
    ...(gap === undefined ? {} : { gap }),
  };
}

/** Ids of the ranked rows, best first. */
function rankedOf({ of }: BoardStandings): string[] {
  const ranked = [...of].flatMap(([id, { rank }]) => (rank === undefined ? [] : [{ id, rank }]));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
}
