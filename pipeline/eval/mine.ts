// `npm run eval:mine`: how well procedures are mined, on gold of any folder, and how well one would do without a miner. See README.md.
import { Command, Option } from "commander";
import { CommandError, told } from "../core/errors.ts";
import type { Page } from "../core/mining.ts";
import { printTable } from "../core/table.ts";
import { minePage } from "../miners/index.ts";
import { BASELINES } from "./baselines.ts";
import { findGold, type GoldSet, type Layout } from "./gold.ts";
import { type Counts, countPage, type Figures, type Found, figures, noCounts, pooled } from "./score.ts";
import { VARIANTS, type Variant, varied } from "./variants.ts";

interface Asked {
  readonly gold: string;
  readonly variant: Variant;
  readonly json?: boolean;
  readonly baselines: boolean;
}

type Find = (page: Page) => readonly Found[];
const OURS = "mined";

await new Command("eval:mine")
  .description("precision, recall, F1 and exact step lists of what is mined from pages with gold, beside baselines")
  .requiredOption("--gold <folder>", "mining gold, recipe pages or negatives; or a folder above several of them")
  .addOption(new Option("--variant <name>", "how the pages are made harder").choices(VARIANTS).default("as-is"))
  .option("--json", "print the figures as JSON")
  .option("--no-baselines", "leave the baselines out")
  .action(evaluate)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`eval:mine: ${told(error) ?? String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  });

function evaluate({ gold, variant, json, baselines }: Asked): void {
  const systems: Record<string, Find> = { [OURS]: minePage, ...(baselines ? BASELINES : {}) };
  const scored = findGold(gold).map((set) => ({ set, counts: countSet(set, variant, systems) }));
  const empty = scored.find(({ counts }) => counts[OURS]?.pages === 0);
  if (empty !== undefined) throw new CommandError(`${gold}: expected pages in set ${empty.set.name}, found none`);
  const rows = scored.map(({ set, counts }) => ({ name: set.name, layout: set.layout, counts }));
  const totals = [...Map.groupBy(rows, ({ layout }) => layout)].map(([layout, own]) => ({
    name: "total",
    layout,
    counts: Object.fromEntries(Object.keys(systems).map((system) => [system, pooled(own.map(({ counts }) => counts[system] as Counts))])),
  }));
  process.stdout.write(json ? asJson(variant, rows, totals) : asTables(Object.keys(systems), [...rows, ...totals]));
}

function countSet(set: GoldSet, variant: Variant, systems: Readonly<Record<string, Find>>): Record<string, Counts> {
  const counts = Object.fromEntries(Object.keys(systems).map((system) => [system, noCounts(set.layout)]));
  for (const gold of set.pages()) {
    const page = { ...gold.page, text: varied(gold.page.text, variant) };
    for (const [system, find] of Object.entries(systems)) countPage(counts[system] as Counts, gold, find(page));
  }
  return counts;
}

interface Row {
  readonly name: string;
  readonly layout: Layout;
  readonly counts: Readonly<Record<string, Counts>>;
}

/** `total` has the figures themselves where all sets are of one layout, else one entry per layout. */
function asJson(variant: Variant, rows: readonly Row[], totals: readonly Row[]): string {
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

function asTables(systems: readonly string[], rows: readonly Row[]): string {
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
