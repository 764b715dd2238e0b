import type { AskedFamily, Columns } from "../asked.ts";
import type { Statistic } from "../contract.ts";

/** Start and end in seconds. */
export type Segment = readonly [start: number, end: number];

/** What a query asks for. */
export interface Query {
  /** Where in its video what it says is done, its own window first; at least one, each ending after it starts, both finite. */
  readonly windows: readonly Segment[];
  /** Whether it is the first of its text in its video. */
  readonly once: boolean;
}

/** Bounds of the IoU, as ids and titles bear them. A hit lies above. */
export const BOUNDS = ["30", "50"] as const;
/** How many of the segments count, as ids and titles bear it. */
export const DEPTHS = ["1", "5"] as const;

function hits(id: string, title: string): Statistic[] {
  return DEPTHS.flatMap((k) =>
    BOUNDS.map((bound) => ({
      id: `${id}-r${k}-at-${bound}`,
      title: `${k === "1" ? "First segment" : "One of the first 5 segments"} above IoU .${bound.slice(0, 1)} ${title}`,
    })),
  );
}

/** The `grounding` family: segments, best first, against the windows of a query. */
export const grounding: AskedFamily<Query, readonly Segment[]> = {
  id: "grounding",
  statistics: [
    { id: "grounding-asked", title: "Asks where something is done" },
    { id: "grounding-answered", title: "Has an answer" },
    { id: "grounding-once", title: "First query of its text in its video" },
    ...hits("grounding", "with any window of its text"),
    ...hits("grounding-own", "with its own window"),
    { id: "grounding-iou", title: "IoU of the first segment, best window of its text" },
    { id: "grounding-own-iou", title: "IoU of the first segment, its own window" },
  ],
  gold: queryColumns,
  answers: segmentColumns,
  scratch: 0,
  run: ({ exports }, ...pointers) => exports.groundingMeasure(...pointers),
};

function queryColumns(): Columns<Query> {
  const lists = [0];
  const starts: number[] = [];
  const ends: number[] = [];
  const onces: number[] = [];
  return {
    push: (query) => {
      const windows = query?.windows ?? [];
      for (const [start, end] of windows.length % 2 === 0 ? windows : [...windows, windows.at(-1) as Segment]) {
        starts.push(start);
        ends.push(end);
      }
      lists.push(starts.length);
      onces.push(Number(query?.once === true));
    },
    words: () => [Int32Array.from(lists), Float64Array.from(starts), Float64Array.from(ends), Int32Array.from(onces)],
    clear: () => {
      starts.length = ends.length = onces.length = 0;
      lists.length = 1;
    },
  };
}

function segmentColumns(): Columns<readonly Segment[]> {
  const answered: number[] = [];
  const lists = [0];
  const times: number[] = [];
  return {
    push: (segments) => {
      answered.push(Number(segments !== undefined));
      for (const [start, end] of segments ?? []) times.push(start, end);
      lists.push(times.length / 2);
    },
    words: () => [Int32Array.from(answered), Int32Array.from(lists), Float64Array.from(times)],
    clear: () => {
      answered.length = times.length = 0;
      lists.length = 1;
    },
  };
}
