import type { Kernels } from "../../host/kernels.ts";
import { RecordProblem } from "../../intake/raw.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { MOST_LABELS, ROW, RUN_BYTES, SCRATCH_BYTES, UNKNOWN, VECTOR_BYTES } from "./abi.ts";

/** Frames in a row that have one label, at least one of them. */
export type Run = readonly [label: string, frames: number];

/** Frames that one video, or one prediction of it, may have: nine hours at 30 per second. */
export const MOST_FRAMES = 1_000_000;

/** What a track says of its videos. */
export interface SegmentsCodec<Item, Prediction> {
  gold(item: Item): readonly Run[];
  /** At most MOST_FRAMES frames; they need not be as many as gold has. */
  prediction(prediction: Prediction): readonly Run[];
  /** The label of frames in which nothing is done: no segment is made of them. */
  readonly background: string;
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "frames", title: "Frames of gold" },
  { id: "frames-right", title: "Frames with gold's label" },
  { id: "edit-similarity", title: "Edit score of the video" },
  { id: "segments-predicted", title: "Segments predicted" },
  { id: "segments-gold", title: "Segments in gold" },
  { id: "segment-hits-10", title: "Gold segments hit at IoU .10" },
  { id: "segment-hits-25", title: "Gold segments hit at IoU .25" },
  { id: "segment-hits-50", title: "Gold segments hit at IoU .50" },
  { id: "segment-count-error", title: "Segments too many or too few" },
];

/** The `segments` family: one label per frame of a video, and the segments that they make. */
export function segments<Item, Prediction>(codec: SegmentsCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "segments", statistics, gold: () => new SegmentsGold(codec) };
}

class SegmentsGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: SegmentsCodec<Item, Prediction>;
  readonly #frames = new Frames();
  readonly #labels: ReadonlyMap<string, number>[] = [];

  constructor(codec: SegmentsCodec<Item, Prediction>) {
    this.#codec = codec;
  }

  add(item: Item): void {
    const runs = this.#codec.gold(item);
    const frames = framesOf(runs);
    if (frames === 0 || frames > MOST_FRAMES) throw wrongGold(`1 to ${MOST_FRAMES} frames`, `${frames}`);
    const labels = new Map([[this.#codec.background, 0]]);
    for (const [label] of runs) if (!labels.has(label)) labels.set(label, labels.size);
    if (labels.size - 1 > MOST_LABELS) throw wrongGold(`at most ${MOST_LABELS} different labels`, `${labels.size - 1}`);
    this.#frames.add(runs, (label) => labels.get(label) as number);
    this.#labels.push(labels);
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    const { arena } = kernels;
    const gold: Pointers = [arena.put(this.#frames.starts()), arena.put(this.#frames.bytes())];
    return new SegmentsMeasurer(this.#codec, this.#labels, kernels, gold, this.#frames.longest);
  }
}

type Pointers = readonly [starts: number, frames: number];

/** How many frames runs have. */
export function framesOf(runs: readonly Run[]): number {
  return runs.reduce((sum, [, frames]) => sum + frames, 0);
}

function wrongGold(expected: string, found: string): RecordProblem {
  return new RecordProblem({
    kind: "wrong-video",
    severity: "error",
    field: "runs",
    expected,
    found,
    fix: "cut the video into several, or take out what is no frame label",
  });
}

/** Videos as bytes, laid out as abi.ts says. */
class Frames {
  #bytes = new Uint8Array(2 ** 16);
  readonly #starts = [0];
  /** Frames of the longest video. */
  longest = 0;

  /** Bytes in all. */
  get size(): number {
    return this.#starts.at(-1) as number;
  }

  add(runs: readonly Run[], number: (label: string) => number): void {
    const length = framesOf(runs);
    let at = this.size;
    if (at + length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, at + length));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
    }
    for (const [label, frames] of runs) {
      this.#bytes.fill(number(label), at, at + frames);
      at += frames;
    }
    this.#starts.push(at);
    this.longest = Math.max(this.longest, length);
  }

  starts(): Int32Array {
    return Int32Array.from(this.#starts);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.size);
  }
}

/** Bytes of predictions that are kept before the kernel runs over them: many are short, a few may be very long. */
const AT_ONCE = 2 ** 24;

class SegmentsMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #codec: SegmentsCodec<Item, Prediction>;
  readonly #labels: readonly ReadonlyMap<string, number>[];
  readonly #kernels: Kernels;
  readonly #gold: Pointers;
  /** Frames of the longest gold video. */
  readonly #longest: number;
  #frames = new Frames();
  #items: number[] = [];
  #rows: Float64Array[] = [];
  queued = 0;

  constructor(
    codec: SegmentsCodec<Item, Prediction>,
    labels: readonly ReadonlyMap<string, number>[],
    kernels: Kernels,
    gold: Pointers,
    longest: number,
  ) {
    this.#codec = codec;
    this.#labels = labels;
    this.#kernels = kernels;
    this.#gold = gold;
    this.#longest = longest;
  }

  add(item: number, prediction: Prediction): void {
    const labels = this.#labels[item] as ReadonlyMap<string, number>;
    let [unknown, last] = [UNKNOWN, ""];
    this.#frames.add(this.#codec.prediction(prediction), (label) => {
      const known = labels.get(label);
      if (known !== undefined) return known;
      if (label !== last) unknown = UNKNOWN + Number(unknown === UNKNOWN);
      last = label;
      return unknown;
    });
    this.#items.push(item);
    this.queued++;
    if (this.#frames.size > AT_ONCE) this.#run();
  }

  flush(): Float64Array<ArrayBuffer> {
    this.#run();
    const all = new Float64Array(this.queued * ROW);
    let at = 0;
    for (const rows of this.#rows) {
      all.set(rows, at);
      at += rows.length;
    }
    this.#rows = [];
    this.queued = 0;
    return all;
  }

  /** Measures what is kept. */
  #run(): void {
    const { arena, exports } = this.#kernels;
    const size = this.#items.length * ROW;
    const mark = arena.mark();
    const items = arena.put(Int32Array.from(this.#items));
    const predicted: Pointers = [arena.put(this.#frames.starts()), arena.put(this.#frames.bytes())];
    const runs = arena.alloc(this.#longest * RUN_BYTES + SCRATCH_BYTES);
    const vectors = arena.alloc(this.#longest * VECTOR_BYTES + SCRATCH_BYTES);
    const rows = arena.alloc(size * 8);
    exports.segmentsMatch(this.#items.length, ...this.#gold, items, ...predicted, runs, vectors, rows);
    this.#rows.push(arena.doubles(rows, size));
    arena.release(mark);
    this.#frames = new Frames();
    this.#items = [];
  }
}
