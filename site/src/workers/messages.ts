import type { Problem, ProblemGroup } from "@stepladder/schema";
import type { SliceColumn } from "@stepladder/wasm/host/gold.ts";
import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import type { Said } from "@stepladder/wasm/host/look-up.ts";
import type { ItemView } from "@stepladder/wasm/host/panels.ts";
import type { RecognisedFile } from "@stepladder/wasm/host/recognise.ts";
import type { GivenFile } from "../scripts/given.ts";
import type { Holds } from "./holds.ts";
import type { RecordKind } from "./records/kinds.ts";

/** Where a job's gold comes from: the site's own file, or files that the person holds. */
export type GoldGiven =
  | { readonly kind: "built-in"; readonly url: string }
  | { readonly kind: "yours"; readonly files: readonly GivenFile[] };

/** What a file turned out to be; where that is not clear, why. */
export interface LookedFile extends RecognisedFile {
  readonly problem?: Problem;
  /** The system whose predictions it holds, where its path tells by the rules of its layout. */
  readonly system?: string;
  /** What it speaks of; absent where it is the only file of predictions, or its system is told. */
  readonly holds?: Holds;
}

/** What was given, and the one track that it is for, where that is clear. */
export interface Looks {
  readonly files: readonly LookedFile[];
  readonly track?: string;
}

/** One submission to score. */
export interface Job {
  readonly track: string;
  readonly gold: GoldGiven;
  readonly predictions: readonly GivenFile[];
}

/** What a worker comes to: errors cross the boundary as problems for a person, never as exceptions that lose their fields. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ProblemGroup[] };

/** Kind of the problem that the site's gold could not be fetched: the person's own copy mends it. */
export const GOLD_NOT_FETCHED = "gold-not-fetched";

/** How far a whole job has come; bytes as given, compressed ones where they are. */
export interface JobProgress {
  readonly stage: "gold" | "predictions";
  readonly consumed: number;
  readonly size: number;
  readonly records: number;
  /** Bytes a second since the stage began; absent until there is something to tell it by. */
  readonly rate?: number;
}

/** Files that one worker reads at the same time: most of the time of a small file is waiting for it. */
export const LANES = 4;

/** All items of a job's gold, in its order, as a list shows and cuts them. */
export interface ItemList {
  readonly ids: readonly string[];
  readonly lengths: Int32Array;
  readonly slices: readonly SliceColumn[];
}

/** Records of one kind that are looked at and not scored, and what is wrong with others beside them. */
export interface ListedRecords {
  readonly kind: RecordKind;
  readonly list: ItemList;
  readonly problems: readonly ProblemGroup[];
}

/** One item to look at: as gold has it, and with each record of predictions for it. */
export interface LookedItem {
  readonly id: string;
  readonly view: ItemView;
  readonly records: readonly { readonly place: Omit<Said, "prediction">; readonly isReadable: boolean; readonly view: ItemView }[];
}

/** How every item fails, in gold's order; what no prediction was read for shows nothing. */
export interface ItemFailures {
  readonly kinds: readonly Pick<AnyInsight["failures"][number], "id" | "title">[];
  /** Of each kind, 1 where an item shows it. */
  readonly shown: readonly Uint8Array[];
  /** The first step that fails in any way, from 0 on; -1 where none does, or none can be named. */
  readonly first: Int32Array;
}
