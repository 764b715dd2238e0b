import type { GroundingItem, GroundingPrediction, GroundingQuery, StepVideo } from "@stepladder/schema";
import type { Failure, FailureKind } from "@stepladder/wasm/host/insight.ts";
import { overlap, type Stretch } from "@stepladder/wasm/host/overlap.ts";
import type { TimelineRow } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";
import { type Detecting, detectionFailures, drawable, highest, LEAST } from "../detections/insight.ts";
import { lastOf } from "../points/insight.ts";

type Guess = readonly number[];
type QueryKind = FailureKind<GroundingItem, GroundingPrediction>;
type Found = Stretch & { readonly label: string; readonly score: number; readonly order?: number | undefined };

const stretchOf = ([start = 0, end = 0]: Guess): Stretch => ({ start, end });

/** So many of the segments count. */
const COUNTED = 5;

/** The window that a segment overlaps most, or that is nearest to it. */
function windowFor(guess: Guess, windows: readonly Guess[]): { readonly window: Guess; readonly shared: number } {
  const own = stretchOf(guess);
  const distance = (window: Stretch): number => Math.max(window.start - own.end, own.start - window.end);
  const all = windows.map((window) => ({ window, shared: overlap(own, stretchOf(window)), far: distance(stretchOf(window)) }));
  return all.reduce((best, one) =>
    one.shared > best.shared || (best.shared === 0 && one.shared === 0 && one.far < best.far) ? one : best,
  );
}

/** How the answer to a query is wrong. A hit lies above the bound, as in the score. */
function faultOf(segments: readonly Guess[], { windows }: GroundingQuery): "unanswered" | "not-first" | "off" | "elsewhere" | undefined {
  const [first, ...others] = segments.slice(0, COUNTED).map((guess) => windowFor(guess, windows).shared);
  if (first === undefined) return "unanswered";
  if (first > LEAST) return undefined;
  if (others.some((shared) => shared > LEAST)) return "not-first";
  return first > 0 ? "off" : "elsewhere";
}

function queryKind(
  id: string,
  of: NonNullable<ReturnType<typeof faultOf>>,
  title: string,
  explains: string,
  mend: (segments: readonly Guess[], query: GroundingQuery) => readonly Guess[],
): QueryKind {
  return {
    id,
    title,
    explains,
    find({ segments }, item): Failure<GroundingPrediction> | undefined {
      if (item.subtask !== "grounding" || segments === undefined || faultOf(segments, item) !== of) return undefined;
      return { mended: { segments: mend(segments, item).map((guess) => [...guess]) }, count: 1 };
    },
  };
}

/** The first segment with the bounds of the window that it is nearest to. */
function bounded([first = [], ...others]: readonly Guess[], { windows }: GroundingQuery): readonly Guess[] {
  return [[...windowFor(first, windows).window, ...first.slice(2)], ...others];
}

const queryFailures: readonly QueryKind[] = [
  queryKind(
    "query-unanswered",
    "unanswered",
    "A query without a segment",
    "No segment is given for a query; mended, there is gold's window.",
    (_, { windows }) => windows.slice(0, 1),
  ),
  queryKind(
    "not-first",
    "not-first",
    "Right, but not first",
    `One of the first ${COUNTED} segments lies above tIoU ${LEAST}, and the first one does not; mended, it stands first.`,
    (segments, { windows }) => {
      const at = segments.findIndex((guess) => windowFor(guess, windows).shared > LEAST);
      return [segments[at] as Guess, ...segments.filter((_, place) => place !== at)];
    },
  ),
  queryKind(
    "query-boundary-off",
    "off",
    "The first segment's boundary off",
    `The first segment overlaps a window, up to tIoU ${LEAST}, and no other one is right; mended, it has the window's bounds.`,
    bounded,
  ),
  queryKind(
    "elsewhere",
    "elsewhere",
    "The first segment elsewhere",
    "The first segment overlaps no window, and no other one is right; mended, it is the nearest window.",
    bounded,
  ),
];

/** One copy for each prediction: what is mended is told by identity. */
const copies = new WeakMap<GroundingPrediction, readonly Found[]>();

function foundOf(prediction: GroundingPrediction): readonly Found[] | undefined {
  const known = copies.get(prediction);
  if (known !== undefined || prediction.detections === undefined) return known;
  const own = prediction.detections.map(({ segment, label, score, order }) => ({ ...stretchOf(segment), label, score, order }));
  copies.set(prediction, own);
  return own;
}

const detecting: Detecting<GroundingItem, GroundingPrediction, Found> = {
  gold: (item) => (item.subtask === "detection" ? item.segments.map(({ segment, label }) => ({ ...stretchOf(segment), label })) : []),
  found: (prediction, item) => (item.subtask === "detection" ? foundOf(prediction) : undefined),
  mended(prediction, changes, added) {
    const own = foundOf(prediction) ?? [];
    const score = highest(own.map((one) => one.score));
    const kept = own.flatMap((one) => {
      if (!changes.has(one)) return [one];
      const change = changes.get(one);
      return change === undefined ? [] : [{ ...one, ...change }];
    });
    const all: Found[] = [...kept, ...added.map((one) => ({ ...one, score }))];
    return {
      ...prediction,
      detections: all.map(({ start, end, label, score: own, order }) => ({
        segment: [start, end],
        label,
        score: own,
        ...(order === undefined ? {} : { order }),
      })),
    };
  },
  name: (_, label) => label,
};

function queryRows({ query, windows }: GroundingQuery, { segments }: GroundingPrediction = {}): TimelineRow[] {
  const predicted = (segments ?? []).slice(0, COUNTED).map((guess) => {
    const [, , score] = guess;
    return { ...drawable(stretchOf(guess)), ...(score === undefined ? {} : { score }) };
  });
  return [{ name: query, gold: windows.map(stretchOf), predicted }];
}

/** A row for each label, gold's in the order in which they are first done. */
function videoRows({ segments }: StepVideo, { detections = [] }: GroundingPrediction = {}): TimelineRow[] {
  const inTime = segments.toSorted((a, b) => (a.segment[0] as number) - (b.segment[0] as number));
  const labels = new Set([...inTime, ...detections].map(({ label }) => label));
  return [...labels].map((name) => ({
    name,
    gold: inTime.filter(({ label }) => label === name).map(({ segment }) => stretchOf(segment)),
    predicted: detections.filter(({ label }) => label === name).map(({ segment, score }) => ({ ...drawable(stretchOf(segment)), score })),
  }));
}

export default defineInsight<GroundingItem, GroundingPrediction>({
  view(item, prediction) {
    const isQuery = item.subtask === "grounding";
    const rows = isQuery ? queryRows(item, prediction) : videoRows(item, prediction);
    return {
      title: isQuery ? item.query : `All steps of ${item.video}`,
      facts: [
        { name: "Video", value: item.video },
        ...(isQuery
          ? [
              { name: "Level", value: item.level },
              { name: "To the goal", value: item.relevance },
            ]
          : [{ name: "Steps", value: String(item.segments.length) }]),
      ],
      panels: [
        {
          kind: "timeline",
          title: isQuery ? "Where the step is done" : "Steps of the video",
          unit: "seconds",
          end: Math.max(item.span[1] ?? 0, lastOf(rows)),
          rows,
        },
      ],
    };
  },
  failures: [...queryFailures, ...detectionFailures(detecting)],
});
