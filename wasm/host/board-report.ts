import type { BoardFigure, BoardReport, ComparisonReport, Entry, ItemsIndex } from "@stepladder/schema";
import type { Metric } from "../metrics/contract.ts";
import { comparePairs } from "../stats/compare.ts";
import { type Comparison, type Drawing, drawingOf, type Pair, type Standing } from "../stats/contract.ts";
import { boardStandings, type Contender, type Cut, coverageOn, fieldOf } from "./board.ts";
import type { Kernels } from "./kernels.ts";

/** A board as it is committed. */
export interface Board {
  readonly track: string;
  /** Each with the file name of its record. */
  readonly entries: readonly (Entry & { readonly id: string })[];
  readonly index: ItemsIndex;
  /** The entries that can be put side by side, with their packs. */
  readonly contenders: readonly Contender[];
}

/** Every entry of a board by some metrics on a cut of the items: what the board's page shows, as data. Throws RangeError for a cut that there is not. */
export function boardReport(
  kernels: Kernels,
  { track, entries, index, contenders }: Board,
  metrics: readonly Metric[],
  cut: Cut,
  { seed, draws }: Drawing,
): BoardReport {
  const told = metrics.map((metric) => ({
    metric,
    ...boardStandings(kernels, metric, contenders, index, cut, { seed, draws }),
  }));
  const figure = (entry: Board["entries"][number], { metric, of }: (typeof told)[number]): BoardFigure => {
    const standing = of.get(entry.id);
    return standing === undefined ? claimed(entry, metric, cut) : standingFigure(standing);
  };
  const answered = coverageOn(contenders, index, cut);
  const coverageOf = ({ id, coverage }: Board["entries"][number]): BoardReport["entries"][number]["coverage"] => {
    const unscored = answered.of.get(id);
    if (unscored === undefined) return coverage && { items: coverage.items, scored: coverage.scored };
    return { items: answered.items, scored: answered.items - Object.values(unscored).reduce((sum, count) => sum + count, 0) };
  };
  const rows = entries.map((entry) => {
    const coverage = coverageOf(entry);
    return {
      id: entry.id,
      system: entry.system.name,
      kind: entry.system.kind,
      evidence: entry.evidence.kind,
      ...(coverage === undefined ? {} : { coverage }),
      metrics: Object.fromEntries(told.map((one) => [one.metric.id, figure(entry, one)])),
    };
  });
  const [first] = told;
  return {
    schema: "stepladder/board/1",
    track,
    items: index.items,
    cut: Object.fromEntries(Object.entries(cut).map(([slice, values]) => [slice, [...values]])),
    counts: { items: first?.all.items ?? 0, clusters: first?.all.clusters ?? 0 },
    seed,
    draws,
    metrics: told.map(({ metric: { id, unit, better }, all }) => ({
      id,
      unit,
      better,
      ...(all.gap === undefined ? {} : { gap: all.gap }),
      ...(all.draws === draws ? {} : { draws: all.draws }),
    })),
    entries: first === undefined ? rows : rows.toSorted((a, b) => bestFirst(first.metric, a, b)),
  };
}

function bestFirst({ id, better }: Metric, ...rows: [BoardReport["entries"][number], BoardReport["entries"][number]]): number {
  const worst = better === "higher" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [a, b] = rows.map(({ metrics }) => metrics[id]?.value ?? worst) as [number, number];
  if (a !== b) return (better === "higher" ? b > a : a > b) ? 1 : -1;
  return rows[0].system < rows[1].system ? -1 : rows[0].system > rows[1].system ? 1 : 0;
}

function standingFigure({ value, interval, rank, range, set, first, letters }: Standing): BoardFigure {
  return {
    ...(value.kind === "value" ? { value: value.value } : { reason: value.reason }),
    ...(interval === undefined ? {} : { low: interval.low, high: interval.high }),
    ...(rank === undefined ? {} : { rank }),
    ...(range === undefined ? {} : { rankLow: range.low, rankHigh: range.high, pFirst: first }),
    ...(set === undefined ? {} : { setLow: set.low, setHigh: set.high, letters }),
  };
}

/** What an entry that is not measured here says itself: of all items, or of one value of one slice. It has no rank. */
function claimed({ scores, slices }: Entry, { id }: Metric, cut: Cut): BoardFigure {
  const chosen = Object.entries(cut).filter(([, values]) => values.length > 0);
  const [[slice, values] = ["", []]] = chosen;
  const figures =
    chosen.length === 0 ? scores : chosen.length === 1 && values.length === 1 ? slices[slice]?.[values[0] as string] : undefined;
  const { value, reason = "no figure is quoted", low, high } = figures?.[id] ?? {};
  if (value === undefined) return { reason };
  return { value, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** Systems of a board held against each other, pair by pair, Holm's correction over all pairs. */
export function comparisonReport(
  kernels: Kernels,
  { track, index, contenders }: Omit<Board, "entries">,
  metric: Metric,
  cut: Cut,
  drawing: Drawing,
): ComparisonReport {
  const field = fieldOf(
    metric,
    contenders.map(({ matrix }) => matrix),
    index,
    cut,
  );
  const pairs: Pair[] = contenders.flatMap((_, a) => contenders.slice(a + 1).map((_, after) => ({ a, b: a + 1 + after })));
  const told = comparePairs(kernels, field, pairs, drawing);
  const idOf = (at: number): string => (contenders[at] as Contender).id;
  return {
    schema: "stepladder/comparison/1",
    track,
    items: index.items,
    cut: Object.fromEntries(Object.entries(cut).map(([slice, values]) => [slice, [...values]])),
    metric: { id: metric.id, unit: metric.unit, better: metric.better },
    ...drawingOf(metric, drawing),
    pairs: told.map(({ a, b, ...rest }) => ({ a: idOf(a), b: idOf(b), ...pairFigures(rest) })),
  };
}

function pairFigures({ difference, interval, p, adjusted, test, won, lost, tied }: Omit<Comparison, keyof Pair>) {
  return {
    ...(difference === undefined ? {} : { difference }),
    ...(interval === undefined ? {} : { low: interval.low, high: interval.high }),
    p,
    adjusted,
    test,
    won,
    lost,
    tied,
  };
}
