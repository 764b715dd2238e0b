import type { Problem, ProblemGroup } from "@stepladder/schema";
import type { HashedFile } from "../intake/hash.ts";
import type { Raw } from "../intake/raw.ts";
import type { EventLists } from "./events.ts";

/** Sample of a record that names none, and of a record of which no more than its item could be read. */
export const NO_SAMPLE = -1;
export const UNKNOWN_SAMPLE = -2;

/** Measured predictions, one row each. An unreadable one is measured as the track's `unscored.prediction`. */
export interface MeasuredRows {
  readonly item: Int32Array;
  readonly sample: Int32Array;
  /** 0 or 1. */
  readonly readable: Uint8Array;
  /** Line of each record, 0 where its file is one record. */
  readonly line: Int32Array;
  /** Place of the file's name in `Part.names`. */
  readonly file: Int32Array;
  /** NaN where the record has no revision, and so may not stand in for another. */
  readonly revision: Float64Array;
  /** 53-bit hash of what a majority vote compares. */
  readonly vote: Float64Array;
  readonly rows: Float64Array;
  readonly events: EventLists;
}

/** What came of one unit of work: structured-cloneable, so that a worker can hand it over. */
export interface Part {
  /** The given file's. */
  readonly name: string;
  /** Place among the parts of that file. */
  readonly order: number;
  /** Lines read. Those of measured rows and of problems count from the part's first: `inPlace` moves them to where they are in the file. */
  readonly lines: number;
  /** What made the file unusable; no score is made then. */
  readonly failure?: Problem;
  readonly files: readonly HashedFile[];
  readonly names: readonly string[];
  readonly measured: MeasuredRows;
  /** For each diagnosis of the track, the rows of mended predictions; `of` points into `measured`. */
  readonly mended: readonly { readonly of: Int32Array; readonly rows: Float64Array; readonly events: EventLists }[];
  /** Ids that are not in gold: the first few, and how many are the track's all the same. */
  readonly unknown: { readonly examples: readonly string[]; readonly owned: number };
  readonly extraction: { readonly attempted: number; readonly rules: Readonly<Record<string, number>> };
  readonly problems: readonly ProblemGroup[];
  /** Records of layouts that gather what lies in several files, each with its format: they are taken once all files were read. */
  readonly held?: readonly Held[];
}

/** A record that waits for those of other files. */
export interface Held {
  readonly format: string;
  readonly raw: Raw;
}
