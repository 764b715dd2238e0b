import { type Remote, wrap } from "comlink";
import type { CompareTrack } from "../../catalog/compare.ts";
import { mineId, mineName } from "../../state/compare.ts";
import type { Mine } from "../../state/mine.ts";
import type { Outcome } from "../../workers/messages.ts";
import type { StatsWorker } from "../../workers/stats.worker.ts";

/** What could not be computed, in words for a person: files that could not be fetched, most of all. */
export class NotComputed extends Error {
  override readonly name = "NotComputed";
}

/** A worker that holds the packs of some rows of a track, and answers about them. */
export class Statistics {
  readonly #worker = new Worker(new URL("../../workers/stats.worker.ts", import.meta.url), { type: "module" });
  readonly #api: Remote<StatsWorker> = wrap<StatsWorker>(this.#worker);
  readonly #broken = new Promise<never>((_, reject) => {
    const fail = ({ message }: ErrorEvent): void => reject(new NotComputed(message || "the worker of this page could not be loaded"));
    this.#worker.addEventListener("error", fail, { once: true });
  });

  constructor() {
    // Whoever asks hears of it; a worker that fails unasked is no fault of the page.
    this.#broken.catch(() => undefined);
  }

  /** Fetches the packs of entries and takes in rows of the reader's own; every one counts as a system here, for each is one of those compared. */
  async open(base: string, { id: track }: Pick<CompareTrack, "id">, rows: readonly string[], mine: readonly Mine[]): Promise<void> {
    const folder = new URL(`${base}data/${track}/entries/`, location.href).href;
    const packs = rows
      .filter((id) => mineName(id) === undefined)
      .map((id) => ({ id, kind: "system" as const, url: `${folder}${encodeURIComponent(id)}.pack.gz` }));
    await this.ask((api) => api.open({ items: `${folder}items.json.gz`, packs }));
    for (const { name, matrix } of mine) await this.ask((api) => api.add({ id: mineId(name), kind: "system", matrix }));
  }

  /** Asks the worker. Throws NotComputed. */
  async ask<T>(question: (api: Remote<StatsWorker>) => Promise<Outcome<T>>): Promise<T> {
    const outcome = await Promise.race([question(this.#api), this.#broken]);
    if (outcome.ok) return outcome.value;
    throw new NotComputed(outcome.problems[0]?.examples[0]?.found ?? "no reason was told");
  }

  /** Ends the worker now, whatever it computes; what was asked of it is never answered. */
  end(): void {
    this.#worker.terminate();
  }
}
