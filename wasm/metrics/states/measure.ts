import type { Kernels } from "../../host/kernels.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { GOLD_NEVER, PREDICTION_NEVER, ROW } from "./abi.ts";
import { StateColumns, type StateKey } from "./columns.ts";

/** What a track says of its states: how gold's are keyed, and when a predicted one equals gold's. */
export interface StatesCodec<Item, Prediction> {
  /** States after the start, the final one last. Throws RecordProblem where one cannot be gold. */
  gold(item: Item): readonly unknown[];
  /** States after the start, the final one last (never empty). */
  prediction(prediction: Prediction): readonly unknown[];
  /** Small number of the matching rule that this gold state calls for. */
  rule(state: unknown): number;
  /** What a state is told by under a rule: two states match exactly if their keys are equal; `undefined` matches nothing. */
  key(state: unknown, rule: number): StateKey | undefined;
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "prefix-match-length", title: "Leading states that match" },
  { id: "prefix-accuracy", title: "Leading matches over the longer run" },
  { id: "sequential-match", title: "All states match" },
  { id: "final-match", title: "Final state matches" },
  { id: "positionwise-match-ratio", title: "Matching positions over the longer run" },
  { id: "gold-states", title: "States in gold" },
  { id: "predicted-states", title: "States predicted" },
];

/** The `states` family: predicted runs of states against gold runs, by a track's own rule of equality. */
export function states<Item, Prediction>(codec: StatesCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "states", statistics, gold: () => new StatesGold(codec) };
}

class StatesGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: StatesCodec<Item, Prediction>;
  readonly #columns = new StateColumns();
  /** Rule of each gold state, over all items. */
  #rules = new Uint8Array(1 << 10);
  #states = 0;

  constructor(codec: StatesCodec<Item, Prediction>) {
    this.#codec = codec;
  }

  add(item: Item): void {
    for (const state of this.#codec.gold(item)) {
      const rule = this.#codec.rule(state);
      if (this.#states === this.#rules.length) this.#rules = doubled(this.#rules);
      this.#rules[this.#states++] = rule;
      this.#columns.push(this.#codec.key(state, rule), GOLD_NEVER);
    }
    this.#columns.end();
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    return new StatesMeasurer(this.#codec, this.#columns, this.#rules, kernels);
  }
}

function doubled(column: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(column.length * 2);
  larger.set(column);
  return larger;
}

class StatesMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #codec: StatesCodec<Item, Prediction>;
  readonly #lists: Int32Array;
  readonly #rules: Uint8Array;
  readonly #kernels: Kernels;
  readonly #gold: readonly [items: number, states: number, bytes: number];
  readonly #columns = new StateColumns();
  #items: number[] = [];

  constructor(codec: StatesCodec<Item, Prediction>, gold: StateColumns, rules: Uint8Array, kernels: Kernels) {
    this.#codec = codec;
    this.#rules = rules;
    this.#kernels = kernels;
    const { lists, states: offsets, bytes } = gold.columns();
    this.#lists = lists;
    this.#gold = [kernels.arena.put(lists), kernels.arena.put(offsets), kernels.arena.put(bytes)];
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    const first = this.#lists[item] as number;
    const count = (this.#lists[item + 1] as number) - first;
    const predicted = this.#codec.prediction(prediction);
    const columns = this.#columns;
    // A state beyond gold's end is compared with nothing: its bytes do not matter, only that it is there.
    for (let s = 0; s < predicted.length; s++) {
      columns.push(s < count ? this.#codec.key(predicted[s], this.#rules[first + s] as number) : "", PREDICTION_NEVER);
    }
    const last = count > 0 ? this.#codec.key(predicted.at(-1), this.#rules[first + count - 1] as number) : undefined;
    columns.push(last, PREDICTION_NEVER);
    columns.end();
    this.#items.push(item);
  }

  flush(): Float64Array<ArrayBuffer> {
    const { arena, exports } = this.#kernels;
    const count = this.#items.length;
    const mark = arena.mark();
    const { lists, states: offsets, bytes } = this.#columns.columns();
    const items = arena.put(Int32Array.from(this.#items));
    const rows = arena.alloc(count * ROW * 8);
    exports.statesMatch(count, ...this.#gold, items, arena.put(lists), arena.put(offsets), arena.put(bytes), rows);
    const measured = arena.doubles(rows, count * ROW);
    arena.release(mark);
    this.#columns.clear();
    this.#items = [];
    return measured;
  }
}
