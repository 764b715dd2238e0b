import { printTable } from "../core/table.ts";
import type { Layout } from "./gold.ts";
import { type Counts, type Figures, figures } from "./score.ts";
import type { Variant } from "./variants.ts";

/** Our miners, among the systems that are compared. */
export const OURS = "mined";

/** What every system got in a set, or in all sets of a layout. */
export interface Row {
  readonly name: string;
  readonly layout: Layout;
  readonly counts: Readonly<Record<string, Counts>>;
}

/** The figures of what was mined, those of the baselines inside. `total` has the figures themselves where all sets are of one layout, else one entry per layout. */
export function asJson(variant: Variant, rows: readonly Row[], totals: readonly Row[]): string {
  const own = (row: Row): Figures => figures(row.counts[OURS] as Counts);
  const others = (row: Row): [string, Figures][] =>
    Object.entries(row.counts)
      .filter(([system]) => system !== OURS)
      .map(([system, counts]) => [system, figures(counts)]);
  const one = (row: Row) => ({ ...own(row), baselines: Object.fromEntries(others(row)) });
  const [only] = totals;
  const total = totals.length === 1 ? one(only as Row) : Object.fromEntries(totals.map((row) => [row.layout, one(row)]));
  return `${JSON.stringify({ variant, sets: Object.fromEntries(rows.map((row) => [row.name, one(row)])), total }, null, 2)}\n`;
}

const HEADS: Readonly<Record<Layout, readonly [string, (figures: Figures) => number | undefined][]>> = {
  lists: [
    ["pages", ({ pages }) => pages],
    ["found", ({ found }) => found],
    ["list P", ({ precision }) => precision],
    ["list R", ({ recall }) => recall],
    ["list F1", ({ f1 }) => f1],
    ["goal", ({ goal }) => goal],
  ],
  recipes: [
    ["pages", ({ pages }) => pages],
    ["found", ({ found }) => found],
    ["exact", ({ exact }) => exact],
    ["step P", ({ precision }) => precision],
    ["step R", ({ recall }) => recall],
    ["step F1", ({ f1 }) => f1],
    ["goal", ({ goal }) => goal],
  ],
  negatives: [
    ["pages", ({ pages }) => pages],
    ["false pages", ({ falsePages }) => falsePages],
    ["false share", ({ pages, falsePages = 0 }) => falsePages / pages],
  ],
};

/** One table per layout: each set by each system. */
export function asTables(systems: readonly string[], rows: readonly Row[]): string {
  return [...Map.groupBy(rows, ({ layout }) => layout)]
    .map(([layout, own]) => {
      const columns = HEADS[layout];
      const lines = own.flatMap(({ name, counts }) =>
        systems.map((system) => {
          const told = figures(counts[system] as Counts);
          return [name, system, ...columns.map(([head, pick]) => printed(pick(told), head))];
        }),
      );
      return printTable(["set", "by", ...columns.map(([head]) => head)], lines);
    })
    .join("\n");
}

function printed(value: number | undefined, head: string): string {
  return value === undefined ? "-" : ["pages", "found", "false pages"].includes(head) ? String(value) : value.toFixed(3);
}
