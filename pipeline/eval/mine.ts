// `npm run eval:mine`: how well procedures are mined, on gold of any folder, and how well one would do without a miner. See README.md.
import { Command, Option } from "commander";
import { CommandError, told } from "../core/errors.ts";
import type { Page } from "../core/mining.ts";
import { minePage } from "../miners/index.ts";
import { BASELINES } from "./baselines.ts";
import { findGold, type GoldSet } from "./gold.ts";
import { asJson, asTables, OURS } from "./report.ts";
import { type Counts, countPage, type Found, noCounts, pooled } from "./score.ts";
import { VARIANTS, type Variant, varied } from "./variants.ts";

interface Asked {
  readonly gold: string;
  readonly variant: Variant;
  readonly json?: boolean;
  readonly baselines: boolean;
}

type Find = (page: Page) => readonly Found[];

/** A page that cannot be parsed holds nothing that can be mined. */
const mined: Find = (page) => {
  const found = minePage(page);
  return "kind" in found ? [] : found;
};

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
  const systems: Record<string, Find> = { [OURS]: mined, ...(baselines ? BASELINES : {}) };
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
