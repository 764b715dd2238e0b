import { baselines } from "@stepladder/tracks/step-alignment/baselines.ts";
import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { additive, type Matrix, type Metric, quotient } from "@stepladder/wasm/metrics/contract.ts";
import { comparePairs } from "@stepladder/wasm/stats/compare.ts";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { intervalsOf } from "@stepladder/wasm/stats/intervals.ts";
import { counterparts, type Weighing } from "../../aligners/recipes/align.ts";
import { FEATURES } from "../../aligners/recipes/features.ts";
import { printTable } from "../../core/table.ts";
import type { AraPair } from "./ara.ts";
import { logistic } from "./logistic.ts";

/** What is added to every pair's worth, and what order is worth: one of each is chosen by the dishes that are learnt from. */
const BIASES = [0.5, 1, 1.5];
const ORDERS = [
  { skip: 0, back: 0, again: 0 },
  { skip: 0, back: 0.5, again: 0.5 },
  { skip: 0.1, back: 0.5, again: 0 },
  { skip: 0.2, back: 1, again: 0 },
];

/** The pooled edge F1 that the track ranks by. */
const pooledF1: Metric = additive({
  id: "pooled-f1",
  title: "Pooled edge F1",
  unit: "fraction",
  better: "higher",
  binary: false,
  family: "graphs",
  explains: "Twice the links found over those predicted and those of gold, all pairs together.",
  source: "Ours",
  statistics: ["hits", "predicted", "gold"],
  finish: ([hits = 0, predicted = 0, gold = 0]) => quotient(2 * hits, predicted + gold, "no links"),
});

type Places = ArrayLike<number>;

/** Weights, bias and order that do best on some pairs. */
export function learnt(kernels: AligningKernels, pairs: readonly AraPair[]): Weighing {
  const examples = pairs.flatMap(({ features, gold }) =>
    features.flatMap((row, i) => (gold[i] === undefined ? [] : row.map((own, j) => ({ features: own, right: gold[i] === j })))),
  );
  const [any = 0, ...weights] = logistic(examples, FEATURES.length);
  const choices = BIASES.flatMap((bias) => ORDERS.map((order): Weighing => ({ weights: [any + bias, ...weights], order })));
  const worth = (weighing: Weighing): number => {
    const value = pooledF1.value(
      matrixOf(
        pairs,
        pairs.map(({ features }) => counterparts(kernels, features, weighing)),
      ),
      undefined,
    );
    return value.kind === "value" ? value.value : 0;
  };
  return choices.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

function matrixOf(pairs: readonly AraPair[], places: readonly Places[]): Matrix {
  const column = (count: (pair: AraPair, own: Places) => number): Float64Array =>
    Float64Array.from(pairs, (pair, i) => count(pair, places[i] as Places));
  const linked = (own: ArrayLike<number | undefined>): number =>
    Array.from(own).filter((place) => place !== undefined && place >= 0).length;
  return {
    items: pairs.length,
    columns: {
      hits: column(({ gold }, own) => gold.filter((place, i) => place !== undefined && place >= 0 && own[i] === place).length),
      predicted: column((_, own) => linked(own)),
      gold: column(({ gold }) => linked(gold)),
    },
  };
}

/** A table of ours, each dish by what the nine others teach, and of the track's lexical baselines; tests and intervals draw whole dishes. */
export function recipesTable(kernels: Kernels, aligning: AligningKernels, pairs: readonly AraPair[]): string {
  const dishes = [...new Set(pairs.map(({ dish }) => dish))];
  const weighings = new Map(
    dishes.map((dish) => [
      dish,
      learnt(
        aligning,
        pairs.filter((pair) => pair.dish !== dish),
      ),
    ]),
  );
  const ours = pairs.map(({ dish, features }) => counterparts(aligning, features, weighings.get(dish) as Weighing));
  const rivals = baselines.filter(({ id }) => id.startsWith("same-verb") || id === "diagonal");
  const systems: [string, readonly Places[]][] = [
    ["ours, by nine other dishes", ours],
    ...rivals.map(({ title, fit }): [string, Places[]] => {
      const answer = fit(pairs.map(({ item }) => item));
      return [title, pairs.map(({ item }) => placesOf(item, answer(item).links))];
    }),
  ];
  const matrices = systems.map(([, places]) => matrixOf(pairs, places));
  const clusters = Int32Array.from(pairs, ({ dish }) => dishes.indexOf(dish));
  const field = { metric: pooledF1, systems: matrices, weights: undefined, clusters };
  const intervals = intervalsOf(
    kernels,
    matrices.map((matrix) => ({ metric: pooledF1, matrix })),
    field,
    DRAWING,
  );
  const compared = comparePairs(
    kernels,
    field,
    rivals.map((_, i) => ({ a: 0, b: i + 1 })),
    DRAWING,
  );
  const percent = (share: number): string => (share * 100).toFixed(1);
  const rows = systems.map(([name], s) => {
    const { columns } = matrices[s] as Matrix;
    const [hits = 0, predicted = 0, gold = 0] = ["hits", "predicted", "gold"].map((id) => totalOf(columns[id] as Float64Array));
    const { low = 0, high = 0 } = intervals[s] ?? {};
    const test = compared[s - 1];
    const f1 = percent((2 * hits) / (predicted + gold));
    const gain = test === undefined ? "" : `+${percent(test.difference ?? 0)} p ${test.adjusted.toFixed(4)}`;
    return [name, `${f1} [${percent(low)}, ${percent(high)}]`, percent(hits / predicted), percent(hits / gold), gain];
  });
  return printTable(["by", "pooled F1", "precision", "recall", "ours over it"], rows);
}

function totalOf(column: Float64Array): number {
  return column.reduce((sum, one) => sum + one, 0);
}

function placesOf({ source, target }: AraPair["item"], links: readonly (readonly number[])[]): Places {
  const to = new Map(links.map(([from = 0, own = 0]) => [from, own]));
  return source.actions.map(({ token }) => target.actions.findIndex((action) => action.token === to.get(token)));
}
