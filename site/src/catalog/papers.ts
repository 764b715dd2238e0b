import { Names, Paper } from "@stepladder/schema";
import { LinkIndex } from "../../../data/papers/linked.ts";
import names from "../../../data/papers/names.json";
import { NameTable } from "../../../data/papers/names.ts";
import { href } from "../link.ts";
import { publishedBoards } from "./published-boards.ts";
import { pageOf, systemsOf } from "./systems.ts";
import { catalog } from "./tracks.ts";

const files = import.meta.glob<unknown>(["../../../data/papers/*.json", "!../../../data/papers/{names,tsconfig}.json"], {
  eager: true,
  import: "default",
});

/** All papers, the latest first. */
export const papers: readonly Paper[] = Object.values(files)
  .map((record) => Paper.parse(record))
  .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.name.localeCompare(b.name, "en")));

/** Slug of a paper to the name of its system or benchmark. */
export const paperNames: ReadonlyMap<string, string> = new Map(papers.map(({ slug, name }) => [slug, name]));

/** The one table of names. */
export const table = new NameTable(Names.parse(names));

/** Benchmarks that papers print figures of, by name. */
export const benchmarks = publishedBoards(papers, table.names);

/** Those that no track scores. */
export const publishedOnly = benchmarks.filter(({ track }) => track === undefined);

/** Where boards hold what papers print. */
export const links = new LinkIndex(
  catalog.flatMap(({ entries }) => entries),
  table,
);

/** All systems that have a result, those on most benchmarks first. */
export const systems = systemsOf(
  catalog.flatMap(({ entries }) => entries),
  benchmarks,
  table,
);
const paged = new Set(systems.map(({ id }) => id));

/** How many figures a paper has. */
export function figureCount({ figures }: Pick<Paper, "figures">): number {
  return figures.reduce(
    (sum, { rows }) => sum + rows.reduce((own, { values }) => own + values.filter((value) => value !== null).length, 0),
    0,
  );
}

/** Kinds of evidence of a paper's figures, and what a mark says. */
export const FIGURE_EVIDENCE_WORDS = {
  published: "printed by those who measured it",
  secondary: "quoted by somebody else; the source was not seen",
  "self-reported": "told without a source",
  rescored: "computed elsewhere from released outputs with the benchmark's own code",
  derived: "reckoned from printed figures, printed nowhere",
} as const;

/** Which way a metric is better, in words. */
export const direction = { higher: "higher is better", lower: "lower is better", neither: "neither is better" } as const;

/** A unit as a column's header has it. */
export function unitText(unit: string): string {
  return unit === "0-1" ? "0 to 1" : unit;
}

export function paperHref(slug: string): string {
  return href(`papers/${encodeURIComponent(slug)}/`);
}

/** Page of a system; of its model for a dated version; `undefined` for a part that is played in one study. */
export function systemHref(id: string): string | undefined {
  const page = pageOf(table, id);
  return paged.has(page) ? href(`systems/${encodeURIComponent(page)}/`) : undefined;
}

export function benchmarkHref(id: string): string {
  return href(`benchmarks/${encodeURIComponent(id)}/`);
}
