import type { Problem, UnscoredReason } from "@stepladder/schema";
import type { Events, Measurer } from "../metrics/contract.ts";
import { batched, EventCollector, type RowPlaces, rankEvents } from "./events.ts";
import type { Gold } from "./gold.ts";
import { NO_SAMPLE, type Part, UNKNOWN_SAMPLE } from "./part.ts";
import type { ProblemList } from "./problems.ts";
import type { AnyTrack } from "./track.ts";

/** One measured record: where its row lies, and what tells it from its repeats. */
export interface Sample {
  readonly part: number;
  readonly row: number;
  readonly sample: number;
  readonly readable: boolean;
}

/** All parts brought together per item. Rows have one f64 per statistic of the track, side by side. */
export interface Sampled {
  readonly items: number;
  /** Whether any item has more than one sample. */
  readonly repeated: boolean;
  /** Why an item has no readable prediction. */
  readonly unscored: readonly (UnscoredReason | undefined)[];
  /** Samples of an item in their order; none where there is no prediction. */
  samples(item: number): readonly Sample[];
  /** Where a sample's measured row lies. */
  row(sample: Sample): Row;
  /** What a majority vote compares. */
  vote(sample: Sample): number;
  /** Each item's row: the mean of its samples' rows. Events are those of its first sample: ranked figures know no repeats. */
  readonly measured: Measured;
  /** The same with the samples that show diagnosis `d` mended, and the items they belong to. */
  mended(d: number): { readonly measured: Measured; readonly items: readonly number[] };
}

/** What was measured of all items. */
export interface Measured {
  readonly rows: Float64Array;
  readonly events: Readonly<Record<string, Events>>;
}

/** A row among others: its values are `rows[at]` and what follows. No view of its own: making one costs more than reading it. */
export interface Row {
  readonly rows: Float64Array;
  readonly at: number;
}

/** Sorts measured records by item, reports doubled and missing ones, and averages repeats. */
export function assemble(track: AnyTrack, gold: Gold, parts: readonly Part[], measurer: Measurer<unknown>, problems: ProblemList): Sampled {
  const width = track.measure.statistics.length;
  const items = gold.ids.length;
  const samples = samplesOf(gold, parts, problems);
  const absent = [...samples.keys()].filter((item) => (samples[item] as Sample[]).length === 0);
  const vacantEvents = new EventCollector(track.measure.events);
  const vacantRows = vacantOf(track, absent, measurer, vacantEvents);
  const place = new Map(absent.map((item, i) => [item, i]));
  const vacant = (item: number): Row => ({ rows: vacantRows, at: (place.get(item) as number) * width });
  const row = ({ part, row: at }: Sample): Row => ({ rows: (parts[part] as Part).measured.rows, at: at * width });
  for (const item of absent) problems.add(missing(gold.ids[item] as string));

  const rowsWith = (rowOf: (sample: Sample) => Row): Float64Array => {
    const rows = new Float64Array(items * width);
    for (const [item, own] of samples.entries()) writeMean(own.length === 0 ? [vacant(item)] : own.map(rowOf), width, rows, item * width);
    return rows;
  };
  const first = samples.map(([sample]) => sample);
  const vacancies: RowPlaces = { lists: vacantEvents.lists(), itemOf: (at) => absent[at] as number, placeOf: () => [-1, 0, 0] };
  /** Ranks the first samples' events, of each part those that `isOwn`, with others beside them. */
  const eventsOf = (isOwn: (part: number, row: number) => boolean, others: readonly RowPlaces[]): Measured["events"] => {
    const places = parts.map((part, p) =>
      placesOf(p, part, (row) => (isFirst(first, parts, p, row) && isOwn(p, row) ? itemAt(part, row) : -1)),
    );
    const { events = [], batches } = track.measure;
    return Object.fromEntries(
      events.map((list) => {
        const all = rankEvents(list, [...places, ...others, vacancies]);
        const size = batches?.[list];
        return [list, size === undefined ? all : batched(all, size)];
      }),
    );
  };
  return {
    items,
    repeated: samples.some(({ length }) => length > 1),
    unscored: samples.map((own) => (own.length === 0 ? "no-prediction" : own.some(({ readable }) => readable) ? undefined : "unreadable")),
    samples: (item) => samples[item] as Sample[],
    row,
    vote: ({ part, row: at }) => (parts[part] as Part).measured.vote[at] as number,
    measured: { rows: rowsWith(row), events: eventsOf(() => true, []) },
    mended: (d) => {
      const mended = parts.map((part) => {
        const { of, rows } = part.mended[d] as Part["mended"][number];
        return new Map(Array.from(of, (at, i): [number, Row] => [at, { rows, at: i * width }]));
      });
      const showing = [...samples.keys()].filter((item) => (samples[item] as Sample[]).some(({ part, row: at }) => mended[part]?.has(at)));
      if (showing.length === 0) return { measured: { rows: new Float64Array(0), events: {} }, items: showing };
      const replaced = parts.map((part, p): RowPlaces => {
        const { of, events } = part.mended[d] as Part["mended"][number];
        const own = placesOf(p, part, (row) => (isFirst(first, parts, p, row) ? itemAt(part, row) : -1));
        const rowAt = (at: number): number => of[at] as number;
        return { lists: events, itemOf: (at) => own.itemOf(rowAt(at)), placeOf: (at) => own.placeOf(rowAt(at)) };
      });
      return {
        measured: {
          rows: rowsWith((sample) => mended[sample.part]?.get(sample.row) ?? row(sample)),
          events: eventsOf((part, at) => mended[part]?.has(at) !== true, replaced),
        },
        items: showing,
      };
    },
  };
}

