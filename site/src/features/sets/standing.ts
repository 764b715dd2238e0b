import { type Comparison, DRAWING, type Standings } from "@stepladder/wasm/stats/contract.ts";
import { mineId } from "../../state/compare.ts";
import { mineOfScorecard } from "../../state/mine.ts";
import { StatsClient } from "../../workers/statistics.ts";
import type { OpenedSet } from "./set.ts";

/** How the systems of a set stand by one metric, and every pair of them, Holm's correction over all. */
export interface SetStanding {
  readonly metric: string;
  /** In the order of the set's systems, as are the numbers of pairs. */
  readonly standings: Standings;
  /** Absent while they are computed. */
  readonly pairs?: readonly Comparison[];
}

/** The statistics of the systems of a set, in a worker: the code of the boards. Each counts as a system. */
export function statisticsOfSet({ items, systems }: Pick<OpenedSet, "items" | "systems">): StatsClient {
  const rows = systems.map(({ name, scorecard }) => ({
    id: mineId(name),
    kind: "system" as const,
    matrix: mineOfScorecard(name, scorecard).matrix,
  }));
  return new StatsClient({ items, packs: [] }, rows);
}

/** Asks for them by one metric; `tell` hears of the standings, which are known before the pairs. Throws NotComputed. */
export async function tellStanding(
  statistics: StatsClient,
  systems: OpenedSet["systems"],
  metric: string,
  tell: (standing: SetStanding) => void,
): Promise<void> {
  const ids = systems.map(({ name }) => mineId(name));
  const { all: standings } = await statistics.ask((api) => api.standings(metric, {}, DRAWING));
  tell({ metric, standings });
  const pairs = ids.flatMap((_, a) => ids.slice(a + 1).map((_, i) => ({ a, b: a + 1 + i })));
  tell({ metric, standings, pairs: await statistics.ask((api) => api.compare(metric, ids, pairs, {}, DRAWING)) });
}
