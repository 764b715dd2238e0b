import type { Scorecard } from "@stepladder/schema";
import type { RecognisedFile } from "@stepladder/wasm/host/recognise.ts";
import type { TrackInfo } from "../../catalog/describe.ts";
import type { GivenFile } from "../../scripts/given.ts";
import type { ScoringPool } from "../../workers/bridge.ts";
import { GOLD_NOT_FETCHED, type Outcome } from "../../workers/messages.ts";
import { problemsOf } from "../../workers/outcome.ts";
import { type Explored, exploredJob, type Looker } from "../explorer/explored.ts";
import { goldUrl, isClear, isHalf, readiness } from "./job.ts";
import { type ScoringAction, type ScoringState, START, step } from "./state.ts";

/** What a session needs of the pool; a test gives its own. */
export type Scorer = Pick<ScoringPool, "warm" | "keep" | "recognise" | "score" | "stop"> & Looker;

/** One person's scoring: takes events, runs one job at a time, and keeps the state that the page shows. Nothing here throws at the page. */
export class ScoringSession {
  readonly #tracks: readonly TrackInfo[];
  readonly #base: string;
  readonly #scorer: Scorer;
  readonly #listeners = new Set<() => void>();
  #state = START;
  #job = new AbortController();

  constructor(tracks: readonly TrackInfo[], base: string, scorer: Scorer) {
    this.#tracks = tracks;
    this.#base = base;
    this.#scorer = scorer;
  }

  readonly snapshot = (): ScoringState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Has fetched what scoring will need before it does: the code and gold of a track, or the code of all where none is named. Says whether it is there. */
  async warm(track: TrackInfo | undefined): Promise<boolean> {
    if (!(await this.#scorer.warm(track?.id)).ok) return false;
    const url = track && goldUrl(track, this.#base);
    return url === undefined || (await this.#scorer.keep(url)).ok;
  }

  /** Takes files: beside those given where gold, or all but gold, is still missing, else in their place. Scores at once where nothing is in doubt. */
  readonly give = (files: readonly GivenFile[]): void => {
    const adds = this.#wantsMore();
    const signal = this.#begin({ type: "given", files, adds });
    void this.#settle(this.#scorer.recognise(files, signal, this.#state.track), signal, (recognition) => {
      this.#apply({ type: "recognised", recognition });
      if (isClear(this.#state, this.#tracks, this.#base)) this.start();
    });
  };

  /** Scores what was given; does nothing while something is missing. */
  readonly start = (): void => {
    const ready = readiness(this.#state, this.#tracks, this.#base);
    if (ready.kind !== "ready") return;
    const signal = this.#begin({ type: "started" });
    const running = this.#scorer.score(ready.job, signal, (progress) => this.#apply({ type: "progressed", progress }));
    void this.#settle(running, signal, (scorecard) => this.#apply({ type: "scored", scorecard }));
  };

  /** Fetches the site's own sample predictions, with their gold where the track's is not served, and scores them. */
  readonly sample = (track: TrackInfo): void => {
    const signal = this.#begin({ type: "track", track: track.id });
    const fetched = fetchSample(track, this.#base, signal).then((value) => ({ ok: true as const, value }));
    void this.#settle(fetched, signal, this.give);
  };

  /** Looks into what was scored. */
  readonly explored = (scorecard: Scorecard): Explored => {
    const ready = readiness(this.#state, this.#tracks, this.#base);
    if (ready.kind !== "ready") throw new Error("explored before a score");
    return exploredJob(this.#scorer, ready.job, scorecard);
  };

  readonly choose = (track: string | undefined): void => void this.#begin({ type: "track", track });
  readonly assign = (name: string, role: RecognisedFile["role"]): void => void this.#begin({ type: "role", name, role });
  readonly cancel = (): void => void this.#begin({ type: "cancelled" });
  readonly clear = (): void => void this.#begin({ type: "cleared" });

  /** Ends the job and its workers. */
  stop(): void {
    this.#job.abort();
    this.#scorer.stop();
  }

  #wantsMore(): boolean {
    const { phase, problems } = this.#state;
    if (phase === "failed") return problems.some(({ kind }) => kind === GOLD_NOT_FETCHED);
    return phase === "ready" && isHalf(readiness(this.#state, this.#tracks, this.#base));
  }

  /** Every new wish ends the job before it. */
  #begin(action: ScoringAction): AbortSignal {
    this.#job.abort();
    this.#job = new AbortController();
    this.#apply(action);
    return this.#job.signal;
  }

  #apply(action: ScoringAction): void {
    this.#state = step(this.#state, action);
    for (const listener of this.#listeners) listener();
  }

  /** Waits for a job; one that was ended says nothing more. */
  async #settle<T>(running: Promise<Outcome<T>>, signal: AbortSignal, then: (value: T) => void): Promise<void> {
    try {
      const result = await running;
      if (signal.aborted) return;
      if (result.ok) then(result.value);
      else this.#apply({ type: "failed", problems: result.problems });
    } catch (error) {
      if (!signal.aborted) this.#apply({ type: "failed", problems: problemsOf(error) });
    }
  }
}

async function fetchSample(track: TrackInfo, base: string, signal: AbortSignal): Promise<readonly GivenFile[]> {
  const { samplePath, sampleGoldPath } = track;
  const paths = [samplePath, sampleGoldPath].filter((path) => path !== undefined);
  return Promise.all(
    paths.map(async (path) => {
      const response = await fetch(base + path, { signal });
      if (!response.ok) throw new Error(`the sample of ${track.title} could not be fetched: status ${response.status}`);
      const name = `${track.id}-${path.slice(path.lastIndexOf("/") + 1)}`;
      return { name, file: new File([await response.blob()], name) };
    }),
  );
}
