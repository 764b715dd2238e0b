import type { Failure, FailureKind } from "@stepladder/wasm/host/insight.ts";
import { overlap, type Pair, pairedOff, type Stretch } from "@stepladder/wasm/host/overlap.ts";
import type { Segment } from "@stepladder/wasm/host/panels.ts";

/** A stretch in which a step is done, with what it is called. */
export interface Labelled extends Stretch {
  readonly label: string;
}

/** What a track says of steps that are found in a video. */
export interface Detecting<Item, Prediction, Found extends Labelled> {
  /** Gold's segments. */
  gold(item: Item): readonly Labelled[];
  /** Those predicted, without what the benchmark leaves out; `undefined` where the prediction answers another question. */
  found(prediction: Prediction, item: Item): readonly Found[] | undefined;
  /** The prediction with some of its segments changed or gone (not in the map: as they were), and further ones of gold's. */
  mended(prediction: Prediction, changes: ReadonlyMap<Found, Labelled | undefined>, added: readonly Labelled[]): Prediction;
  /** What a label is called. */
  name(item: Item, label: string): string;
}

/** From this tIoU on a segment is found. */
export const LEAST = 0.5;

/** What became of gold's segments and of predicted ones, by their places. Each stands in one list. */
interface Matched {
  /** Gold's label at enough of its time. */
  readonly right: readonly Pair[];
  /** Gold's label, at too little of its time. */
  readonly off: readonly Pair[];
  /** Another label at gold's time. */
  readonly confused: readonly Pair[];
  readonly missed: readonly number[];
  /** Right, if gold's segment had not been found already. */
  readonly twice: readonly number[];
  readonly spurious: readonly number[];
}

function matchedOf(gold: readonly Labelled[], found: readonly Labelled[]): Matched {
  const all = gold.flatMap((own, g) =>
    found.flatMap((told, p): (Pair & { same: boolean })[] => {
      const shared = overlap(own, told);
      return shared > 0 ? [{ gold: g, predicted: p, overlap: shared, same: own.label === told.label }] : [];
    }),
  );
  const golds = new Set<number>();
  const used = new Set<number>();
  const take = (isOne: (pair: (typeof all)[number]) => boolean): Pair[] => {
    const pairs = pairedOff(all.filter((pair) => isOne(pair) && !golds.has(pair.gold) && !used.has(pair.predicted)));
    for (const pair of pairs) {
      golds.add(pair.gold);
      used.add(pair.predicted);
    }
    return pairs;
  };
  const right = take((pair) => pair.same && pair.overlap >= LEAST);
  const off = take((pair) => pair.same);
  const confused = take((pair) => pair.overlap >= LEAST);
  const hits = new Set(all.flatMap((pair) => (pair.same && pair.overlap >= LEAST ? [pair.predicted] : [])));
  const left = [...found.keys()].filter((place) => !used.has(place));
  return {
    right,
    off,
    confused,
    missed: [...gold.keys()].filter((place) => !golds.has(place)),
    twice: left.filter((place) => hits.has(place)),
    spurious: left.filter((place) => !hits.has(place)),
  };
}

