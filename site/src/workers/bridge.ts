import type { Scorecard } from "@stepladder/schema";
import type { Part } from "@stepladder/wasm/host/part.ts";
import { ProblemList } from "@stepladder/wasm/host/problems.ts";
import type { Recognition } from "@stepladder/wasm/host/recognise.ts";
import { proxy, type Remote, wrap } from "comlink";
import type { GivenFile } from "../scripts/given.ts";
import { inNameOrder } from "../scripts/given.ts";
import { type Job, type JobProgress, LANES, type Outcome } from "./messages.ts";
import { alone, problemsOf } from "./outcome.ts";
import type { ScoreWorker } from "./score.worker.ts";
import { Tally } from "./tally.ts";

interface Hand {
  readonly worker: Worker;
  readonly api: Remote<ScoreWorker>;
  /** Settles only by failing: the worker's script did not load, or its memory ran out. */
  readonly broken: Promise<never>;
}

/** More than four workers wait for the disk. */
const MOST = 4;
/** Idle workers still hold gold and memory; all but one are let go after this time, in milliseconds. */
const IDLE = 30_000;

/** A pool that grows with its jobs, shrinks when idle, and whose jobs end at once when aborted. */
export class ScoringPool {
  #hands: Hand[] = [];
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** Starts one worker ahead of the first job, and has it fetch its code. */
  warm(): Promise<Outcome<true>> {
    return this.#run(new AbortController().signal, 1, async ([hand]) => (hand as Hand).api.warm());
  }

  /** Says what the files are; only their first records are read. */
  recognise(files: readonly GivenFile[], signal: AbortSignal): Promise<Outcome<Recognition>> {
    return this.#run(signal, 1, async ([hand]) => (hand as Hand).api.recognise(files));
  }

  /** Scores one submission: each file is one unit of work, and parts are merged in name order, so the bytes do not depend on the pool. */
  score(job: Job, signal: AbortSignal, onProgress: (progress: JobProgress) => void): Promise<Outcome<Scorecard>> {
    const files = inNameOrder(job.predictions);
    return this.#run(signal, Math.min(files.length, poolSize()), async (hands) => {
      const tally = new Tally(files, onProgress);
      const parts: Part[] = [];
      const waiting = files.values();
      const failures = new ProblemList();
      // One unusable file does not end the job: a person wants to know of all of them at once.
      const scoreWaiting = async (api: Hand["api"]): Promise<void> => {
        for (const file of waiting) {
          const part = note(await api.score(file), failures);
          if (part !== undefined) parts.push(part);
        }
      };
      await Promise.all(
        hands.map(async ({ api }) => {
          if (note(await api.open(job, proxy(tally.take)), failures) === undefined) return;
          await Promise.all(Array.from({ length: LANES }, () => scoreWaiting(api)));
        }),
      );
      const problems = failures.groups();
      return problems.length > 0 ? { ok: false, problems } : (hands[0] as Hand).api.combine(parts);
    });
  }

  /** Ends every worker now, whatever it does. */
  stop(): void {
    clearTimeout(this.#idle);
    for (const { worker } of this.#hands) worker.terminate();
    this.#hands = [];
  }

  /** One stays: it has its code at hand, should the network go. */
  #rest(): void {
    for (const { worker } of this.#hands.splice(1)) worker.terminate();
  }

  async #run<T>(signal: AbortSignal, size: number, job: (hands: readonly Hand[]) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    clearTimeout(this.#idle);
    while (this.#hands.length < size) this.#hands.push(hire());
    const hands = this.#hands.slice(0, size);
    try {
      return await Promise.race([job(hands), aborted(signal), ...hands.map(({ broken }) => broken)]);
    } catch (error) {
      this.stop();
      signal.throwIfAborted();
      return { ok: false, problems: problemsOf(error) };
    } finally {
      this.#idle = setTimeout(() => this.#rest(), IDLE);
    }
  }
}

/** The value of an outcome, or nothing and its problems added to the list. */
function note<T>(result: Outcome<T>, failures: ProblemList): T | undefined {
  if (result.ok) return result.value;
  for (const group of result.problems) failures.addGroup(group);
  return undefined;
}

function poolSize(): number {
  return Math.max(1, Math.min(navigator.hardwareConcurrency - 1, MOST));
}

function hire(): Hand {
  const worker = new Worker(new URL("./score.worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new WorkerFailure(event.message)), { once: true });
  });
  // Nobody may be racing when an idle worker breaks.
  broken.catch(() => undefined);
  return { worker, api: wrap<ScoreWorker>(worker), broken };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

/** The worker itself failed: its script could not be loaded, or the browser ended it. */
class WorkerFailure extends Error {
  readonly problems;
  constructor(message: string | undefined) {
    super(message);
    this.name = "WorkerFailure";
    this.problems = [
      alone({
        kind: "worker-failed",
        severity: "error",
        expected: "a worker of this page to read the files",
        found: message || "the worker could not be loaded, or the browser ended it",
        fix: "if you are offline, connect once so that the scoring code can be loaded; else free some memory and drop the files again",
      }),
    ];
  }
}
