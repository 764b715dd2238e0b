import type { TrackInfo } from "../../catalog/describe.ts";
import type { GoldGiven, Job } from "../../workers/messages.ts";
import { type Grouping, groupingOf } from "../sets/grouping.ts";
import { doubtfulOf, filesOf, type ScoringState } from "./state.ts";

/** One system's submission. */
export interface SystemJob {
  readonly name: string;
  readonly job: Job;
}

/** What keeps what was given from being scored, or the submissions in it: one for each system, at least one, all against one gold. */
export type Readiness =
  | { readonly kind: "ready"; readonly gold: GoldGiven; readonly grouping: Grouping; readonly jobs: readonly SystemJob[] }
  | { readonly kind: "no-track" }
  | { readonly kind: "no-predictions" }
  | { readonly kind: "no-gold"; readonly track: TrackInfo };

/** Turns what was given into jobs, or says what is missing. `base` is the site's base path. */
export function readiness(state: ScoringState, tracks: readonly TrackInfo[], base: string): Readiness {
  // Before the track: gold that several tracks share still waits for its predictions.
  const predictions = filesOf(state, "prediction");
  if (predictions.length === 0) return { kind: "no-predictions" };
  const track = tracks.find(({ id }) => id === state.track);
  if (track === undefined) return { kind: "no-track" };
  const gold = goldOf(state, track, base);
  if (gold === undefined) return { kind: "no-gold", track };
  const grouping = groupingOf(predictions, state.recognised, state.rule);
  const jobs = grouping.systems.map(({ name, files }) => ({ name, job: { track: track.id, gold, predictions: files } }));
  return { kind: "ready", gold, grouping, jobs };
}

/** The person's own gold goes before the site's. */
function goldOf(state: ScoringState, track: TrackInfo, base: string): GoldGiven | undefined {
  const files = filesOf(state, "gold");
  if (files.length > 0) return { kind: "yours", files };
  const url = goldUrl(track, base);
  return url === undefined ? undefined : { kind: "built-in", url };
}

/** Where the site's gold of a track is; absolute, because a worker would resolve it against its own address. */
export function goldUrl({ goldPath }: TrackInfo, base: string): string | undefined {
  return goldPath === undefined ? undefined : new URL(base + goldPath, location.origin).href;
}

/** Whether what was given wants its other half: predictions their gold, or gold its predictions. */
export function isHalf({ kind }: Readiness): boolean {
  return kind === "no-gold" || kind === "no-predictions";
}

/** Whether to score without being asked: nothing was left in doubt. */
export function isClear(state: ScoringState, tracks: readonly TrackInfo[], base: string): boolean {
  return readiness(state, tracks, base).kind === "ready" && doubtfulOf(state).size === 0;
}
