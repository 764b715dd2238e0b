import { PackHeader, type RankedEvents, type Scorecard } from "@stepladder/schema";
import type { Events, Matrix } from "../metrics/contract.ts";

/** What metrics are computed from, as a scorecard tells it. */
export function matrixOf({ items, events }: Pick<Scorecard, "items" | "events">): Matrix {
  const ids = Object.keys(items[0]?.statistics ?? {});
  const groups = groupsOf(items);
  return {
    items: items.length,
    columns: Object.fromEntries(ids.map((id) => [id, Float64Array.from(items, ({ statistics }) => statistics[id] as number)])),
    ...(groups === undefined ? {} : { groups }),
    ...(events === undefined ? {} : { events: mapValues(events, ranked) }),
  };
}

/** Numbers the groups of items in order of appearance. */
function groupsOf(items: Scorecard["items"]): Matrix["groups"] {
  const names = [...new Set(items.map(({ group }) => group))];
  if (names.includes(undefined)) return undefined;
  const numbers = new Map(names.map((name, i) => [name, i]));
  return { of: Int32Array.from(items, ({ group }) => numbers.get(group) as number), count: names.length };
}

function ranked({ items, classes, ties, hits, wanted }: RankedEvents): Events {
  return eventsOf([items, classes, ties, hits, wanted.items, wanted.classes, wanted.counts]);
}

/** Columns of a list of events, in the order of a pack. */
function columnsOf({ items, classes, ties, hits, wanted }: Events): readonly Int32Array[] {
  return [items, classes, ties, hits, wanted.items, wanted.classes, wanted.counts];
}

function eventsOf(columns: readonly ArrayLike<number>[]): Events {
  const [items, classes, ties, hits, wantedItems, wantedClasses, counts] = columns.map((column) => Int32Array.from(column)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return { items, classes, ties, hits, wanted: { items: wantedItems, classes: wantedClasses, counts } };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, of: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
}

/** The rows and events of a scorecard as a pack (layout in data/schema/pack.ts): a few bytes per item. */
export function writePack(scorecard: Scorecard): Uint8Array {
  const { items, track, hashes } = scorecard;
  const { columns, groups, events } = matrixOf(scorecard);
  const statistics = Object.entries(columns).map(([id, values]) => ({ id, column: indexed(values) }));
  const grouped = groups && indexed(groups.of);
  const lists = Object.entries(events ?? {}).map(([id, list]) => ({ id, list, columns: columnsOf(list).map(indexed) }));
  const told = ({ distinct, width }: Column) => ({ distinct: distinct.length, width });
  const header: PackHeader = {
    schema: "stepladder/pack/1",
    track,
    gold: hashes.gold,
    items: items.length,
    unscored: unscoredOf(items),
    statistics: statistics.map(({ id, column }) => ({ id, ...told(column) })),
    ...(grouped === undefined ? {} : { groups: told(grouped) }),
    ...(events === undefined
      ? {}
      : {
          events: lists.map((one) => ({
            id: one.id,
            events: one.list.items.length,
            wanted: one.list.wanted.items.length,
            columns: one.columns.map(told),
          })),
        }),
  };
  return written(header, [
    ...statistics.map(({ column }) => column),
    ...(grouped === undefined ? [] : [grouped]),
    ...lists.flatMap((one) => one.columns),
  ]);
}

/** A line of JSON, then columns. */
function written(header: PackHeader, columns: readonly Column[]): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const size = columns.reduce((sum, { distinct, index, width }) => sum + distinct.length * 8 + index.length * width, line.length);
  const bytes = new Uint8Array(size);
  bytes.set(line);
  const view = new DataView(bytes.buffer);
  let at = line.length;
  for (const { distinct, index, width } of columns) {
    for (const value of distinct) {
      view.setFloat64(at, value, true);
      at += 8;
    }
    for (const place of index) {
      if (width === 1) view.setUint8(at, place);
      else if (width === 2) view.setUint16(at, place, true);
      else view.setUint32(at, place, true);
      at += width;
    }
  }
  return bytes;
}

function unscoredOf(items: Scorecard["items"]): PackHeader["unscored"] {
  const unscored: PackHeader["unscored"] = {};
  for (const [i, { unscored: reason }] of items.entries()) if (reason !== undefined) unscored[reason] = [...(unscored[reason] ?? []), i];
  return unscored;
}

interface Column {
  readonly distinct: readonly number[];
  readonly index: readonly number[];
  readonly width: 1 | 2 | 4;
}

function indexed(values: Float64Array | Int32Array): Column {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(distinct.map((value, i) => [value, i]));
  return {
    distinct,
    index: Array.from(values, (value) => place.get(value) as number),
    width: distinct.length <= 256 ? 1 : distinct.length <= 65536 ? 2 : 4,
  };
}

type Stored = PackHeader["statistics"][number];

/** A pack as header and matrix. Throws RangeError where the bytes are no pack, or cut short. */
export function readPack(bytes: Uint8Array): { header: PackHeader; matrix: Matrix } {
  const end = bytes.indexOf(10);
  const parsed = PackHeader.safeParse(end < 0 ? undefined : JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))));
  if (!parsed.success) throw new RangeError("pack: expected a header line of stepladder/pack/1");
  const header = parsed.data;
  const { items, statistics, groups, events = [] } = header;
  const stored: readonly { readonly column: Omit<Stored, "id">; readonly rows: number }[] = [
    ...statistics.map((column) => ({ column, rows: items })),
    ...(groups === undefined ? [] : [{ column: groups, rows: items }]),
    ...events.flatMap((list) => list.columns.map((column, c) => ({ column, rows: c < EVENT_COLUMNS ? list.events : list.wanted }))),
  ];
  const needed = stored.reduce((sum, { column, rows }) => sum + column.distinct * 8 + rows * column.width, end + 1);
  if (bytes.length !== needed) throw new RangeError(`pack: expected ${needed} bytes, received ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = end + 1;
  const columns = stored.map(({ column: { distinct, width }, rows }) => {
    const values = Float64Array.from({ length: distinct }, (_, i) => view.getFloat64(at + i * 8, true));
    at += distinct * 8;
    const read = (i: number): number =>
      width === 1 ? view.getUint8(at + i) : width === 2 ? view.getUint16(at + i * 2, true) : view.getUint32(at + i * 4, true);
    const column = Float64Array.from({ length: rows }, (_, i) => values[read(i)] as number);
    at += rows * width;
    return column;
  });
  const lists = statistics.length + (groups === undefined ? 0 : 1);
  return {
    header,
    matrix: {
      items,
      columns: Object.fromEntries(statistics.map(({ id }, s) => [id, columns[s] as Float64Array])),
      ...(groups === undefined
        ? {}
        : { groups: { of: Int32Array.from(columns[statistics.length] as Float64Array), count: groups.distinct } }),
      ...(header.events === undefined
        ? {}
        : { events: Object.fromEntries(events.map(({ id }, e) => [id, eventsOf(columns.slice(lists + e * 7, lists + (e + 1) * 7))])) }),
    },
  };
}

/** Columns of a list that have a row for each event; those of what is wanted follow. */
const EVENT_COLUMNS = 4;
