import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Names, Paper, type Problem } from "@stepladder/schema";
import { fromPath } from "@stepladder/wasm/intake/node.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { COLLECTED_COLUMNS, fromCollected } from "../../data/papers/collected.ts";
import {
  COLUMNS,
  type Contradiction,
  type Figure,
  type FigureFault,
  type FigureRecord,
  gather,
  grouped,
  type Merge,
  OPTIONAL,
  readFigure,
  tablesOf,
} from "../../data/papers/figures.ts";
import { type Linked, LinkIndex } from "../../data/papers/linked.ts";
import { NameTable } from "../../data/papers/names.ts";
import { paperText } from "../../data/papers/write.ts";
import { loadAllEntries } from "./boards.ts";
import { CommandError } from "./errors.ts";

/** Where papers and the table of names are. */
export const PAPERS = fileURLToPath(new URL("../../data/papers", import.meta.url));

/** What a file of figures becomes. Every row of it is in exactly one of `figures` (by its lines) and `leftOut`. */
export interface FigureImport {
  readonly rows: number;
  readonly figures: readonly Figure[];
  /** Rows that say what another says. */
  readonly merged: readonly Merge[];
  readonly leftOut: readonly { readonly line: number; readonly reason: string }[];
  /** Figures that contradict each other, kept side by side. */
  readonly contradictions: readonly Contradiction[];
  /** Figures whose source leaves something open, by what. */
  readonly unclear: ReadonlyMap<string, readonly Figure[]>;
  /** Figures whose source prints no unit: they have that of their metric. */
  readonly unitless: number;
  /** Figures that boards of tracks hold too, and those of them that are another number there. */
  readonly linked: readonly { readonly figure: Figure; readonly link: Linked }[];
  /** File name to content, of every paper that the file has figures of. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads a file of figures into the papers of a folder; writes nothing. Throws CommandError that tells all bad rows, each with line and field. */
export async function importFigures(csv: string, folder: string): Promise<FigureImport> {
  const names = await readNames(join(folder, "names.json"));
  const papers = await readPapers(folder);
  const { rows, columns } = await readRows(csv);
  const collected = COLLECTED_COLUMNS.every((column) => columns.includes(column));
  const lost = COLUMNS.filter((column) => !OPTIONAL.has(column) && !columns.includes(column));
  if (!collected && lost.length > 0) {
    throw new CommandError(
      `${csv}: expected the columns ${COLUMNS.join(", ")}, found none named ${lost.join(", ")}; data/papers/README.md tells what each holds`,
    );
  }
  let unitless = 0;
  const figures: Figure[] = [];
  const faults: FigureFault[] = [];
  const leftOut: { line: number; reason: string }[] = [];
  for (const { line, record } of rows) {
    const own = collected ? fromCollected(record as Parameters<typeof fromCollected>[0]) : record;
    if ("leftOut" in own && own.leftOut !== undefined) {
      leftOut.push({ line, reason: own.leftOut });
      continue;
    }
    if (((own as FigureRecord).unit ?? "").trim() === "") unitless++;
    const figure = readFigure(own as FigureRecord, line, names);
    if (!("system" in figure)) faults.push(...figure);
    else if (papers.has(figure.paper)) figures.push(figure);
    else
      faults.push({
        line,
        field: "paper",
        expected: `the slug of a file in data/papers, such as ${[...papers.keys()][0] ?? "procbench"}`,
        found: JSON.stringify(figure.paper),
      });
  }
  if (faults.length > 0) throw new CommandError(toldFaults(csv, faults));
  const gathered = gather(figures);
  const files = new Map<string, string>();
  for (const [slug, own] of grouped(gathered.figures, ({ paper }) => paper)) {
    files.set(`${slug}.json`, paperText(Paper.parse({ ...papers.get(slug), figures: tablesOf(own) })));
  }
  const index = new LinkIndex(await loadAllEntries(), names);
  const linked = gathered.figures.flatMap((figure) => {
    const link = index.link(figure);
    return link === undefined ? [] : [{ figure, link }];
  });
  return { rows: rows.length, ...gathered, leftOut, unclear: unclearOf(gathered.figures, names), unitless, linked, files };
}

/** How many bad fields are told one by one. */
const SHOWN = 20;

function toldFaults(csv: string, faults: readonly FigureFault[]): string {
  const lines = faults
    .slice(0, SHOWN)
    .map(({ line, field, expected, found }) => `${csv}, line ${line}, ${field}: expected ${expected}, found ${found}`);
  const more = faults.length > SHOWN ? [`... and ${faults.length - SHOWN} more`] : [];
  return [...lines, ...more, "nothing is written"].join("\n");
}

function unclearOf(figures: readonly Figure[], { names }: NameTable): ReadonlyMap<string, readonly Figure[]> {
  const open = figures.flatMap((figure) => {
    const why = names.metrics[figure.metric]?.unclear;
    return why === undefined ? [] : [{ why, figure }];
  });
  return new Map(grouped(open, ({ why }) => why).map(([why, own]) => [why, own.map(({ figure }) => figure)]));
}

async function readRows(
  csv: string,
): Promise<{ rows: readonly { line: number; record: Readonly<Record<string, string>> }[]; columns: readonly string[] }> {
  const rows: { line: number; record: Readonly<Record<string, string>> }[] = [];
  const problems: string[] = [];
  let columns: readonly string[] = [];
  const reading = {
    problem: (problem: Problem) => {
      problems.push(`${csv}, line ${problem.line ?? "?"}: expected ${problem.expected}, found ${problem.found}`);
    },
    columns: (_: string, found: readonly string[]) => {
      columns = found;
    },
  };
  for await (const batch of readSource(fromPath(csv, csv), reading)) {
    for (const { value, line = 0 } of batch) rows.push({ line, record: value as Readonly<Record<string, string>> });
  }
  if (problems.length > 0) throw new CommandError([...problems.slice(0, SHOWN), "nothing is written"].join("\n"));
  return { rows, columns };
}

/** The table of names of a folder. */
export async function readNames(path: string): Promise<NameTable> {
  return new NameTable(Names.parse(JSON.parse(await readFile(path, "utf8"))));
}

/** All papers of a folder, by slug. */
export async function readPapers(folder: string): Promise<ReadonlyMap<string, Paper>> {
  const found = (await readdir(folder))
    .filter((name) => name.endsWith(".json") && name !== "names.json" && name !== "tsconfig.json")
    .sort();
  const papers = new Map<string, Paper>();
  for (const name of found) {
    const read = Paper.safeParse(JSON.parse(await readFile(join(folder, name), "utf8")));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new CommandError(`${join(folder, name)}, ${issue?.path.join(".")}: expected a paper, found that ${issue?.message}`);
    }
    if (`${read.data.slug}.json` !== name)
      throw new CommandError(`${join(folder, name)}, slug: expected ${name.slice(0, -5)}, found ${read.data.slug}`);
    papers.set(read.data.slug, read.data);
  }
  return papers;
}
