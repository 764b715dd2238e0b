import type { Scorecard } from "@stepladder/schema";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import { mineId } from "../../state/compare.ts";
import { mineOfScorecard } from "../../state/mine.ts";
import { NotComputed } from "../../workers/statistics.ts";
import { type Landing, type LandingPlace, land, landingWords, placeWords } from "./land.ts";
import { apartOfMine, refusal } from "./refuse.ts";
import { statisticsOf } from "./rows.ts";

/** Where a scorecard lands, as it is told. */
export interface ToldLanding {
  readonly landing: Landing;
  /** Absent where no system is on the board. */
  readonly place?: LandingPlace;
  /** One sentence each, the place first. */
  readonly sentences: readonly string[];
  /** The first in line of what it was held against. */
  readonly leader: { readonly id: string; readonly name: string };
}

/**
 * Holds a scorecard against the systems of its board by the ranking metric (against the baselines, where there are no systems), all in
 * this browser. Throws NotComputed with words for a person: for other items or kernels, an empty board, or packs that cannot be fetched.
 */
export async function landingOf(base: string, track: CompareTrack, scorecard: Scorecard): Promise<ToldLanding> {
  const apart = apartOfMine(scorecard.hashes, track.shared);
  if (apart !== undefined) throw new NotComputed(refusal({ name: "This result", apart }) ?? "");
  const rivals = rivalsOf(track);
  const [leader] = rivals;
  const [metric] = track.metrics;
  if (leader === undefined || metric === undefined) throw new NotComputed("No entry on this board can be compared item by item.");
  const mine = mineOfScorecard("", scorecard);
  const ids = [mineId(""), ...rivals.map(({ id }) => id)];
  const statistics = statisticsOf(base, track, ids.slice(1), [mine]);
  try {
    const pairs = rivals.map((_, i) => ({ a: 0, b: i + 1 }));
    const comparisons = await statistics.ask((api) => api.compare(metric.id, ids, pairs, {}, DRAWING));
    const landing = land(
      rivals.map(({ id, name }, i) => ({ id, name, comparison: comparisons[i] as (typeof comparisons)[0] })),
      metric.better,
    );
    if (leader.kind === "baseline") return { landing, sentences: landingWords(landing, metric, "baseline"), leader };
    const { of } = await statistics.ask((api) => api.standings(metric.id, {}, DRAWING));
    const { rank, range } = of.get(mineId("")) ?? {};
    const place = rank === undefined ? undefined : { rank, ...(range === undefined ? {} : { range }), of: rivals.length + 1 };
    const first =
      place === undefined ? [] : [`It would be ${placeWords(place)} on the board; in brackets the places that chance leaves open.`];
    return { landing, ...(place && { place }), sentences: [...first, ...landingWords(landing, metric, "system")], leader };
  } finally {
    statistics.end();
  }
}

function rivalsOf({ rows }: CompareTrack): CompareTrack["rows"] {
  const together = rows.filter(({ apart }) => apart === undefined);
  const systems = together.filter(({ kind }) => kind === "system");
  return systems.length > 0 ? systems : together;
}
