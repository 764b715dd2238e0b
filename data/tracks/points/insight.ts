import type { Failure, FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Stretch } from "@stepladder/wasm/host/overlap.ts";
import type { TimelinePanel, TimelineRow } from "@stepladder/wasm/host/panels.ts";
import type { Window } from "@stepladder/wasm/metrics/pointing/measure.ts";

/** What a track says of points in time: queries with the windows in which a point is right, and the points. */
export interface Pointing<Item, Prediction> {
  /** For each query its windows, both ends included; a query without any is not asked. */
  windows(item: Item): readonly (readonly Window[])[];
  /** A second for each query, as far as there are any; `undefined` where the prediction answers another question. */
  points(prediction: Prediction): readonly (number | undefined)[] | undefined;
  /** The prediction with these points. */
  pointed(prediction: Prediction, points: (number | null)[]): Prediction;
  /** What a query is called where the same may happen in many items. */
  name(item: Item, query: number): string;
}

/** Seconds between a point and the nearest end of the windows; 0 within one. */
export function secondsOutside(point: number, windows: readonly Window[]): number {
  return windows.reduce((least, { start, end }) => Math.min(least, Math.max(start - point, point - end, 0)), Number.POSITIVE_INFINITY);
}

/** Outside by at most so many seconds is near. */
const NEAR = 5;

/** One query that is asked and not answered rightly. */
interface Miss {
  readonly query: number;
  readonly kind: "unanswered" | "near" | "swapped" | "elsewhere" | "far";
  /** The query whose window holds the point, or that it changed places with. */
  readonly other?: number;
}

function missesIn(windows: readonly (readonly Window[])[], points: readonly (number | undefined)[]): Miss[] {
  const isIn = (point: number | undefined, query: number): boolean =>
    point !== undefined && secondsOutside(point, windows[query] as readonly Window[]) === 0;
  const wrong = windows.flatMap((own, query) => (own.length > 0 && !isIn(points[query], query) ? [query] : []));
  const swapped = new Map<number, number>();
  for (const [i, one] of wrong.entries()) {
    if (swapped.has(one)) continue;
    const other = wrong.slice(i + 1).find((query) => !swapped.has(query) && isIn(points[one], query) && isIn(points[query], one));
    if (other !== undefined) swapped.set(one, other).set(other, one);
  }
  return wrong.map((query): Miss => {
    const point = points[query];
    if (point === undefined) return { query, kind: "unanswered" };
    const exchanged = swapped.get(query);
    if (exchanged !== undefined) return { query, kind: "swapped", other: exchanged };
    if (secondsOutside(point, windows[query] as readonly Window[]) <= NEAR) return { query, kind: "near" };
    const other = windows.findIndex((_, at) => isIn(point, at));
    return other < 0 ? { query, kind: "far" } : { query, kind: "elsewhere", other };
  });
}

const middleOf = ({ start, end }: Window): number => (start + end) / 2;

/** The place in the windows that is nearest to a point. */
function nearestTo(point: number, windows: readonly Window[]): number {
  const places = windows.map(({ start, end }) => Math.min(Math.max(point, start), end));
  return places.reduce((best, place) => (Math.abs(place - point) < Math.abs(best - point) ? place : best));
}

/** What every track of points shows alike. */
export function pointFailures<Item, Prediction>(pointing: Pointing<Item, Prediction>): FailureKind<Item, Prediction>[] {
  const kind = (
    id: string,
    of: Miss["kind"],
    title: string,
    explains: string,
    mend: (points: readonly (number | undefined)[], miss: Miss, windows: readonly Window[]) => number | undefined,
    detail?: (item: Item, miss: Miss) => string,
  ): FailureKind<Item, Prediction> => ({
    id,
    title,
    explains,
    find(prediction, item): Failure<Prediction> | undefined {
      const points = pointing.points(prediction);
      if (points === undefined) return undefined;
      const windows = pointing.windows(item);
      const misses = missesIn(windows, points).filter((miss) => miss.kind === of);
      const [first] = misses;
      if (first === undefined) return undefined;
      const mended = windows.map((_, query) => points[query]);
      for (const miss of misses) mended[miss.query] = mend(points, miss, windows[miss.query] as readonly Window[]);
      const asked = windows.slice(0, first.query).filter(({ length }) => length > 0).length;
      return {
        mended: pointing.pointed(
          prediction,
          mended.map((point) => point ?? null),
        ),
        count: misses.length,
        at: asked,
        ...(detail === undefined ? {} : { details: misses.map((miss) => detail(item, miss)) }),
      };
    },
  });
  const name = (item: Item, query: number | undefined): string => pointing.name(item, query as number);
  const middle = (_: unknown, __: Miss, windows: readonly Window[]): number => middleOf(windows[0] as Window);
  return [
    kind(
      "no-point",
      "unanswered",
      "A step without a point",
      "A step that the video shows has no point; mended, it has the middle of gold's first segment.",
      middle,
    ),
    kind(
      "just-outside",
      "near",
      `Outside by at most ${NEAR} seconds`,
      `A point lies outside of gold's segments, by at most ${NEAR} seconds; mended, it is at the nearest end.`,
      (points, { query }, windows) => nearestTo(points[query] as number, windows),
    ),
    kind(
      "order-swapped",
      "swapped",
      "Two steps swapped",
      "Of two steps each is pointed at where the other is shown; mended, their points change places.",
      (points, { other }) => points[other as number],
      (item, { query, other }) => `${name(item, query)} changed places with ${name(item, other)}`,
    ),
    kind(
      "another-step",
      "elsewhere",
      "Another step's time",
      `A point lies more than ${NEAR} seconds outside, where another step is shown; mended, it is in the middle of gold's first segment.`,
      middle,
      (item, { query, other }) => `${name(item, query)} pointed at where ${name(item, other)} is shown`,
    ),
    kind(
      "far-outside",
      "far",
      `Outside by more than ${NEAR} seconds`,
      `A point lies more than ${NEAR} seconds outside, where no step is shown; mended, it is in the middle of gold's first segment.`,
      middle,
    ),
  ];
}

/** A query as it is shown: its name, and gold's segments, none where it is not asked. */
export interface PointRow {
  readonly name: string;
  readonly segments: readonly Stretch[];
  /** How surely it is shown at all, as predicted. */
  readonly score?: number | undefined;
}

/** Queries as rows; a point is right in the window of any of gold's segments, and then all of them count as found. */
export function pointPanel(
  title: string,
  queries: readonly PointRow[],
  windowOf: (segment: Stretch) => Window,
  points: readonly (number | undefined)[] | undefined,
): TimelinePanel {
  const rows = queries.map(({ name, segments, score }, query): TimelineRow => {
    const point = points?.[query];
    // One point is asked for: in any of the segments it is right, and none of them is missed.
    const right = point !== undefined && segments.some((segment) => secondsOutside(point, [windowOf(segment)]) === 0);
    const judged = points === undefined ? {} : { right };
    return {
      name,
      gold: segments.map(({ start, end }) => ({ start, end, ...judged })),
      predicted: point === undefined ? [] : [{ start: point, end: point, ...judged, ...(score === undefined ? {} : { score }) }],
    };
  });
  return { kind: "timeline", title, unit: "seconds", end: lastOf(rows), rows };
}

/** When the last segment ends. */
export function lastOf(rows: readonly TimelineRow[]): number {
  return rows.reduce((last, { gold, predicted }) => [...gold, ...predicted].reduce((end, segment) => Math.max(end, segment.end), last), 0);
}
