import type { CurvePoint, Problem, TrackCard } from "@stepladder/schema";
import type { Raw, RecordProblem } from "../intake/raw.ts";
import type { Matrix, Measure } from "../metrics/contract.ts";

/** A layout of files that a track reads; the first of its formats that accepts a file's first record reads the whole file. */
export interface Format<Record> {
  readonly id: string;
  /** For people: what the layout is and who writes it. */
  readonly title: string;
  /** Whether this record, the first of a file, is of this layout. Looks at shape only; must not throw. */
  accepts(raw: Raw): boolean;
  /** Of gold: that such files are also predictions, as a judge's are, and taken for these unless a person calls them gold. */
  readonly byChoice?: boolean;
  /** Of predictions: that it names videos alone, which say nothing of a track where others read the same lists. */
  readonly bareNames?: boolean;
  /** The record; throws RecordProblem with the field at fault. Absent (`undefined`): a record to pass over in silence, e.g. a prompt file. */
  read(raw: Raw): Record | undefined;
  /** The system whose predictions a file holds, where its path tells. */
  system?(file: string): string | undefined;
}

/** A layout of gold in which an item is spread over records, or over files: they are gathered first. */
export interface GatheredFormat<Item> extends Pick<Format<Item>, "id" | "title" | "accepts" | "byChoice"> {
  gather(): Gathering<Item>;
}

/** Records on their way to what is gathered of them. Both throw RecordProblem with the field at fault. */
export interface Gathering<Item> {
  add(raw: Raw): void;
  /** Once all records of all files were added. */
  items(): Iterable<Item>;
}

/** A prediction for one item, structured; `rule` names the extraction rule where it came from model text. */
export interface PredictionRecord<Prediction> {
  readonly id: string;
  /** 0-based repeat; 0 where the record names none. */
  readonly sample: number | undefined;
  /** Absent where the record says that there is no answer, or was model text from which none could be extracted. */
  readonly prediction: Prediction | undefined;
  /** How the prediction was drawn from model text, and what to tell a person where none was; absent where it came structured. */
  readonly extraction?: { readonly rule: string | undefined; readonly missing?: Pick<Problem, "expected" | "fix"> };
  /** What was passed over in the record by the benchmark's rules, and deserves a look. */
  readonly remarks?: readonly Remark[];
  /** Where a benchmark lets records of one item stand in for each other: the highest revision is scored, of equal ones the last. */
  readonly revision?: number;
}

/** A warning about part of a record, which is scored all the same. */
export type Remark = Pick<Problem, "kind" | "field" | "expected" | "found" | "fix">;

/** What scoring keeps of gold items, in gold's order. */
export interface KnownItems<Context> {
  readonly ids: readonly string[];
  readonly contexts: readonly Context[];
}

/** A layout of predictions. */
export interface PredictionFormat<Prediction, Context> extends Format<PredictionRecord<Prediction>> {
  /** As `Format.read`. `items` are gold's, where it is at hand: to tell an item that the record does not name in full, and for remarks. */
  read(raw: Raw, items?: KnownItems<Context>): PredictionRecord<Prediction> | undefined;
  /** Where one record, such as a whole file, holds those for several items, told apart by what gold says of them: all of them, in place of `read`, and for one that cannot be read what is wrong with it. */
  readAll?(raw: Raw, items: KnownItems<Context>): Iterable<PredictionRecord<Prediction> | RecordProblem>;
  /** Where the prediction for one item is spread over records of a file, such as rows of a table: they are gathered file by file; `read` then only tells the id, where a record has it. */
  gather?(items: KnownItems<Context>): Gathering<PredictionRecord<Prediction>>;
  /** Whether what is gathered lies in several files, such as a table for each judge: all of a submission are gathered together. */
  readonly gathersFiles?: boolean;
}

