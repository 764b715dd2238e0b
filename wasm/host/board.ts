import type { Entry, ItemsIndex, PackHeader } from "@stepladder/schema";
import type { Matrix, Metric, Value } from "../metrics/contract.ts";
import type { Drawing, Field, Standing, Standings } from "../stats/contract.ts";
import { clustersOf } from "../stats/draws.ts";
import { intervalsOf } from "../stats/intervals.ts";
import { standingsOf } from "../stats/standings.ts";
import type { Kernels } from "./kernels.ts";
import { readPack } from "./pack.ts";

/** What the reader cut a board down to: for some slices the values that count. An item counts where each of these slices has one of them. */
export type Cut = Readonly<Record<string, readonly string[]>>;

/** One row of a board that is measured here, with its pack. */
export interface Contender {
  readonly id: string;
  readonly kind: Entry["system"]["kind"];
  readonly matrix: Matrix;
  /** Items without a readable prediction, by reason, as its pack tells them. */
  readonly unscored?: PackHeader["unscored"];
}

/** The row of an entry's pack, as its unpacked bytes hold it. Throws RangeError where they are no pack. */
export function contenderOf(id: string, kind: Contender["kind"], bytes: Uint8Array): Contender {
  const { header, matrix } = readPack(bytes);
  return { id, kind, matrix, unscored: header.unscored };
}

/** How a board's rows stand by one metric: the systems among each other, and every row by its id. */
export interface BoardStandings {
  readonly all: Standings;
  readonly of: ReadonlyMap<string, Standing>;
}

/** A slice that every board has beside those of its track: items that all ranked systems answered. No track's slice begins with a colon. */
export const COMMON = { slice: ":common", value: "all" } as const;

/** What is known of the items, with the slice of those that all systems answered. */
export function withCommon(index: ItemsIndex, contenders: readonly Contender[]): ItemsIndex {
  const systems = contenders.filter(({ kind }) => kind === "system");
  const missed = new Set(systems.flatMap(({ unscored = {} }) => Object.values(unscored).flat()));
  const of = index.ids.map((_, i) => Number(missed.has(i)));
  return { ...index, slices: [...index.slices, { id: COMMON.slice, values: [COMMON.value, "some"], of }] };
}

/** Items of a cut without a readable prediction, by reason. */
export type Unscored = Partial<Record<keyof PackHeader["unscored"], number>>;

/** How many items a cut holds, and what of them each row left unanswered. */
export function coverageOn(
  contenders: readonly Contender[],
  index: ItemsIndex,
  cut: Cut,
): { readonly items: number; readonly of: ReadonlyMap<string, Unscored> } {
  const weights = weightsOf(index, cut);
  const inside = (item: number): boolean => weights?.[item] !== 0;
  const counted = ({ unscored = {} }: Contender): Unscored =>
    Object.fromEntries(Object.entries(unscored).map(([reason, items]) => [reason, items.filter(inside).length]));
  return {
    items: index.ids.filter((_, i) => inside(i)).length,
    of: new Map(contenders.map((one) => [one.id, counted(one)])),
  };
}

/** The value of every row on each of some cuts, in their order. */
export function valuesOn(
  metric: Metric,
  contenders: readonly Contender[],
  index: ItemsIndex,
  cuts: readonly Cut[],
): ReadonlyMap<string, readonly Value[]> {
  const weights = cuts.map((cut) => weightsOf(index, cut));
  return new Map(contenders.map(({ id, matrix }) => [id, weights.map((one) => metric.value(matrix, one))]));
}

/**
 * The entries whose packs can be put side by side: measured on these items, by the kernels that measured most of them (of as many, those
 * of the first in the list). Others, quoted figures among them, stand on a board by value and are never ranked.
 */
export function comparable<T extends Pick<Entry, "evidence">>(entries: readonly T[], items: string): T[] {
  const own = entries.filter(({ evidence }) => evidence.kind === "recomputed" && evidence.items === items);
  const kernelsOf = ({ evidence }: T): string => (evidence.kind === "recomputed" ? evidence.kernels : "");
  const counts = new Map<string, number>();
  for (const entry of own) counts.set(kernelsOf(entry), (counts.get(kernelsOf(entry)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return own.filter((entry) => kernelsOf(entry) === most?.[0]);
}

/** Weights of a cut: 1 for items in it, 0 for the others; absent where nothing is cut. Throws RangeError for a slice or value that there is not. */
export function weightsOf({ ids, slices }: Pick<ItemsIndex, "ids" | "slices">, cut: Cut): Float64Array | undefined {
  const chosen = Object.entries(cut).filter(([, values]) => values.length > 0);
  if (chosen.length === 0) return undefined;
  const weights = new Float64Array(ids.length).fill(1);
  for (const [id, values] of chosen) {
    const slice = slices.find((one) => one.id === id);
    if (slice === undefined) throw new RangeError(`expected one of ${slices.map((one) => one.id).join(", ")}, found ${id}`);
    const places = values.map((value) => slice.values.indexOf(value));
    if (places.includes(-1)) {
      throw new RangeError(`${id}: expected values among ${slice.values.join(", ")}, found ${values[places.indexOf(-1)]}`);
    }
    for (let i = 0; i < weights.length; i++) if (!places.includes(slice.of[i] as number)) weights[i] = 0;
  }
  return weights;
}

/** The field of one metric over systems on a cut of the items. */
export function fieldOf(metric: Metric, systems: readonly Matrix[], index: ItemsIndex, cut: Cut): Field {
  return { metric, systems, weights: weightsOf(index, cut), clusters: index.clusters && Int32Array.from(index.clusters) };
}

/** How the rows of a board stand: systems among each other; a baseline has its value and interval, and no rank. */
export function boardStandings(
  kernels: Kernels,
  metric: Metric,
  contenders: readonly Contender[],
  index: ItemsIndex,
  cut: Cut,
  drawing: Drawing,
): BoardStandings {
  const systems = contenders.filter(({ kind }) => kind === "system");
  const baselines = contenders.filter(({ kind }) => kind === "baseline");
  const field = fieldOf(metric, [], index, cut);
  const told = standingsOf(kernels, { ...field, systems: systems.map(({ matrix }) => matrix) }, drawing);
  // A board has its items without any system, too.
  const { items, count } = clustersOf({ ...field, systems: [{ items: index.ids.length, columns: {} }] });
  const all = { ...told, items, clusters: count };
  const figures = baselines.map(({ matrix }) => ({ metric, matrix }));
  const intervals = intervalsOf(kernels, figures, field, drawing);
  const unranked = ({ matrix }: Contender, i: number): Standing => {
    const interval = intervals[i];
    const value = metric.value(matrix, field.weights);
    return { value, ...(interval === undefined ? {} : { interval }), ranks: new Float64Array(0), first: 0, letters: "" };
  };
  return {
    all,
    of: new Map([
      ...systems.map(({ id }, i) => [id, all.systems[i] as Standing] as const),
      ...baselines.map((one, i) => [one.id, unranked(one, i)] as const),
    ]),
  };
}
