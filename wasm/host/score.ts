import type { Scorecard } from "@stepladder/schema";
import type { Source } from "../intake/source.ts";
import { combine } from "./combine.ts";
import { type JobOptions, loadGold } from "./gold.ts";
import type { Kernels } from "./kernels.ts";
import type { Part } from "./part.ts";
import type { AnyTrack } from "./track.ts";
import { scoreUnit, WHOLE } from "./units.ts";

/** Seed of a scorecard where the person names none. */
export const DEFAULT_SEED = 1;

/** One submission to score. */
export interface ScoreJob extends JobOptions {
  readonly track: AnyTrack;
  readonly gold: readonly Source[];
  readonly predictions: readonly Source[];
  readonly kernels: Kernels;
  readonly seed?: number;
}

/**
 * Files to scorecard: the function of command line and tests. A pool calls its three parts (loadGold, scoreUnit for each of
 * unitsOf, combine) on several instances and gets the same bytes. Throws InputError with every problem found.
 */
export async function scoreTrack({
  track,
  gold: goldSources,
  predictions,
  kernels,
  seed = DEFAULT_SEED,
  ...options
}: ScoreJob): Promise<Scorecard> {
  const gold = await loadGold(track, goldSources, options);
  const measurer = gold.columns.measurer(kernels);
  const parts: Part[] = [];
  for (const source of predictions) parts.push(await scoreUnit(track, gold, source, WHOLE, measurer, options));
  return combine(track, gold, parts, measurer, { kernels, seed });
}
