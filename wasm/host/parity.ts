import { type ParityRecord, SourceNumber } from "@stepladder/schema";
import type { Source } from "../intake/source.ts";
import type { MetricId } from "../metrics/index.ts";
import type { Kernels } from "./kernels.ts";

/** One comparison of ours with an official output. */
export interface Comparison {
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** One official golden case (a system, a table of edge cases): every comparison made, or why none could be. */
export interface ParityCase {
  readonly name: string;
  /** Number of values compared; 0 where absent. */
  readonly compared: number;
  /** All that differ. */
  readonly different: readonly Comparison[];
  /** Why the case cannot be run here: named in the official outputs, inputs not at hand. */
  readonly absent?: string;
  /** What its values are of, where it is not of all metrics that the track holds against official outputs. */
  readonly metrics?: readonly MetricId[];
}

/** Official golden files by their name below the track's data folder. */
export type GoldenFiles = ReadonlyMap<string, Source>;

/** How a track is held against its official outputs; `parity.ts` of each track exports one as default. */
export interface Parity {
  readonly track: string;
  /** Folder below the official data that holds the golden files. */
  readonly folder: string;
  /** Metrics of the track that official outputs tell of. */
  readonly metrics: readonly MetricId[];
  /** Names of cases whose golden values no official program gave: they are of a plain program of what is printed. */
  readonly reconstructed?: readonly string[];
  cases(files: GoldenFiles, kernels: Kernels): AsyncGenerator<ParityCase>;
}

/** What is recorded of a run, in the order of its cases. */
export function parityRecord({ track, reconstructed = [] }: Parity, cases: readonly ParityCase[]): ParityRecord {
  const unknown = reconstructed.find((own) => !cases.some(({ name }) => name === own));
  if (unknown !== undefined) throw new Error(`${track}: expected a case of the name "${unknown}", which its parity.ts calls reconstructed`);
  return {
    schema: "stepladder/parity/1",
    track,
    cases: cases.map(({ name, compared, different, absent }) => ({
      name,
      compared,
      equal: compared - different.length,
      ...(reconstructed.includes(name) ? { reconstructed: true as const } : {}),
      ...(absent === undefined ? {} : { absent }),
    })),
  };
}

/** Collects comparisons; values are equal only to the last bit. */
export class Comparing {
  #compared = 0;
  readonly #different: Comparison[] = [];

  /** `official` is as read: a number such as `0.50` may still be its source text. */
  same(name: string, actual: unknown, official: unknown): void {
    const expected = official instanceof SourceNumber ? Number(official.text) : official;
    this.#compared++;
    if (!Object.is(actual, expected)) this.#different.push({ name, expected, actual });
  }

  /** The case; `metrics` where it is not of all that the track names. */
  result(name: string, metrics?: readonly MetricId[]): ParityCase {
    return { name, compared: this.#compared, different: this.#different, ...(metrics === undefined ? {} : { metrics }) };
  }
}
