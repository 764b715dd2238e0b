import type { Entry, Quoted, System } from "./entry.ts";

/** What a step finds when it runs. Paths are absolute; lines carry their line feed. */
export interface StepRun {
  /** The folder of official data, where given and there. */
  readonly official: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * One step of a recipe. It runs when its key (name, options, code, inputs) is new or an output is gone or changed, and
 * its outputs appear whole or not at all.
 */
export interface Step {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Files that it reads, below the track's folder, or official ones below `official`. */
  readonly inputs: readonly { readonly from: "track" | "official"; readonly path: string }[];
  /** Files that it writes, below the track's folder; whether they are committed, and so checked. */
  readonly outputs: readonly { readonly path: string; readonly committed: boolean }[];
  /** Content of each output, in order. */
  run(run: StepRun): Iterable<AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>>;
}

/** A record of an official file, as it was read. */
export interface FileRecord {
  /** The file's name: the last part of its path, or its path below the folder named. */
  readonly file: string;
  readonly value: unknown;
}

/** A system whose predictions are among the official files. */
export interface EntrySource {
  /** Name of the entry's file, kebab-case. */
  readonly id: string;
  readonly system: System;
  readonly date: string;
  /** Files and folders below the official data. */
  readonly files: readonly string[];
  readonly quoted?: Quoted;
  readonly predictions?: Entry["predictions"];
  /** Where files hold the predictions of several systems, or parts of them: this system's, in Stepladder's own layout, made of all their records. */
  readonly made?: (records: readonly FileRecord[]) => Iterable<object>;
  /** Lines of gold of another revision, where the system was measured on that: its entry stands beside the track's board and is not ranked. */
  readonly revision?: () => Iterable<string>;
}

/** A system that needs no model: what scoring rewards for nothing, or for what simple counting finds. */
export interface Baseline<Item, Prediction = unknown> {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /**
   * The baseline once it has seen all items; one that learns from gold says in `about` how it leaves out what it is asked. Where it
   * gives `undefined` the item stays without a prediction.
   */
  fit(items: readonly Item[]): (item: Item) => Prediction;
}

/** The steps that a recipe can be made of. */
export interface RecipeKit<Item> {
  /** Gold from lines of JSON made here. */
  generate(options: Readonly<Record<string, unknown>>, lines: () => Iterable<string>): Step;
  /** Gold from official files and folders. */
  importGold(...paths: readonly string[]): Step;
  /** A file of predictions to try scoring with, made from gold by a rule. */
  sample(record: (item: Item, index: number) => object | undefined): Step;
  /** What boards must know of gold's items to cut and resample packs (data/schema/items.ts). */
  items(): Step;
  /** An entry and its pack for each baseline, run and scored on gold. */
  baselines(baselines: readonly Baseline<Item>[]): readonly Step[];
  /** An entry and its pack, scored from official predictions. */
  entry(source: EntrySource): Step;
  /** An entry of figures that a source prints, for a system whose predictions are not at hand; `secondary` where the source quotes another. */
  published(
    source: Omit<EntrySource, "files" | "quoted" | "predictions"> & {
      readonly quoted: Quoted;
      readonly evidence?: "published" | "secondary";
    },
  ): Step;
}

/** How a track's data is made, in order. */
export type Recipe<Item> = (kit: RecipeKit<Item>) => readonly Step[];
