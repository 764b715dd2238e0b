import type { Event, EventSink, Events } from "../metrics/contract.ts";

/** Events of one list as they were measured, one column each; `rows` says which measured row each is of. Structured-cloneable. */
export interface MeasuredEvents {
  readonly rows: Int32Array;
  readonly classes: Int32Array;
  readonly scores: Float64Array;
  readonly orders: Float64Array;
  readonly hits: Int32Array;
  readonly wanted: { readonly rows: Int32Array; readonly classes: Int32Array; readonly counts: Int32Array };
}

/** Measured events by their list. */
export type EventLists = Readonly<Record<string, MeasuredEvents>>;

/** Collects what batches of measured rows hand over. */
export class EventCollector implements EventSink {
  readonly #lists: Map<string, { events: (Event & { row: number })[]; wanted: { row: number; ofClass: number; count: number }[] }>;
  /** Number of rows measured before the batch at hand. */
  #before = 0;

  constructor(lists: readonly string[] = []) {
    this.#lists = new Map(lists.map((id) => [id, { events: [], wanted: [] }]));
  }

  event(list: string, row: number, event: Event): void {
    this.#list(list).events.push({ ...event, row: this.#before + row });
  }

  wanted(list: string, row: number, ofClass: number, count: number): void {
    this.#list(list).wanted.push({ row: this.#before + row, ofClass, count });
  }

  /** Ends a batch of `rows` rows: those of the next one are counted on. */
  next(rows: number): void {
    this.#before += rows;
  }

  lists(): EventLists {
    return Object.fromEntries(
      [...this.#lists].map(([id, { events, wanted }]) => [
        id,
        {
          rows: Int32Array.from(events, ({ row }) => row),
          classes: Int32Array.from(events, (event) => event.class),
          scores: Float64Array.from(events, ({ score }) => score),
          orders: Float64Array.from(events, ({ order }) => order),
          hits: Int32Array.from(events, ({ hits }) => hits),
          wanted: {
            rows: Int32Array.from(wanted, ({ row }) => row),
            classes: Int32Array.from(wanted, ({ ofClass }) => ofClass),
            counts: Int32Array.from(wanted, ({ count }) => count),
          },
        },
      ]),
    );
  }

  #list(id: string) {
    const list = this.#lists.get(id);
    if (list === undefined) throw new RangeError(`events: expected a list that the measure names, found ${id}`);
    return list;
  }
}

/** Where a record stands: part of the submission, file in it, line. */
export type Place = readonly [part: number, file: number, line: number];

/** Measured rows, with the item that each stands for (-1: none) and where it stood. */
export interface RowPlaces {
  readonly lists: EventLists;
  itemOf(row: number): number;
  /** Place of a row's record in the submission. */
  placeOf(row: number): Place;
}

interface Ranked {
  readonly item: number;
  readonly class: number;
  readonly score: number;
  readonly hits: number;
  readonly place: Place;
  readonly order: number;
}

/** Whether `a` comes before `b` in the submission: below 0 where it does. */
function before(a: Ranked, b: Ranked): number {
  const [part, file, line] = a.place;
  return part - b.place[0] || file - b.place[1] || line - b.place[2] || a.order - b.order;
}

/** Ranks the events of one list over all items. */
export function rankEvents(list: string, sources: readonly RowPlaces[]): Events {
  const events: Ranked[] = [];
  const wanted: { item: number; class: number; count: number }[] = [];
  for (const { lists, itemOf, placeOf } of sources) {
    const own = lists[list] as MeasuredEvents;
    for (const [i, row] of own.rows.entries()) {
      const item = itemOf(row);
      if (item < 0) continue;
      events.push({
        item,
        class: own.classes[i] as number,
        score: own.scores[i] as number,
        hits: own.hits[i] as number,
        place: placeOf(row),
        order: own.orders[i] as number,
      });
    }
    for (const [i, row] of own.wanted.rows.entries()) {
      const item = itemOf(row);
      if (item >= 0) wanted.push({ item, class: own.wanted.classes[i] as number, count: own.wanted.counts[i] as number });
    }
  }
  events.sort((a, b) => a.class - b.class || b.score - a.score || before(b, a));
  wanted.sort((a, b) => a.item - b.item || a.class - b.class);
  const isTied = (i: number): boolean => events[i]?.class === events[i - 1]?.class && events[i]?.score === events[i - 1]?.score;
  return {
    items: Int32Array.from(events, ({ item }) => item),
    classes: Int32Array.from(events, (event) => event.class),
    ties: Int32Array.from(events, (_, i) => Number(i > 0 && isTied(i))),
    hits: Int32Array.from(events, ({ hits }) => hits),
    wanted: {
      items: Int32Array.from(wanted, ({ item }) => item),
      classes: Int32Array.from(wanted, (one) => one.class),
      counts: Int32Array.from(wanted, ({ count }) => count),
    },
  };
}

/** The events with the first item of its batch for each item; of what this makes equal only the first is left. Scores are not kept apart. */
export function batched({ items, classes, hits, wanted }: Events, size: number): Events {
  const first = (item: number): number => Math.floor(item / size) * size;
  const kept = firstOfEach(classes, items, first);
  const asked = firstOfEach(wanted.classes, wanted.items, first);
  const at = (column: Int32Array, places: readonly number[]): Int32Array => Int32Array.from(places, (place) => column[place] as number);
  return {
    items: at(items, kept).map(first),
    classes: at(classes, kept),
    ties: Int32Array.from(kept, (place, i) => Number(i > 0 && classes[place] === classes[kept[i - 1] as number])),
    hits: at(hits, kept),
    wanted: { items: at(wanted.items, asked).map(first), classes: at(wanted.classes, asked), counts: at(wanted.counts, asked) },
  };
}

/** Places of the first of each class in each batch. */
function firstOfEach(classes: Int32Array, items: Int32Array, batchOf: (item: number) => number): number[] {
  const seen = new Set<string>();
  return [...classes.keys()].filter((place) => {
    const key = `${batchOf(items[place] as number)},${classes[place]}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
