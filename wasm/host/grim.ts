import type { Entry, Figures } from "@stepladder/schema";
import { type MetricId, metrics } from "../metrics/index.ts";

/** A printed share that no count of the items gives. */
export interface Impossible {
  /** Slice and its value; absent: all items. */
  readonly cut?: { readonly slice: string; readonly value: string };
  readonly metric: string;
  readonly printed: number;
  readonly items: number;
}

/**
 * Whether some count out of `items` is `printed` once rounded to `decimals` (the GRIM test: Brown and Heathers, 2017). A half may have
 * been rounded either way.
 */
export function hasCount(printed: number, decimals: number, items: number): boolean {
  // The nearest count; where it does not round to the printed share, none does.
  const count = Math.round(printed * items);
  return count >= 0 && count <= items && Math.abs(count / items - printed) <= 0.5 / 10 ** decimals + 1e-12;
}

/** Decimals that the figures of a source show: as many as its longest value has. A source that prints 70.0 and 71.2 % shows 3. */
export function decimalsOf(figures: readonly Figures[]): number {
  const decimals = figures.flatMap((some) =>
    Object.values(some).map(({ value = 0 }) => (/\.(\d+)$/.exec(String(value))?.[1] ?? "").length),
  );
  return decimals.reduce((most, one) => Math.max(most, one), 0);
}

type Cuts = Pick<Entry, "scores" | "slices">;

/** What an entry quotes, with the decimals of its source; `undefined` where it quotes nothing. */
export function quotedOf({ evidence, quoted, scores, slices }: Entry): (Cuts & { readonly decimals: number }) | undefined {
  if (evidence.kind === "recomputed") return quoted;
  const all = [scores, ...Object.values(slices).flatMap((values) => Object.values(values))];
  return { scores, slices, decimals: decimalsOf(all) };
}

/**
 * The quoted shares of an entry that no count of the items gives. Asked of metrics that are a share of items; how many each asks about is
 * told by `peer`, an entry of the same benchmark whose items were scored here.
 */
export function impossibleFigures(entry: Entry, peer: Cuts | undefined): Impossible[] {
  const quoted = quotedOf(entry);
  if (quoted === undefined || peer === undefined) return [];
  const among = (told: Figures, counted: Figures | undefined, cut?: Impossible["cut"]): Impossible[] =>
    Object.entries(told).flatMap(([id, { value: printed }]) => {
      const { scored, unscored } = counted?.[id] ?? {};
      if (printed === undefined || scored === undefined || unscored === undefined || !metrics[id as MetricId]?.binary) return [];
      const items = scored + unscored;
      return items === 0 || hasCount(printed, quoted.decimals, items) ? [] : [{ ...(cut ? { cut } : {}), metric: id, printed, items }];
    });
  return [
    ...among(quoted.scores, peer.scores),
    ...Object.entries(quoted.slices).flatMap(([slice, values]) =>
      Object.entries(values).flatMap(([value, told]) => among(told, peer.slices[slice]?.[value], { slice, value })),
    ),
  ];
}

/** A note of it, for a person. */
export function impossibleNote({ cut, metric, printed, items }: Impossible): string {
  return `${cut === undefined ? "" : `${cut.slice} ${cut.value}, `}${metric}: no count of ${items} items gives ${printed}`;
}

/** The entry that tells how many items a quoted figure is of: itself where it was scored here, else any that was. */
export function peerOf<T extends Entry>(entry: T, entries: readonly T[]): T | undefined {
  return entry.evidence.kind === "recomputed" ? entry : entries.find(({ evidence }) => evidence.kind === "recomputed");
}
