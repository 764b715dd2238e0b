import type { Part } from "@stepladder/wasm/host/part.ts";
import { ProblemList } from "@stepladder/wasm/host/problems.ts";
import type { Unit } from "@stepladder/wasm/host/units.ts";
import { RANGE } from "@stepladder/wasm/intake/limits.ts";
import type { Remote } from "comlink";
import type { GivenFile } from "../scripts/given.ts";
import { LANES, type Outcome } from "./messages.ts";
import type { ScoreWorker } from "./score.worker.ts";

type Api = Pick<Remote<ScoreWorker>, "units" | "score">;

/** One unit of work; all of the file, where it is too small to be cut. */
interface Work {
  readonly file: GivenFile;
  readonly unit?: Unit;
}

/** The units of a job, for several workers to take from, and what came of them. */
export class Desk {
  /** How many units there were. */
  readonly size: number;
  readonly parts: Part[] = [];
  /** What a worker failed at; a person wants to know of all of it at once. */
  readonly failures = new ProblemList();
  readonly #ranges: ArrayIterator<Work>;
  readonly #whole: ArrayIterator<Work>;

  constructor(work: readonly Work[]) {
    const isWhole = ({ unit }: Work) => unit === undefined || unit.kind === "whole";
    this.size = work.length;
    this.#ranges = work.filter((one) => !isWhole(one)).values();
    this.#whole = work.filter(isWhole).values();
  }

  /** Has a worker take work until none is left. Ranges of a large file keep it busy one by one; a small file is mostly waited for. */
  async serve(api: Api): Promise<void> {
    await this.#serve(api, this.#ranges);
    await Promise.all(Array.from({ length: LANES }, () => this.#serve(api, this.#whole)));
  }

  async #serve(api: Api, waiting: ArrayIterator<Work>): Promise<void> {
    for (const { file, unit } of waiting) {
      const part = await api.score(file, unit);
      if (part.ok) this.parts.push(part.value);
      else for (const group of part.problems) this.failures.addGroup(group);
    }
  }
}

/** A job's work, large files cut by a worker. */
export async function deskOf(api: Api, track: string, files: readonly GivenFile[]): Promise<Outcome<Desk>> {
  const work: Work[] = [];
  for (const file of files) {
    const units = file.file.size > RANGE ? await api.units(track, file) : undefined;
    if (units?.ok === false) return units;
    work.push(...(units?.value ?? [undefined]).map((unit) => (unit === undefined ? { file } : { file, unit })));
  }
  return { ok: true, value: new Desk(work) };
}
