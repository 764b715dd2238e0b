import type { Progress } from "@stepladder/wasm/host/gold.ts";
import type { GivenFile } from "../scripts/given.ts";
import type { JobProgress } from "./messages.ts";

/** A page that is told more often than this, in milliseconds, only draws. */
const SELDOM = 50;
/** A rate over less time than this, in milliseconds, is noise. */
const RATE_FROM = 200;

/** Adds up how far the files of a job have come, whichever worker reads them; a file's parts, where it is cut, are told apart. */
export class Tally {
  readonly #size: number;
  readonly #report: (progress: JobProgress) => void;
  readonly #now: () => number;
  readonly #units = new Map<string, Pick<Progress, "consumed" | "records">>();
  #consumed = 0;
  #records = 0;
  #stage: JobProgress["stage"] | undefined;
  #began = 0;
  #told = 0;

  constructor(files: readonly GivenFile[], report: (progress: JobProgress) => void, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#size = files.reduce((sum, { file }) => sum + file.size, 0);
    this.#report = report;
  }

  /** Gold is read by every worker alike: until predictions are read, the one that speaks stands for all. */
  readonly take = ({ stage, file, order, consumed, size, records }: Progress): void => {
    if (stage === "gold") {
      if (this.#stage !== "predictions") this.#tell({ stage, consumed, size, records });
      return;
    }
    const unit = `${order} ${file}`;
    const before = this.#units.get(unit) ?? { consumed: 0, records: 0 };
    this.#units.set(unit, { consumed, records });
    this.#consumed += consumed - before.consumed;
    this.#records += records - before.records;
    this.#tell({ stage, consumed: this.#consumed, size: this.#size, records: this.#records });
  };

  #tell(progress: JobProgress): void {
    const now = this.#now();
    if (this.#stage !== progress.stage) this.#began = now;
    else if (now - this.#told < SELDOM) return;
    this.#stage = progress.stage;
    this.#told = now;
    const time = now - this.#began;
    this.#report(time < RATE_FROM ? progress : { ...progress, rate: (progress.consumed / time) * 1000 });
  }
}

/** Runs a job that is told of. Its reports come by channels of their own, and may come after its answer or its abort: then none is passed on. */
export async function tallied<T>(
  files: readonly GivenFile[],
  report: (progress: JobProgress) => void,
  signal: AbortSignal,
  job: (take: Tally["take"]) => Promise<T>,
): Promise<T> {
  let isOver = false;
  const { take } = new Tally(files, (progress) => {
    if (!isOver && !signal.aborted) report(progress);
  });
  try {
    return await job(take);
  } finally {
    isOver = true;
  }
}