function itemAt({ measured }: Part, row: number): number {
  return measured.item[row] as number;
}

/** Whether a measured row is the first sample of its item. */
function isFirst(first: readonly (Sample | undefined)[], parts: readonly Part[], part: number, row: number): boolean {
  const own = first[itemAt(parts[part] as Part, row)];
  return own?.part === part && own.row === row;
}

/** Where the rows of a part stand in the submission, and which items they are of. */
function placesOf(part: number, { measured }: Part, itemOf: (row: number) => number): RowPlaces {
  return { lists: measured.events, itemOf, placeOf: (row) => [part, measured.file[row] as number, measured.line[row] as number] };
}

/** Samples of each item in their order. Of records that repeat each other's item and sample one is kept, and that is reported. */
function samplesOf(gold: Gold, parts: readonly Part[], problems: ProblemList): Sample[][] {
  const samples: Sample[][] = gold.ids.map(() => []);
  // Slots taken, from an item's second record on: most have one.
  const taken = new Map<number, Set<number>>();
  for (const [p, part] of parts.entries()) {
    const { item, sample, readable, line, file, revision } = part.measured;
    for (let row = 0; row < item.length; row++) {
      const at = item[row] as number;
      const own = samples[at] as Sample[];
      const number = sample[row] as number;
      if (own.length === 1 && !taken.has(at)) taken.set(at, new Set(own.map((first) => slot(first.sample))));
      const slots = taken.get(at);
      // A record without a readable number never clashes.
      const clash = number !== UNKNOWN_SAMPLE && slots?.has(slot(number)) === true;
      slots?.add(slot(number));
      const mine: Sample = { part: p, row, sample: number, readable: readable[row] === 1 };
      if (!clash) own.push(mine);
      else {
        const place = { id: gold.ids[at] as string, file: part.names[file[row] as number] as string, line: line[row] as number };
        const mayReplace = !Number.isNaN(revision[row] as number) && isOfOneFile(own, mine, parts);
        if (mayReplace) keepNewest(own, mine, parts);
        problems.add(mayReplace ? revised(place) : doubled(place));
      }
    }
  }
  for (const [item, own] of samples.entries()) {
    const repeats = own.some(({ sample }) => sample >= 0);
    // Without repeats an unreadable record counts only where the item has no other.
    if (own.length > 1 && !repeats) samples[item] = [own.find(({ sample }) => sample !== UNKNOWN_SAMPLE) ?? (own[0] as Sample)];
    own.sort((a, b) => a.sample - b.sample);
  }
  return samples;
}

/** Whether the record of a sample's slot is of the same file: those of several files are of several systems. */
function isOfOneFile(own: readonly Sample[], mine: Sample, parts: readonly Part[]): boolean {
  const held = own.find(({ sample }) => slot(sample) === slot(mine.sample));
  return held !== undefined && fileOf(held, parts) === fileOf(mine, parts);
}

/** The file that a record stood in, members of a zip each by themselves. */
function fileOf({ part, row }: Sample, parts: readonly Part[]): string | undefined {
  const { names, measured } = parts[part] as Part;
  return names[measured.file[row] as number];
}

/** Puts a sample in the place of the one of its slot, unless that one is of a higher revision. */
function keepNewest(own: Sample[], mine: Sample, parts: readonly Part[]): void {
  const revision = ({ part, row }: Sample): number => (parts[part] as Part).measured.revision[row] as number;
  const held = own.findIndex(({ sample }) => slot(sample) === slot(mine.sample));
  if (held >= 0 && !(revision(own[held] as Sample) > revision(mine))) own[held] = mine;
}

/** Records in the same slot are doubled: no number is number 0. */
function slot(sample: number): number {
  return sample === NO_SAMPLE ? 0 : sample;
}

function vacantOf(track: AnyTrack, absent: readonly number[], measurer: Measurer<unknown>, events: EventCollector): Float64Array {
  for (const item of absent) measurer.add(item, track.unscored.prediction);
  return absent.length === 0 ? new Float64Array(0) : measurer.flush(events);
}

/** Writes the mean of rows, each column summed left to right; one row is itself. */
function writeMean(of: readonly Row[], width: number, into: Float64Array, start: number): void {
  for (let s = 0; s < width; s++) {
    let sum = 0;
    for (const { rows, at } of of) sum += rows[at + s] as number;
    into[start + s] = sum / of.length;
  }
}

function missing(id: string): Problem {
  return {
    kind: "missing-prediction",
    severity: "warning",
    id,
    expected: "a prediction for every item",
    found: "none",
    fix: "add a record for it",
  };
}

/** Where a record stood; line 0 where its file is one record. */
interface Place {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

function revised({ id, file, line }: Place): Problem {
  return {
    kind: "revised-record",
    severity: "warning",
    file,
    ...(line === 0 ? {} : { line }),
    id,
    expected: "one record per item",
    found: "the same item again",
    fix: "nothing, where it is meant: the newest record was scored, of equally new ones the last",
  };
}

function doubled({ id, file, line }: Place): Problem {
  return {
    kind: "doubled-id",
    severity: "error",
    file,
    ...(line === 0 ? {} : { line }),
    id,
    expected: "one record per item, or repeats numbered by sample",
    found: "the same item and sample again",
    fix: "remove the record, number repeats with sample 0, 1, 2, ..., or score files of several systems one by one; the first one was scored",
  };
}
