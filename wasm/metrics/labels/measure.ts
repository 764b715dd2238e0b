import type { Kernels } from "../../host/kernels.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { CORRECT, INCORRECT, NEUTRAL, NO_ORDER, NO_STEP, OTHER, ROW } from "./abi.ts";

/** A step's label: -1 incorrect or harmful, 0 neutral, 1 correct and effective. */
export interface GoldStep {
  /** Whole, from 0 on and below 2^31 - 1. */
  readonly index: number;
  readonly label: -1 | 0 | 1;
}

/** A predicted label, which may be any integer. */
export interface PredictedLabel {
  /** Index of the gold step that its key names; absent where no gold step can have that key. */
  readonly step: number | undefined;
  /** The number that its key is where errors are put in order; absent where it is none. */
  readonly order: number | undefined;
  readonly label: number;
}

/** What a track says of its labels. */
export interface LabelsCodec<Item, Prediction> {
  /** Steps by ascending index. Throws RecordProblem where they cannot be gold. */
  gold(item: Item): readonly GoldStep[];
  /** Each step at most once. */
  prediction(prediction: Prediction): readonly PredictedLabel[];
  /** Whether the item counts in the benchmark's totals; absent: all do. */
  counted?(item: Item): boolean;
}

/** Names of the classes, as statistics and metrics bear them, in the order of abi.ts. */
export const CLASS_NAMES = ["incorrect", "neutral", "correct"] as const;

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "steps", title: "Steps in gold" },
  { id: "steps-answered", title: "Steps with a predicted label" },
  { id: "step-matches", title: "Steps labelled as in gold" },
  { id: "exact-match", title: "All labels as in gold, none too many" },
  { id: "first-error-match", title: "First error as in gold" },
  { id: "answered", title: "Any label predicted" },
  { id: "answered-first-error-match", title: "First error as in gold, and any label predicted" },
  { id: "gold-error-free", title: "No error in gold" },
  { id: "gold-erroneous", title: "An error in gold" },
  { id: "predicted-error-free", title: "Labels predicted, none of them an error" },
  ...CLASS_NAMES.map((gold) => ({ id: `gold-${gold}`, title: `Steps that are ${gold} in gold` })),
  ...CLASS_NAMES.flatMap((gold) =>
    [...CLASS_NAMES, "other"].map((label) => ({ id: `${gold}-as-${label}`, title: `Steps that are ${gold} in gold, labelled ${label}` })),
  ),
  { id: "first-error-found", title: "First error of an erroneous item found" },
  { id: "error-free-found", title: "Error-free item called so" },
  { id: "first-error-answered", title: "The step of gold's first error has a label" },
  { id: "first-error-flagged", title: "The step of gold's first error labelled incorrect" },
  { id: "stray-correct", title: "Labels correct for steps that gold does not have" },
  { id: "stray-other", title: "Other labels for steps that gold does not have" },
  { id: "counted", title: "Counts in totals" },
  { id: "apart", title: "Stands apart from totals" },
];

/** The `labels` family: predicted labels of a trajectory's steps against gold labels. */
export function labels<Item, Prediction>(codec: LabelsCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "labels", statistics, gold: () => new LabelsGold(codec) };
}

function classOf(label: number): number {
  return label === 1 ? CORRECT : label === 0 ? NEUTRAL : label === -1 ? INCORRECT : OTHER;
}

class LabelsGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: LabelsCodec<Item, Prediction>;
  readonly #items = [0];
  readonly #steps: number[] = [];
  readonly #labels: number[] = [];
  readonly #counted: number[] = [];

  constructor(codec: LabelsCodec<Item, Prediction>) {
    this.#codec = codec;
  }

  add(item: Item): void {
    for (const { index, label } of this.#codec.gold(item)) {
      this.#steps.push(index);
      this.#labels.push(classOf(label));
    }
    this.#items.push(this.#steps.length);
    this.#counted.push(Number(this.#codec.counted?.(item) ?? true));
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    const { arena } = kernels;
    const items = arena.put(Int32Array.from(this.#items));
    const steps = arena.put(Int32Array.from(this.#steps));
    const [labels, counted] = [this.#labels, this.#counted].map((column) => arena.put(Uint8Array.from(column))) as [number, number];
    return new LabelsMeasurer(this.#codec, [items, steps, labels, counted], kernels);
  }
}

/** Where gold's columns stand in the arena. */
type GoldPointers = readonly [items: number, steps: number, labels: number, counted: number];

class LabelsMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #codec: LabelsCodec<Item, Prediction>;
  readonly #gold: GoldPointers;
  readonly #kernels: Kernels;
  #items: number[] = [];
  #lists = [0];
  #steps: number[] = [];
  #orders: number[] = [];
  #labels: number[] = [];

  constructor(codec: LabelsCodec<Item, Prediction>, gold: GoldPointers, kernels: Kernels) {
    this.#codec = codec;
    this.#gold = gold;
    this.#kernels = kernels;
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    for (const { step, order, label } of this.#codec.prediction(prediction)) {
      this.#steps.push(step === undefined ? NO_STEP : within(step));
      this.#orders.push(order === undefined ? NO_ORDER : within(order));
      this.#labels.push(classOf(label));
    }
    this.#lists.push(this.#steps.length);
    this.#items.push(item);
  }

  flush(): Float64Array<ArrayBuffer> {
    const { arena, exports } = this.#kernels;
    const count = this.#items.length;
    const mark = arena.mark();
    const ints = [this.#items, this.#lists, this.#steps, this.#orders].map((column) => arena.put(Int32Array.from(column)));
    const [items, lists, steps, orders] = ints as [number, number, number, number];
    const predicted = arena.put(Uint8Array.from(this.#labels));
    const rows = arena.alloc(count * ROW * 8);
    exports.labelsCompare(count, ...this.#gold, items, lists, steps, orders, predicted, rows);
    const measured = arena.doubles(rows, count * ROW);
    arena.release(mark);
    [this.#items, this.#lists, this.#steps, this.#orders, this.#labels] = [[], [0], [], [], []];
    return measured;
  }
}

/** No gold step is beyond these bounds, so numbers there need not be told apart. */
function within(number: number): number {
  return Math.max(-NO_ORDER, Math.min(NO_ORDER - 1, number));
}
