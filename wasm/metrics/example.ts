import { EventCollector, type Place, rankEvents } from "../host/events.ts";
import type { Kernels } from "../host/kernels.ts";
import { type AskedFamily, asked } from "./asked.ts";
import type { Matrix, Measure, Statistic } from "./contract.ts";

/** A few items made by hand that show how a family measures. */
export interface Example {
  /** Each as a reader sees it. */
  readonly items: readonly { readonly gold: string; readonly prediction: string }[];
  readonly statistics: readonly Statistic[];
  /** What the kernel measures of them. */
  matrix(kernels: Kernels): Matrix;
}

/** An item of an example: gold, a prediction, and both in words. */
export interface ExampleItem<Gold, Prediction> {
  readonly gold: Gold;
  readonly prediction: Prediction;
  readonly shown: { readonly gold: string; readonly prediction: string };
}

/** An example of a family: its measure, with a codec that takes things as they are. */
export function exampleOf<Gold, Prediction>(measure: Measure<Gold, Prediction>, items: readonly ExampleItem<Gold, Prediction>[]): Example {
  const { statistics } = measure;
  return {
    items: items.map(({ shown }) => shown),
    statistics,
    matrix: (kernels) => {
      const gold = measure.gold();
      for (const item of items) gold.add(item.gold);
      const mark = kernels.arena.mark();
      const measurer = gold.measurer(kernels);
      for (const [i, { prediction }] of items.entries()) measurer.add(i, prediction);
      const collector = new EventCollector(measure.events);
      const rows = measurer.flush(collector);
      kernels.arena.release(mark);
      const column = (s: number): Float64Array => Float64Array.from(items, (_, i) => rows[i * statistics.length + s] as number);
      const places = { lists: collector.lists(), itemOf: (row: number) => row, placeOf: (row: number): Place => [0, 0, row] };
      return {
        items: items.length,
        columns: Object.fromEntries(statistics.map(({ id }, s) => [id, column(s)])),
        // All in one group: a mean over groups is shown on one of them.
        groups: { of: new Int32Array(items.length), count: 1 },
        ...(measure.events === undefined
          ? {}
          : { events: Object.fromEntries(measure.events.map((list) => [list, rankEvents(list, [places])])) }),
      };
    },
  };
}

/** An example of a family that only some items ask for; all of these do. */
export function askedExample<Gold, Answer>(family: AskedFamily<Gold, Answer>, items: readonly ExampleItem<Gold, Answer>[]): Example {
  return exampleOf<Gold, Answer>(
    asked(family, { gold: (gold: Gold) => ({ gold, context: true }), answer: (answer: Answer) => answer }),
    items,
  );
}