/** What every track of detected steps shows alike. */
export function detectionFailures<Item, Prediction, Found extends Labelled>(
  detecting: Detecting<Item, Prediction, Found>,
): FailureKind<Item, Prediction>[] {
  interface Look {
    readonly item: Item;
    readonly gold: readonly Labelled[];
    readonly found: readonly Found[];
    readonly matched: Matched;
  }
  // All kinds look at a prediction one after the other.
  let last: { readonly prediction: Prediction; readonly item: Item; readonly look: Look | undefined } | undefined;
  const lookAt = (prediction: Prediction, item: Item): Look | undefined => {
    if (last?.prediction === prediction && last.item === item) return last.look;
    const found = detecting.found(prediction, item);
    const gold = detecting.gold(item).toSorted((a, b) => a.start - b.start || a.end - b.end);
    const look = found && { item, gold, found, matched: matchedOf(gold, found) };
    last = { prediction, item, look };
    return look;
  };
  interface Mend {
    readonly count: number;
    readonly at?: number;
    readonly changes?: ReadonlyMap<Found, Labelled | undefined>;
    readonly added?: readonly Labelled[];
    readonly details?: readonly string[];
  }
  const kind = (id: string, title: string, explains: string, mend: (look: Look) => Mend): FailureKind<Item, Prediction> => ({
    id,
    title,
    explains,
    find(prediction, item): Failure<Prediction> | undefined {
      const look = lookAt(prediction, item);
      if (look === undefined) return undefined;
      const { changes = new Map(), added = [], count, at, details } = mend(look);
      if (count === 0) return undefined;
      const told = { count, ...(at === undefined ? {} : { at }), ...(details === undefined ? {} : { details }) };
      return { mended: detecting.mended(prediction, changes, added), ...told };
    },
  });
  const golds = ({ gold, found }: Look, pairs: readonly Pair[]): Mend => ({
    count: pairs.length,
    at: Math.min(...pairs.map((pair) => pair.gold)),
    changes: new Map(pairs.map((pair) => [found[pair.predicted] as Found, gold[pair.gold] as Labelled])),
  });
  const gone = ({ found }: Look, places: readonly number[]): Mend => ({
    count: places.length,
    changes: new Map(places.map((place) => [found[place] as Found, undefined])),
  });
  return [
    kind(
      "boundary-off",
      "A boundary off",
      `A segment of gold is found by none of its label at tIoU ${LEAST}, but one overlaps it; mended, that one has gold's bounds.`,
      (look) => golds(look, look.matched.off),
    ),
    kind(
      "label-confusion",
      "A label confused",
      `A segment of gold is overlapped by none of its label, but found at tIoU ${LEAST} under another one; mended, that one has gold's label.`,
      (look) => {
        const { confused } = look.matched;
        const name = (label: string): string => detecting.name(look.item, label);
        const { gold, found } = look;
        return {
          count: confused.length,
          at: Math.min(...confused.map((pair) => pair.gold)),
          changes: new Map(
            confused.map((pair) => {
              const [own, told] = [gold[pair.gold] as Labelled, found[pair.predicted] as Found];
              return [told, { start: told.start, end: told.end, label: own.label }];
            }),
          ),
          details: confused.map((pair) => {
            const [own, told] = [gold[pair.gold] as Labelled, found[pair.predicted] as Found];
            return `gold's ${name(own.label)} read as ${name(told.label)}`;
          }),
        };
      },
    ),
    kind(
      "missed",
      "A segment missed",
      "A segment of gold is neither found nor overlapped by one of its label, nor found under another; mended, it is there with the highest score.",
      ({ gold, matched: { missed } }) => ({
        count: missed.length,
        at: Math.min(...missed),
        added: missed.map((place) => gold[place] as Labelled),
      }),
    ),
    kind(
      "found-twice",
      "Found twice",
      `A segment finds one of gold's at tIoU ${LEAST} that another has found already; mended, it is gone.`,
      (look) => gone(look, look.matched.twice),
    ),
    kind(
      "spurious",
      "A spurious segment",
      "A segment is none of gold's, nor one of gold's with its bounds or its label wrong; mended, it is gone.",
      (look) => gone(look, look.matched.spurious),
    ),
  ];
}

/** The highest of some scores: what a segment that gold adds is given. */
export function highest(scores: readonly number[]): number {
  return scores.length === 0 ? 1 : scores.reduce((most, score) => Math.max(most, score));
}

/** A stretch as it can be drawn: one that ends before it starts is its start alone, and finds nothing. */
export function drawable({ start, end }: Stretch): Segment {
  return end < start ? { start, end: start, right: false } : { start, end };
}
