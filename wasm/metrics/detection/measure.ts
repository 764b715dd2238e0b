import type { Arena, Kernels } from "../../host/kernels.ts";
import type { EventSink, GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { MOST_THRESHOLDS, NO_GROUP, SCRATCH_BESIDE, SCRATCH_PER_CLASS, SCRATCH_PER_DETECTED, SCRATCH_PER_FOUND } from "./abi.ts";

/** A stretch of time in which a step is done, in seconds. */
export interface GoldSegment {
  readonly start: number;
  /** After the start. */
  readonly end: number;
  readonly label: string;
}

/** A stretch that a system says a step is done in. One that ends before it starts overlaps nothing. */
export interface DetectedSegment extends GoldSegment {
  /** Finite; the higher, the surer. */
  readonly score: number;
  /** Its place in the submission, from 0. */
  readonly order: number;
}

/** What a track says of its segments. */
export interface DetectionCodec<Item, Prediction> {
  /**
   * Gold segments; `pool`: what segments are ranked among where labels are not compared, such as the activity; `labels`: those that
   * count in this item, a segment with another is left out (absent: all that gold has count, in any item).
   */
  gold(item: Item): { readonly segments: readonly GoldSegment[]; readonly pool: string; readonly labels?: readonly string[] };
  /** Empty where the prediction says nothing of segments. */
  prediction(prediction: Prediction): readonly DetectedSegment[];
}

/** Lists of events: labels are not compared and classes are pools, or labels are compared and are the classes. */
export const POOL = "pool";
export const STEP = "step";

/** The threshold of which an item's statistics tell. */
export const FOUND_AT = 0.5;

const statistics: readonly Statistic[] = [
  { id: "segments-gold", title: "Segments in gold" },
  { id: "segments-predicted", title: "Segments predicted" },
  { id: "segments-left-out", title: "Predicted segments left out for their label" },
  { id: "segments-found", title: "Segments of gold found at tIoU 0.5" },
  { id: "step-segments-found", title: "Segments of gold found at tIoU 0.5, with their label" },
  { id: "detection-answered", title: "Any segment predicted" },
];

/**
 * The `detection` family: detected segments against gold ones at thresholds of overlap (tIoU), which ascend, FOUND_AT among them. Bit t
 * of an event's hits is threshold t. Lists of events: POOL and STEP. A prediction whose segments are all left out has one event of the
 * class after the last, so that figures are 0 where none of a submission's segments counts and absent where it names none.
 */
export function detection<Item, Prediction>(
  codec: DetectionCodec<Item, Prediction>,
  thresholds: readonly number[],
): Measure<Item, Prediction> {
  const ascends = thresholds.every((own, t) => own > (thresholds[t - 1] ?? 0));
  if (!ascends || !thresholds.includes(FOUND_AT) || thresholds.length > MOST_THRESHOLDS) {
    throw new RangeError(`thresholds: expected up to ${MOST_THRESHOLDS} that ascend, ${FOUND_AT} among them, found ${thresholds.join()}`);
  }
  return { family: "detection", statistics, events: [POOL, STEP], gold: () => new DetectionGold(codec, thresholds) };
}

/** Numbers of names, in order of appearance. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#numbers.size;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  add(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }
}

/** Gold segments in groups, as abi.ts lays them out. */
class Groups {
  readonly #groups = [0];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  largest = 0;

  /** Adds a group and gives its number. */
  push(segments: readonly GoldSegment[]): number {
    for (const { start, end } of segments) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
    this.largest = Math.max(this.largest, segments.length);
    return this.#groups.push(this.#starts.length) - 2;
  }

  /** Number of segments so far. */
  get segments(): number {
    return this.#starts.length;
  }

  put(arena: Arena): GroupPointers {
    return [arena.put(Int32Array.from(this.#groups)), arena.put(Float64Array.from(this.#starts)), arena.put(Float64Array.from(this.#ends))];
  }
}

type GroupPointers = readonly [groups: number, starts: number, ends: number];

/** What is kept of an item beside its segments. */
interface Kept {
  /** Class of its pool, and its group in POOL. */
  readonly pool: number;
  readonly group: number;
  /** Number of gold segments, and of those of earlier items. */
  readonly segments: number;
  readonly before: number;
  /** By the label's class: its group in STEP, and how many segments that has. */
  readonly steps: ReadonlyMap<number, { readonly group: number; readonly count: number }>;
  /** Labels that count; absent: all that gold has. */
  readonly labels: ReadonlySet<string> | undefined;
}

/** Gold of both lists. */
interface KeptGold {
  readonly items: readonly Kept[];
  readonly pools: Numbers;
  readonly labels: Numbers;
  readonly pooled: Groups;
  readonly stepwise: Groups;
}

class DetectionGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: DetectionCodec<Item, Prediction>;
  readonly #thresholds: readonly number[];
  readonly #items: Kept[] = [];
  readonly #gold: KeptGold = {
    items: this.#items,
    pools: new Numbers(),
    labels: new Numbers(),
    pooled: new Groups(),
    stepwise: new Groups(),
  };

  constructor(codec: DetectionCodec<Item, Prediction>, thresholds: readonly number[]) {
    this.#codec = codec;
    this.#thresholds = thresholds;
  }

  add(item: Item): void {
    const { pools, labels: numbers, pooled, stepwise } = this.#gold;
    const { segments, pool, labels } = this.#codec.gold(item);
    const before = pooled.segments;
    const byLabel = Map.groupBy(segments, ({ label }) => numbers.add(label));
    this.#items.push({
      pool: pools.add(pool),
      group: pooled.push(segments),
      segments: segments.length,
      before,
      steps: new Map([...byLabel].map(([label, own]) => [label, { group: stepwise.push(own), count: own.length }])),
      labels: labels && new Set(labels),
    });
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    return new DetectionMeasurer(this.#codec, this.#thresholds, this.#gold, kernels);
  }
}

/** Detected segments that wait, as columns; those of one prediction stand in the order of the submission. */
class Detected {
  readonly rows: number[] = [];
  readonly orders: number[] = [];
  readonly shifts: number[] = [];
  readonly pools: { readonly groups: number[]; readonly classes: number[] } = { groups: [], classes: [] };
  readonly steps: { readonly groups: number[]; readonly classes: number[] } = { groups: [], classes: [] };
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly scores: number[] = [];
}

class DetectionMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #codec: DetectionCodec<Item, Prediction>;
  readonly #thresholds: readonly number[];
  readonly #gold: KeptGold;
  readonly #kernels: Kernels;
  readonly #pointers: { readonly thresholds: number; readonly pooled: GroupPointers; readonly stepwise: GroupPointers };
  #items: number[] = [];
  /** Segments of each prediction, and those of them that are left out. */
  #told: number[] = [];
  #leftOut: number[] = [];
  #detected = new Detected();
  /** Gold segments of the predictions that wait: a lock each. */
  #locks = 0;

  constructor(codec: DetectionCodec<Item, Prediction>, thresholds: readonly number[], gold: KeptGold, kernels: Kernels) {
    this.#codec = codec;
    this.#thresholds = thresholds;
    this.#gold = gold;
    this.#kernels = kernels;
    const { arena } = kernels;
    this.#pointers = {
      thresholds: arena.put(Float64Array.from(thresholds)),
      pooled: gold.pooled.put(arena),
      stepwise: gold.stepwise.put(arena),
    };
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    const { pool, group, segments, before, steps, labels } = this.#gold.items[item] as Kept;
    const { rows, orders, shifts, pools, steps: stepwise, starts, ends, scores } = this.#detected;
    const told = this.#codec.prediction(prediction).toSorted((a, b) => a.order - b.order);
    let leftOut = 0;
    for (const { start, end, label, score, order } of told) {
      const known = this.#gold.labels.find(label);
      if (known === undefined || labels?.has(label) === false) {
        leftOut++;
        continue;
      }
      rows.push(this.#items.length);
      orders.push(order);
      shifts.push(this.#locks - before);
      pools.groups.push(segments > 0 ? group : NO_GROUP);
      pools.classes.push(pool);
      stepwise.groups.push(steps.get(known)?.group ?? NO_GROUP);
      stepwise.classes.push(known);
      starts.push(start);
      ends.push(end);
      scores.push(score);
    }
    this.#items.push(item);
    this.#told.push(told.length);
    this.#leftOut.push(leftOut);
    this.#locks += segments;
  }

  flush(sink?: EventSink): Float64Array<ArrayBuffer> {
    const { rows, pools, steps } = this.#detected;
    const pooled = this.#match(this.#pointers.pooled, pools, this.#gold.pooled, this.#gold.pools);
    const stepwise = this.#match(this.#pointers.stepwise, steps, this.#gold.stepwise, this.#gold.labels);
    const found = 1 << this.#thresholds.indexOf(FOUND_AT);
    const measured = new Float64Array(this.#items.length * statistics.length);
    const count = (row: number, statistic: number, by: number): void => {
      const at = row * statistics.length + statistic;
      measured[at] = (measured[at] as number) + by;
    };
    for (const [row, item] of this.#items.entries()) {
      count(row, 0, (this.#gold.items[item] as Kept).segments);
      count(row, 2, this.#leftOut[row] as number);
      count(row, 5, Number((this.#told[row] as number) > 0));
    }
    for (const row of rows) count(row, 1, 1);
    for (const [statistic, { ranked, hits }] of [
      [3, pooled],
      [4, stepwise],
    ] as const) {
      for (const [place, i] of ranked.entries()) if ((hits[place] as number) & found) count(rows[i] as number, statistic, 1);
    }
    if (sink !== undefined) this.#tell(sink, pooled, stepwise);
    [this.#items, this.#told, this.#leftOut, this.#detected, this.#locks] = [[], [], [], new Detected(), 0];
    return measured;
  }

  #match([groups, starts, ends]: GroupPointers, own: Detected["pools"], gold: Groups, classes: Numbers): Matched {
    const { arena, exports } = this.#kernels;
    const mark = arena.mark();
    const detected = this.#detected;
    const count = detected.rows.length;
    const ints = [own.groups, detected.shifts, own.classes].map((column) => arena.put(Int32Array.from(column)));
    const doubles = [detected.starts, detected.ends, detected.scores].map((column) => arena.put(Float64Array.from(column)));
    const locks = arena.alloc(this.#locks * 4);
    const beside = SCRATCH_BESIDE + classes.count * SCRATCH_PER_CLASS + gold.largest * SCRATCH_PER_FOUND;
    const scratch = arena.alloc(beside + count * SCRATCH_PER_DETECTED);
    const [ranked, hits] = [arena.alloc(count * 4), arena.alloc(count * 4)];
    const columns = [...ints, ...doubles] as [number, number, number, number, number, number];
    exports.detectionMatch(
      count,
      this.#pointers.thresholds,
      this.#thresholds.length,
      groups,
      starts,
      ends,
      ...columns,
      locks,
      this.#locks,
      classes.count,
      scratch,
      ranked,
      hits,
    );
    const matched = {
      ranked: new Int32Array(exports.memory.buffer.slice(ranked, ranked + count * 4)),
      hits: new Int32Array(exports.memory.buffer.slice(hits, hits + count * 4)),
    };
    arena.release(mark);
    return matched;
  }

  /** Hands over events, by class and falling score, and what there was to find. */
  #tell(sink: EventSink, pooled: Matched, stepwise: Matched): void {
    const { rows, orders, scores, pools, steps } = this.#detected;
    for (const [list, { ranked, hits }, { classes }] of [
      [POOL, pooled, pools],
      [STEP, stepwise, steps],
    ] as const) {
      for (const [place, i] of ranked.entries()) {
        const event = { score: scores[i] as number, order: orders[i] as number, hits: hits[place] as number };
        sink.event(list, rows[i] as number, { class: classes[i] as number, ...event });
      }
    }
    for (const [row, item] of this.#items.entries()) {
      const { pool, segments, steps: own } = this.#gold.items[item] as Kept;
      // All left out is not the same as nothing said: it stands as an event of a class that nothing is to be found of.
      if (this.#leftOut[row] !== 0 && this.#leftOut[row] === this.#told[row]) {
        const none = { score: 0, order: 0, hits: 0 };
        sink.event(POOL, row, { ...none, class: this.#gold.pools.count });
        sink.event(STEP, row, { ...none, class: this.#gold.labels.count });
      }
      if (segments > 0) sink.wanted(POOL, row, pool, segments);
      for (const [label, { count }] of own) sink.wanted(STEP, row, label, count);
    }
  }
}

/** Detected segments by class and falling score, and the thresholds that each of these reached. */
interface Matched {
  readonly ranked: Int32Array;
  readonly hits: Int32Array;
}