/** A known format mistake: which predictions show it, and the same prediction with it mended. */
export interface Diagnose<Prediction, Context> {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly fix: string;
  /** The prediction without the mistake; `undefined` where it is not made. `item` is its place in the gold that it is scored against. */
  mend(prediction: Prediction, context: Context, item?: number): Prediction | undefined;
  /** Metric that mending has to raise for the mistake to be told; absent: the one that ranks. */
  readonly raises?: string;
  /** What guesses reach on average, of a metric from 0 to 1, for readings that raise guesses half of the time: the mistake is told only where the items concerned, mended, are beyond what luck gives. */
  readonly chance?: number;
  /** Readings of one mistake that rule each other out, such as units of time: of those of a group only the one that mends best is told. */
  readonly group?: string;
}

/** A way to cut the items: the same name in the scorecard, the board's URL and the pack. */
export interface Slice<Item> {
  readonly id: string;
  readonly title: string;
  /** All values, in reading order, where they are known beforehand. */
  readonly values?: readonly string[];
  of(item: Item): string;
}

/** A figure per x, such as the share of items still right after t steps. */
export interface Curve {
  readonly id: string;
  readonly title: string;
  /** What stands at its axes, where it is not the share of items still right after t steps. */
  readonly axes?: { readonly x: string; readonly y: string };
  /** One row per run: each item's, or with repeats each sample's, weighted so that every item weighs 1. */
  points(runs: Matrix, lengths: Int32Array, weights: Float64Array): CurvePoint[];
}

/** One benchmark task: everything there is to know about it but its gold. */
export interface Track<Item = never, Prediction = never, Context = never, MetricId extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Day of this version; entries that the recipe computes bear it. */
  readonly date: string;
  readonly summary: string;
  /** What a reader of its figures must know first, in one sentence. */
  readonly note?: string;
  /** What quoted figures were measured on, where that is not this gold: a few words behind "figures of". */
  readonly quotedOn?: string;
  readonly papers: TrackCard["papers"];
  readonly sources: TrackCard["sources"];
  readonly goldKind: TrackCard["gold"];
  /** Whether an item id is of this track: how a file for another track is told. */
  owns(id: string): boolean;
  readonly itemId: (item: Item) => string;
  /** What of an item decides how predictions of it are measured and cut, its id included; absent: all of it. Layouts may differ in the rest. */
  readonly decides?: (item: Item) => unknown;
  readonly goldFormats: readonly (Format<Item> | GatheredFormat<Item>)[];
  readonly formats: readonly PredictionFormat<Prediction, Context>[];
  readonly measure: Measure<Item, Prediction>;
  /** The first one ranks. */
  readonly metrics: readonly [MetricId, ...MetricId[]];
  readonly slices: readonly Slice<Item>[];
  /** What items that are no independent draws have in common (one question, one video); absent: every item is a draw of its own. */
  readonly cluster?: { readonly title: string; of(item: Item): string };
  /** What figures are averaged over group by group (a task, a split); absent: no metric of the track is a mean over groups. */
  readonly group?: { readonly title: string; of(item: Item): string };
  readonly curves: readonly Curve[];
  /** What an item without a readable prediction is measured as, and the sentence that says so. */
  readonly unscored: { readonly prediction: Prediction; readonly rule: string };
  /** What diagnoses need of an item: all that scoring keeps of it beside its columns. */
  readonly context: (item: Item) => Context;
  readonly diagnoses: readonly Diagnose<Prediction, Context>[];
  /** Text whose equality decides a majority vote among samples of an item. */
  readonly vote: (prediction: Prediction, context: Context) => string;
  /** Steps of an item: the x axis of scores by length. */
  readonly length: (item: Item) => number;
}

/** The part of a declaration that is data. */
export function trackCard(track: AnyTrack): TrackCard {
  const { id, title, summary, version, papers, sources } = track;
  return {
    id,
    title,
    summary,
    ...(track.note === undefined ? {} : { note: track.note }),
    family: track.measure.family,
    version,
    metrics: [...track.metrics],
    slices: track.slices.map((slice) => ({ id: slice.id, title: slice.title })),
    unscored: track.unscored.rule,
    papers,
    sources,
    formats: track.formats.map((format) => ({ id: format.id, title: format.title })),
    gold: track.goldKind,
  };
}

/** A track whose record types do not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: item and prediction types are private to each track
export type AnyTrack = Track<any, any, any>;
