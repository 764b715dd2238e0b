import type { Remote } from "comlink";
import type { Outcome } from "../../workers/messages.ts";
import type { BoardFiles, StatsWorker } from "../../workers/stats.worker.ts";

/** A worker that has fetched its board. */
interface Opened {
  readonly api: Remote<StatsWorker>;
  readonly worker: Worker;
  /** Settles only by failing: its code could not be loaded, or the browser ended it. */
  readonly broken: Promise<never>;
}

/** The statistics of a board in a worker of its own; nothing is loaded before the first question. */
export class StatsClient {
  readonly #files: BoardFiles;
  #opened: Promise<Opened> | undefined;

  constructor(files: BoardFiles) {
    this.#files = files;
  }

  /** Asks the worker; throws Error with words for a person. After a failure the next question starts anew. */
  async ask<T>(question: (api: Remote<StatsWorker>) => Promise<Outcome<T>>): Promise<T> {
    const opening = this.#opened ?? open(this.#files);
    this.#opened = opening;
    try {
      const { api, broken } = await opening;
      return taken(await Promise.race([question(api), broken]));
    } catch (error) {
      if (this.#opened === opening) this.#opened = undefined;
      opening.then(
        ({ worker }) => worker.terminate(),
        () => undefined,
      );
      throw error;
    }
  }
}

async function open(files: BoardFiles): Promise<Opened> {
  const { wrap } = await import("comlink");
  const worker = new Worker(new URL("../../workers/stats.worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("the code that computes could not be loaded")), { once: true });
  });
  // Whoever asks hears of it; a worker that fails unasked is no fault of the page.
  broken.catch(() => undefined);
  try {
    const api = wrap<StatsWorker>(worker);
    taken(await Promise.race([api.open(files), broken]));
    return { api, worker, broken };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

function taken<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems[0]?.examples[0]?.found ?? "the worker gave no reason");
}
