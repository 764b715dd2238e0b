import type { Contender } from "@stepladder/wasm/host/board.ts";
import type { Remote } from "comlink";
import type { Outcome } from "./messages.ts";
import type { BoardFiles, StatsWorker } from "./stats.worker.ts";

/** What could not be computed, in words for a person: files that could not be fetched, most of all. */
export class NotComputed extends Error {
  override readonly name = "NotComputed";
}

/** A worker that holds its rows. */
interface Opened {
  readonly api: Remote<StatsWorker>;
  readonly worker: Worker;
  /** Settles only by failing: its code could not be loaded, or the browser ended it. */
  readonly broken: Promise<never>;
}

/** The statistics of a board's rows, and of the reader's own beside them, in a worker; nothing is loaded before the first question. */
export class StatsClient {
  readonly #files: BoardFiles;
  readonly #own: readonly Contender[];
  #opened: Promise<Opened> | undefined;
  #isEnded = false;

  constructor(files: BoardFiles, own: readonly Contender[] = []) {
    this.#files = files;
    this.#own = own;
  }

  /** Asks the worker. Throws NotComputed; the question after a failure starts anew. */
  async ask<T>(question: (api: Remote<StatsWorker>) => Promise<Outcome<T>>): Promise<T> {
    const opening = this.#opened ?? open(this.#files, this.#own);
    this.#opened = opening;
    try {
      const { api, broken } = await opening;
      // A worker that was ended answers nothing.
      if (this.#isEnded) return await new Promise<never>(() => undefined);
      return taken(await Promise.race([question(api), broken]));
    } catch (error) {
      if (this.#opened === opening) this.#opened = undefined;
      terminate(opening);
      throw error;
    }
  }

  /** Ends the worker, whatever it computes; what was asked of it is never answered. */
  end(): void {
    this.#isEnded = true;
    if (this.#opened !== undefined) terminate(this.#opened);
  }
}

async function open(files: BoardFiles, own: readonly Contender[]): Promise<Opened> {
  const { wrap } = await import("comlink").catch(() => {
    throw new NotComputed("the code that computes could not be loaded");
  });
  const worker = new Worker(new URL("./stats.worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new NotComputed("the code that computes could not be loaded")), { once: true });
  });
  // Whoever asks hears of it; a worker that fails unasked is no fault of the page.
  broken.catch(() => undefined);
  const api = wrap<StatsWorker>(worker);
  try {
    taken(await Promise.race([api.open(files), broken]));
    for (const row of own) taken(await Promise.race([api.add(row), broken]));
    return { api, worker, broken };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

function terminate(opening: Promise<Opened>): void {
  opening.then(
    ({ worker }) => worker.terminate(),
    () => undefined,
  );
}

function taken<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new NotComputed(outcome.problems[0]?.examples[0]?.found ?? "the worker gave no reason");
}
