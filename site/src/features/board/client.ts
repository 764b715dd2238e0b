import type { Remote } from "comlink";
import type { Outcome } from "../../workers/messages.ts";
import type { BoardFiles, StatsWorker } from "../../workers/stats.worker.ts";

/** The statistics of a board in a worker of its own; nothing is loaded before the first question. */
export class StatsClient {
  readonly #files: BoardFiles;
  #opened: Promise<Remote<StatsWorker>> | undefined;

  constructor(files: BoardFiles) {
    this.#files = files;
  }

  /** Asks the worker; throws Error with words for a person. After a failure the next question starts anew. */
  async ask<T>(question: (api: Remote<StatsWorker>) => Promise<Outcome<T>>): Promise<T> {
    this.#opened ??= open(this.#files);
    try {
      return taken(await question(await this.#opened));
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }
}

async function open(files: BoardFiles): Promise<Remote<StatsWorker>> {
  const { wrap } = await import("comlink");
  const worker = new Worker(new URL("../../workers/stats.worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("the code that computes could not be loaded")), { once: true });
  });
  try {
    const api = wrap<StatsWorker>(worker);
    taken(await Promise.race([api.open(files), broken]));
    return api;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

function taken<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems[0]?.examples[0]?.found ?? "the worker gave no reason");
}
