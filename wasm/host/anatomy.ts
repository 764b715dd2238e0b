import type { Source } from "../intake/source.ts";
import { isRanked, type Matrix, type Measurer, type Metric, type Weights } from "../metrics/contract.ts";
import { itemValues } from "../stats/compare.ts";
import { matrixOf, trackMetrics } from "./combine.ts";
import { endOf, gain, type Values } from "./gain.ts";
import type { Gold, JobOptions } from "./gold.ts";
import type { AnyInsight, Failure, FailureKind } from "./insight.ts";
import { assemble, type Sampled } from "./items.ts";
import type { Kernels } from "./kernels.ts";
import type { Part } from "./part.ts";
import { inPlace } from "./place.ts";
import { ProblemList } from "./problems.ts";
import { usableParts } from "./refuse.ts";
import { withHeld } from "./taker.ts";
import type { AnyTrack } from "./track.ts";
import { scoreUnit, WHOLE } from "./units.ts";

/** Where the points of a submission went. Structured-cloneable. */
export interface Anatomy {
  readonly items: number;
  /** Answered items that show no kind of failure. */
  readonly flawless: number;
  /** How many of these lose nothing by the metric that ranks first; absent where that cannot be said of an item alone. */
  readonly right?: number;
  /** Items without a readable prediction, and the values among the others. */
  readonly unanswered: { readonly items: number; readonly without: Values };
  readonly values: Values;
  /** Those that show, the most costly by the metric that ranks first; of equally costly ones the more common. */
  readonly kinds: readonly KindFound[];
  /** The items to look at first: of kinds that cost something by the metric that ranks first, and none that loses nothing by it. */
  readonly telling: readonly Telling[];
  /** How many answered items have a step at this place: what positions of failures are a share of. */
  readonly reach: readonly number[];
  /** Answered items by their number of steps in gold, the shortest first, and how many of them show any kind. */
  readonly lengths: readonly { readonly steps: number; readonly items: number; readonly failing: number }[];
}

/** One kind of failure as a submission shows it. */
export interface KindFound extends Pick<FailureKind<unknown, unknown>, "id" | "title" | "explains"> {
  /** Items that show it. */
  readonly items: number;
  /** How often it shows in all of them. */
  readonly count: number;
  /** At index t the number of items that show it first at step t (0-based), one of gold's. */
  readonly first: readonly number[];
  /** Items that show it first behind gold's last step. */
  readonly behind: number;
  /** How many items of each of the anatomy's `lengths` show it. */
  readonly byLength: readonly number[];
  /** What was taken for what, the most frequent first. */
  readonly details: readonly { readonly text: string; readonly count: number }[];
  /** The values if every failure of this kind, and no other, were mended. */
  readonly mended: Values;
  /** Some items that show it. */
  readonly examples: readonly string[];
}

export interface Telling {
  readonly id: string;
  readonly kind: string;
}

/** What is told of many. */
const MOST = { examples: 10, details: 20, telling: 10 } as const;

/** A file of predictions to look into, with its gold: `items` are gold's records in gold's order. */
export interface AnatomyJob extends JobOptions {
  readonly track: AnyTrack;
  readonly insight: AnyInsight;
  readonly gold: Gold;
  readonly items: readonly unknown[];
  readonly predictions: readonly Source[];
  readonly measurer: Measurer<unknown>;
  readonly kernels: Kernels;
}

/** Says how a submission fails, kind by kind, and what each kind costs. Throws InputError where a file is unusable, as scoring does. */
export async function anatomyOf({ track, insight, gold, items, predictions, measurer, kernels, ...options }: AnatomyJob): Promise<Anatomy> {
  const found = insight.failures.map(() => new Map<number, Failure<unknown>>());
  const probe: AnyTrack = {
    ...track,
    diagnoses: insight.failures.map((kind, k) => probing(track, kind, items, kernels, found[k] as never)),
  };
  const parts: Part[] = [];
  for (const source of predictions) parts.push(await scoreUnit(probe, gold, source, WHOLE, measurer, options));
  const problems = new ProblemList();
  const all = withHeld(probe, gold, usableParts(inPlace(parts), problems), measurer);
  const sampled = assemble(probe, gold, all, measurer, problems);
  const metrics = trackMetrics(track);
  const matrix = matrixOf(track, gold, sampled.measured);
  const values = valuesOf(metrics, matrix, undefined);
  const lengths = lengthsOf(gold.lengths, sampled);
  const kinds = insight.failures.flatMap((kind, k) => {
    const mended = sampled.mended(k);
    if (mended.items.length === 0) return [];
    const own = valuesOf(metrics, matrixOf(track, gold, mended.measured), undefined);
    return [{ k, items: mended.items, told: told(kind, mended.items, found[k] as never, own, gold, lengths) }];
  });
  const [ranking] = metrics as [Metric];
  const cost = ({ told: { mended } }: (typeof kinds)[number]): number => gain(ranking, values, mended);
  kinds.sort((a, b) => cost(b) - cost(a) || b.items.length - a.items.length || a.k - b.k);
  const answered = Float64Array.from(sampled.unscored, (reason) => Number(reason === undefined));
  const failing = new Set(kinds.flatMap((kind) => kind.items));
  const count = answered.reduce((sum, one) => sum + one, 0);
  const flawless = [...answered.keys()].filter((item) => answered[item] === 1 && !failing.has(item));
  const isRight = rightBy(ranking, matrix);
  return {
    items: gold.ids.length,
    flawless: flawless.length,
    ...(isRight === undefined ? {} : { right: flawless.filter(isRight).length }),
    unanswered: { items: gold.ids.length - count, without: count === 0 ? {} : valuesOf(metrics, matrix, answered) },
    values,
    kinds: kinds.map((kind) => kind.told),
    telling: telling(
      kinds.map((kind) => ({ id: kind.told.id, items: kind.items, costs: cost(kind) > 0 })),
      gold,
      isRight,
    ),
    reach: reachOf(gold.lengths, sampled),
    lengths: [...lengths].map(([steps, own]) => ({ steps, items: own.length, failing: own.filter((item) => failing.has(item)).length })),
  };
}

