import type { Progress } from "@stepladder/wasm/host/gold.ts";
import type { GivenFile } from "../scripts/given.ts";
import type { JobProgress } from "./messages.ts";

/** Adds up how far the files of a job have come, whichever worker reads them. */
export class Tally {
  readonly #size: number;
  readonly #report: (progress: JobProgress) => void;
  readonly #files = new Map<string, Progress>();

  constructor(files: readonly GivenFile[], report: (progress: JobProgress) => void) {
    this.#size = files.reduce((sum, { file }) => sum + file.size, 0);
    this.#report = report;
  }

  /** Gold is read by every worker alike: the one that speaks stands for all. */
  readonly gold = ({ consumed, size, records }: Progress): void => {
    if (this.#files.size === 0) this.#report({ stage: "gold", consumed, size, records });
  };

  readonly predictions = (progress: Progress): void => {
    this.#files.set(progress.file, progress);
    let consumed = 0;
    let records = 0;
    for (const file of this.#files.values()) {
      consumed += file.consumed;
      records += file.records;
    }
    this.#report({ stage: "predictions", consumed, size: this.#size, records });
  };
}
