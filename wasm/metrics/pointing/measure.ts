import type { Kernels } from "../../host/kernels.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { type ScoreMatrix, secondsOf } from "./assign.ts";

/** A stretch of time that holds both of its ends. Seconds. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** What a track says of its queries, such as the steps of a task or the sentences of a video. */
export interface PointingCodec<Item, Prediction> {
  /** For each query the windows in which a point is right; a query without any is not asked. Throws RecordProblem where they cannot be gold. */
  gold(item: Item): readonly (readonly Window[])[];
  /** The second pointed at for each query, `undefined` where none is; or scores, of which the assignment in order (assign.ts) makes points. */
  prediction(prediction: Prediction): readonly (number | undefined)[] | ScoreMatrix;
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "pointing-queries", title: "Queries" },
  { id: "pointing-answered", title: "Queries with a point" },
  { id: "pointing-hits", title: "Points in a right window" },
];

/** The `pointing` family: one point in time per query against the query's windows. */
export function pointing<Item, Prediction>(codec: PointingCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "pointing", statistics, gold: () => new PointingGold(codec) };
}

type GoldPointers = [items: number, starts: number, windows: number];

class PointingGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: PointingCodec<Item, Prediction>;
  readonly #items = [0];
  readonly #starts = [0];
  readonly #ends: number[] = [];

  constructor(codec: PointingCodec<Item, Prediction>) {
    this.#codec = codec;
  }

  add(item: Item): void {
    for (const windows of this.#codec.gold(item)) {
      for (const { start, end } of windows) this.#ends.push(start, end);
      this.#starts.push(this.#ends.length / 2);
    }
    this.#items.push(this.#starts.length - 1);
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    const { arena } = kernels;
    const gold: GoldPointers = [
      arena.put(Int32Array.from(this.#items)),
      arena.put(Int32Array.from(this.#starts)),
      arena.put(Float64Array.from(this.#ends)),
    ];
    return new PointingMeasurer(this.#codec, gold, kernels);
  }
}

class PointingMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #codec: PointingCodec<Item, Prediction>;
  readonly #gold: GoldPointers;
  readonly #kernels: Kernels;
  #items: number[] = [];
  #starts = [0];
  #points: number[] = [];

  constructor(codec: PointingCodec<Item, Prediction>, gold: GoldPointers, kernels: Kernels) {
    this.#codec = codec;
    this.#gold = gold;
    this.#kernels = kernels;
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    const told = this.#codec.prediction(prediction);
    for (const point of "scores" in told ? secondsOf(told, this.#kernels) : told) this.#points.push(point ?? Number.NaN);
    this.#starts.push(this.#points.length);
    this.#items.push(item);
  }

  flush(): Float64Array<ArrayBuffer> {
    const { arena, exports } = this.#kernels;
    const count = this.#items.length;
    const mark = arena.mark();
    const [items, starts] = [this.#items, this.#starts].map((column) => arena.put(Int32Array.from(column))) as [number, number];
    const points = arena.put(Float64Array.from(this.#points));
    const rows = arena.alloc(count * statistics.length * 8);
    exports.pointingHits(count, ...this.#gold, items, starts, points, rows);
    const measured = arena.doubles(rows, count * statistics.length);
    arena.release(mark);
    [this.#items, this.#starts, this.#points] = [[], [0], []];
    return measured;
  }
}
