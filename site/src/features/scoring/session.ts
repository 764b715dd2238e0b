import type { Scorecard } from "@stepladder/schema";
import type { Anatomy } from "@stepladder/wasm/host/anatomy.ts";
import type { RecognisedFile } from "@stepladder/wasm/host/recognise.ts";
import type { TrackInfo } from "../../catalog/describe.ts";
import type { GivenFile } from "../../scripts/given.ts";
import type { ScoringPool } from "../../workers/bridge.ts";
import { GOLD_NOT_FETCHED, type JobProgress, type Outcome } from "../../workers/messages.ts";
import { problemsOf } from "../../workers/outcome.ts";
import { type Explored, exploredJob, type Looker } from "../explorer/explored.ts";
import type { Rule } from "../sets/grouping.ts";
import { type KeptSet, type OpenedSet, SET_FILE } from "../sets/set.ts";
import { goldUrl, isClear, isHalf, readiness, type SystemJob } from "./job.ts";
import { type ScoringAction, type ScoringState, START, scoredOf, shownJob, step } from "./state.ts";

/** What a session needs of the pool; a test gives its own. */
export type Scorer = Pick<ScoringPool, "warm" | "keep" | "recognise" | "score" | "anatomy" | "itemsIndex" | "stop"> & Looker;

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
    const [first] = files;
    if (files.length === 1 && first !== undefined && SET_FILE.test(first.name)) {
      this.#openFile(first.file);
      return;
    }
    const adds = this.#wantsMore();
    const signal = this.#begin({ type: "given", files, adds });
    void this.#settle(this.#scorer.recognise(files, signal, this.#state.track), signal, (recognition) => {
      this.#apply({ type: "recognised", recognition });
      if (isClear(this.#state, this.#tracks, this.#base)) this.start();
    });
  };

  /** Scores what was given, system after system; does nothing while something is missing. */
  readonly start = (): void => {
    const ready = readiness(this.#state, this.#tracks, this.#base);
    if (ready.kind !== "ready") return;
    void this.#scoreAll(ready.jobs, this.#begin({ type: "started", jobs: ready.jobs }));
  };

  /** Fetches the site's own sample predictions, with their gold where the track's is not served, and scores them. */
  readonly sample = (track: TrackInfo): void => {
    const signal = this.#begin({ type: "track", track: track.id });
    const fetched = fetchSample(track, this.#base, signal).then((value) => ({ ok: true as const, value }));
    void this.#settle(fetched, signal, this.give);
  };

  /** Says how what was scored fails, and what that costs; ended by its signal, and by every new wish. */
  readonly anatomy = (signal: AbortSignal, onProgress: (progress: JobProgress) => void): Promise<Outcome<Anatomy>> => {
    const job = shownJob(this.#state);
    if (job === undefined) throw new Error("anatomy before a score");
    return this.#scorer.anatomy(job, AbortSignal.any([signal, this.#job.signal]), onProgress);
  };

  /** Looks into what was scored. */
  readonly explored = (scorecard: Scorecard): Explored => {
    const job = shownJob(this.#state);
    if (job === undefined) throw new Error("explored before a score");
    return exploredJob(this.#scorer, job, scorecard);
  };

  readonly choose = (track: string | undefined): void => void this.#begin({ type: "track", track });
  readonly assign = (name: string, role: RecognisedFile["role"]): void => void this.#begin({ type: "role", name, role });
  /** Shares the files out to systems by the person's rule. */
  readonly share = (rule: Rule): void => void this.#begin({ type: "rule", rule });
  /** Shows one result in full, or none. */
  readonly show = (at: number | undefined): void => this.#apply({ type: "shown", at });
  readonly open = (set: OpenedSet): void => void this.#begin({ type: "opened", ...set });
  /** Opens what is kept on this machine. */
  readonly reopen = (id: string): void => {
    const opening = import("../sets/store.ts").then(({ openSet }) => openSet(id));
    void this.#settle(opening, this.#begin({ type: "cleared" }), this.open);
  };
  readonly kept = (set: KeptSet | undefined): void => this.#apply({ type: "kept", set });

  readonly cancel = (): void => {
    const signal = this.#begin({ type: "cancelled" });
    if (this.#state.phase === "done") void this.#readItems(signal);
  };

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

  #openFile(file: File): void {
    const names = new Map(this.#tracks.map(({ id, title }) => [id, title]));
    const reading = import("../sets/set-file.ts").then(({ readSetFile }) => readSetFile(file, names));
    void this.#settle(reading, this.#begin({ type: "cleared" }), this.open);
  }

  /** Scores one system after the other: each has all workers. One that fails is told, and the others go on. */
  async #scoreAll(jobs: readonly SystemJob[], signal: AbortSignal): Promise<void> {
    for (const [at, { job }] of jobs.entries()) {
      const running = this.#scorer.score(job, signal, (progress) => this.#apply({ type: "progressed", progress }));
      const outcome = await running.catch((error: unknown) => ({ ok: false as const, problems: problemsOf(error) }));
      if (signal.aborted) return;
      this.#apply({ type: "ran", at, outcome });
      // Without gold none can be scored.
      if (!outcome.ok && outcome.problems.some(({ kind }) => kind === GOLD_NOT_FETCHED)) break;
    }
    this.#apply({ type: "finished" });
    await this.#readItems(signal);
  }

  /** Asks what comparing several needs to know of their items. */
  async #readItems(signal: AbortSignal): Promise<void> {
    const scored = scoredOf(this.#state.runs);
    const job = scored[0]?.job;
    if (scored.length < 2 || job === undefined) return;
    const reading = this.#scorer.itemsIndex(job);
    const outcome = await reading.catch((error: unknown) => ({ ok: false as const, problems: problemsOf(error) }));
    if (!signal.aborted) this.#apply({ type: "items", outcome });
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
