import type { ItemsIndex, Scorecard } from "@stepladder/schema";

/** A scored system of a set. */
export interface SetSystem {
  readonly name: string;
  readonly scorecard: Scorecard;
}

/** What the list of kept sets tells of one. */
export interface KeptSet {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  /** Day on which it was kept, YYYY-MM-DD. */
  readonly date: string;
  readonly systems: number;
}

/** Results of several systems on the same items, with what comparing them needs. */
export interface OpenedSet {
  readonly name: string;
  readonly track: string;
  readonly items: ItemsIndex;
  readonly systems: readonly SetSystem[];
  /** Absent where it is not kept on this machine. */
  readonly kept?: KeptSet;
}

/** How the name of a set's file ends. */
export const SET_ENDING = ".stepladder-set.json.gz";

/** Such a file, whatever a browser made of its name. */
export const SET_FILE = /\.stepladder-set(?: \(\d+\))?\.json(?:\.gz)?$/;