/** A kind as something to mend, so that scoring measures what it costs. What was found stays with the item, of the last record that shows it. */
function probing(
  track: AnyTrack,
  { find, id, title, explains }: FailureKind<unknown, unknown>,
  items: readonly unknown[],
  kernels: Kernels,
  found: Map<number, Failure<unknown>>,
): AnyTrack["diagnoses"][number] {
  return {
    id,
    title,
    explanation: explains,
    fix: "",
    mend: (prediction, _, item = -1) => {
      // Stands for an answer that could not be read: of no kind.
      if (prediction === track.unscored.prediction) return undefined;
      const failure = find(prediction, items[item], kernels);
      if (failure !== undefined) found.set(item, failure);
      return failure?.mended;
    },
  };
}

function told(
  { id, title, explains }: FailureKind<unknown, unknown>,
  items: readonly number[],
  found: ReadonlyMap<number, Failure<unknown>>,
  mended: Values,
  gold: Gold,
  lengths: ReadonlyMap<number, readonly number[]>,
): KindFound {
  const failures = items.map((item) => found.get(item) as Failure<unknown>);
  const showing = new Set(items);
  const first: number[] = [];
  let behind = 0;
  const details = new Map<string, number>();
  for (const [i, { at, details: own = [] }] of failures.entries()) {
    if (at !== undefined && at >= (gold.lengths[items[i] as number] as number)) behind++;
    else if (at !== undefined) first[at] = (first[at] ?? 0) + 1;
    for (const text of own) details.set(text, (details.get(text) ?? 0) + 1);
  }
  return {
    id,
    title,
    explains,
    items: items.length,
    count: failures.reduce((sum, failure) => sum + failure.count, 0),
    first: Array.from(first, (number) => number ?? 0),
    behind,
    byLength: Array.from(lengths.values(), (own) => own.filter((item) => showing.has(item)).length),
    details: [...details]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, MOST.details),
    mended,
    examples: items.slice(0, MOST.examples).map((item) => gold.ids[item] as string),
  };
}

type IsRight = (item: number) => boolean;

/** Tells whether an item loses nothing by a metric; `undefined` for ranked events, which have no value of an item alone, and where the scale has no end. */
function rightBy(metric: Metric, matrix: Matrix): IsRight | undefined {
  const end = endOf(metric);
  if (isRanked(metric) || end === undefined) return undefined;
  const values = itemValues(metric, matrix);
  return (item) => values[item] === end;
}

interface Shown {
  readonly id: string;
  readonly items: readonly number[];
  readonly costs: boolean;
}

/** Of each kind that costs something in turn the shortest item that shows no other: the plainest to read. */
function telling(kinds: readonly Shown[], gold: Gold, isRight: IsRight = () => false): Telling[] {
  const shown = new Map<number, number>();
  for (const { items } of kinds) for (const item of items) shown.set(item, (shown.get(item) ?? 0) + 1);
  const length = (item: number): number => gold.lengths[item] as number;
  const queues = kinds
    .filter(({ costs }) => costs)
    .map(({ id, items }) => ({
      id,
      items: items.filter((item) => shown.get(item) === 1 && !isRight(item)).sort((a, b) => length(a) - length(b) || a - b),
    }));
  const chosen: Telling[] = [];
  for (let turn = 0; chosen.length < MOST.telling && queues.some(({ items }) => turn < items.length); turn++) {
    for (const { id, items } of queues) {
      const item = items[turn];
      if (item !== undefined && chosen.length < MOST.telling) chosen.push({ id: gold.ids[item] as string, kind: id });
    }
  }
  return chosen;
}

function reachOf(lengths: Int32Array, { unscored }: Sampled): number[] {
  const reach: number[] = [];
  for (const [item, length] of lengths.entries()) {
    if (unscored[item] !== undefined) continue;
    for (let step = 0; step < length; step++) reach[step] = (reach[step] ?? 0) + 1;
  }
  return reach;
}

/** Answered items by their number of steps, the shortest first. */
function lengthsOf(lengths: Int32Array, { unscored }: Sampled): Map<number, number[]> {
  const items = new Map<number, number[]>();
  for (const [item, steps] of lengths.entries()) {
    if (unscored[item] !== undefined) continue;
    const own = items.get(steps);
    if (own === undefined) items.set(steps, [item]);
    else own.push(item);
  }
  return new Map([...items].sort(([a], [b]) => a - b));
}

function valuesOf(metrics: readonly Metric[], matrix: Matrix, weights: Weights): Values {
  return Object.fromEntries(metrics.map((metric) => [metric.id, metric.value(matrix, weights)]));
}
