import { type Remote, wrap } from "comlink";
import { alone } from "./outcome.ts";
import type { ScoreWorker } from "./score.worker.ts";

/** One worker of the pool. */
export interface Hand {
  readonly worker: Worker;
  readonly api: Remote<ScoreWorker>;
  /** Settles only by failing, with a WorkerFailure. */
  readonly broken: Promise<never>;
}

/** Starts a worker. */
export function hire(): Hand {
  const worker = new Worker(new URL("./score.worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new WorkerFailure(event.message)), { once: true });
  });
  return { worker, api: wrap<ScoreWorker>(worker), broken };
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
