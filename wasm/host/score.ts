import type { Scorecard } from "@stepladder/schema";
import { FileProblem } from "../intake/raw.ts";
import type { Source } from "../intake/source.ts";
import { combine } from "./combine.ts";
import { type JobOptions, loadGold } from "./gold.ts";
import type { Kernels } from "./kernels.ts";
import { type Part, scoreFile } from "./part.ts";
import { InputError, ProblemList } from "./problems.ts";
import type { AnyTrack } from "./track.ts";

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
 * Files to scorecard: the one function of worker, command line and tests. A pool calls its three parts (loadGold,
 * scoreFile per file, combine) on several instances and gets the same bytes. Throws InputError with every problem found.
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
  const problems = new ProblemList();
  for (const source of predictions) {
    const part = await orProblems(() => scoreFile(track, gold, source, measurer, options), problems);
    if (part !== undefined) parts.push(part);
  }
  throwIfAny(problems);
  return combine(track, gold, parts, measurer, { kernels: kernels.sha256, seed });
}

/** The result, or nothing and the file's problem added to the list: all unusable files are told at once. */
export async function orProblems<T>(run: () => Promise<T>, problems: ProblemList): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    problems.add(error.problem);
    return undefined;
  }
}

/** Throws InputError where the list holds anything. */
export function throwIfAny(problems: ProblemList): void {
  const groups = problems.groups();
  if (groups.length > 0) throw new InputError(groups);
}
