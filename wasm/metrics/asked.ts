import type { Kernels, Words } from "../host/kernels.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "./contract.ts";

/** A growing part of what a kernel reads, one place per item or prediction; `undefined` is one of another kind. */
export interface Columns<T> {
  push(one: T | undefined): void;
  /** The columns as they stand, in the kernel's order. */
  words(): readonly Words[];
  clear(): void;
}

/** A kernel for which only some items of a track ask (`together`): those of another kind have no gold here and measure as zeros. */
export interface AskedFamily<Gold, Answer> {
  readonly id: string;
  /** One per column of the kernel's row, in its order. */
  readonly statistics: readonly Statistic[];
  gold(): Columns<Gold>;
  answers(): Columns<Answer>;
  /** Bytes that the kernel works in. */
  readonly scratch: number;
  /** The kernel: takes a count, pointers to gold's columns, to the item of each answer, to the answers' columns, to scratch and to rows. */
  run(kernels: Kernels, ...pointers: number[]): void;
}

/** What a track says of its items and predictions to such a family. */
export interface AskedCodec<Item, Prediction, Gold, Answer, Context> {
  /** What the item asks of this family, and what its answers are read by; `undefined` where it asks for something else. */
  gold(item: Item): { readonly gold: Gold; readonly context: Context } | undefined;
  /**
   * What the prediction answers; `undefined` where it says nothing of this kind, which is measured as an empty answer. A kernel may work
   * it out; what it puts into the arena it takes out again.
   */
  answer(prediction: Prediction, context: Context, kernels: Kernels): Answer | undefined;
}

/** Joins a family with a track's codec. */
export function asked<Item, Prediction, Gold, Answer, Context>(
  family: AskedFamily<Gold, Answer>,
  codec: AskedCodec<Item, Prediction, Gold, Answer, Context>,
): Measure<Item, Prediction> {
  return { family: family.id, statistics: family.statistics, gold: () => goldOf(family, codec) };
}

function goldOf<Item, Prediction, Gold, Answer, Context>(
  family: AskedFamily<Gold, Answer>,
  codec: AskedCodec<Item, Prediction, Gold, Answer, Context>,
): GoldColumns<Item, Prediction> {
  const columns = family.gold();
  const contexts: (Context | undefined)[] = [];
  return {
    add: (item) => {
      const asks = codec.gold(item);
      contexts.push(asks?.context);
      columns.push(asks?.gold);
    },
    measurer: (kernels) => {
      const gold = columns.words().map((words) => kernels.arena.put(words));
      const read = (item: number, prediction: Prediction): Answer | undefined => {
        const context = contexts[item];
        return context === undefined ? undefined : codec.answer(prediction, context, kernels);
      };
      return measurerOf(family, gold, read, kernels);
    },
  };
}

function measurerOf<Prediction, Gold, Answer>(
  family: AskedFamily<Gold, Answer>,
  gold: readonly number[],
  read: (item: number, prediction: Prediction) => Answer | undefined,
  kernels: Kernels,
): Measurer<Prediction> {
  const { arena } = kernels;
  const answers = family.answers();
  let items: number[] = [];
  return {
    get queued() {
      return items.length;
    },
    add: (item, prediction) => {
      answers.push(read(item, prediction));
      items.push(item);
    },
    flush: () => {
      const size = items.length * family.statistics.length;
      const mark = arena.mark();
      const told = [Int32Array.from(items), ...answers.words()].map((words) => arena.put(words));
      const scratch = arena.alloc(family.scratch);
      const rows = arena.alloc(size * 8);
      family.run(kernels, items.length, ...gold, ...told, scratch, rows);
      const measured = arena.doubles(rows, size);
      arena.release(mark);
      answers.clear();
      items = [];
      return measured;
    },
  };
}

/** Statistics of each answer against gold of its own, by their id: the kernel without any track, for tests and parity. */
export function measured<Gold, Answer>(
  family: AskedFamily<Gold, Answer>,
  pairs: readonly { readonly gold: Gold | undefined; readonly answer: Answer | undefined }[],
  kernels: Kernels,
): Readonly<Record<string, number>>[] {
  const measure = asked<Gold | undefined, Answer | undefined, Gold, Answer, true>(family, {
    gold: (gold) => (gold === undefined ? undefined : { gold, context: true }),
    answer: (answer) => answer,
  });
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair.gold);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, { answer }] of pairs.entries()) measurer.add(i, answer);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  const width = measure.statistics.length;
  return pairs.map((_, i) => Object.fromEntries(measure.statistics.map(({ id }, s) => [id, rows[i * width + s] as number])));
}
