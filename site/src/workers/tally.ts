import type { Progress } from "@stepladder/wasm/host/gold.ts";
import type { GivenFile } from "../scripts/given.ts";
import type { JobProgress } from "./messages.ts";

/** A page that is told more often than this, in milliseconds, only draws. */
const SELDOM = 50;

/** Adds up how far the files of a job have come, whichever worker reads them. */
export class Tally {
  readonly #size: number;
  readonly #report: (progress: JobProgress) => void;
  readonly #files = new Map<string, Pick<Progress, "consumed" | "records">>();
  #consumed = 0;
  #records = 0;
  #told = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;

  constructor(files: readonly GivenFile[], report: (progress: JobProgress) => void, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#size = files.reduce((sum, { file }) => sum + file.size, 0);
    this.#report = report;
  }

  /** Gold is read by every worker alike: until predictions are read, the one that speaks stands for all. */
  readonly take = (progress: Progress): void => {
    if (progress.stage === "predictions") this.#add(progress);
    else if (this.#files.size === 0) this.#report(progress);
  };

  #add({ file, consumed, records }: Progress): void {
    const before = this.#files.get(file) ?? { consumed: 0, records: 0 };
    this.#files.set(file, { consumed, records });
    this.#consumed += consumed - before.consumed;
    this.#records += records - before.records;
    const now = this.#now();
    if (now - this.#told < SELDOM && this.#consumed < this.#size) return;
    this.#told = now;
    this.#report({ stage: "predictions", consumed: this.#consumed, size: this.#size, records: this.#records });
  }
}
