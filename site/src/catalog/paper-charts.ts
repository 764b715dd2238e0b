import type { Paper } from "@stepladder/schema";
import { grouped } from "../../../data/papers/figures.ts";
import type { PrintedRow } from "../charts/printed.ts";
import { inSentence } from "../format.ts";
import { numberOf, type PublishedBoard, type PublishedColumn, type PublishedRow, type PublishedVersion } from "./published-boards.ts";

/** A small chart of a paper: one metric of one benchmark, in one setting where the paper has the same systems in several. */
export interface PaperChart {
  /** Id of the benchmark. */
  readonly benchmark: string;
  /** The benchmark, which version and setting of it, and the metric where it has several. */
  readonly title: string;
  /** What to see. */
  readonly says: string;
  /** Best first. */
  readonly rows: readonly PrintedRow[];
  /** Rows of the table that the chart has no room for. */
  readonly more: number;
}

/** Most charts of a paper, and most rows of a chart. */
const MOST_CHARTS = 6;
const MOST_ROWS = 8;

/**
 * The charts of a paper's main table: of each benchmark the metric and setting with most systems, then the next, until there are enough.
 * `boards` are those of the paper's figures alone. Empty where the paper sets nothing beside anything.
 */
export function paperCharts({ name, figures }: Pick<Paper, "name" | "figures">, boards: readonly PublishedBoard[]): PaperChart[] {
  const order = figures.map(({ benchmark }) => benchmark);
  const queues = boards.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map((board) => chartsOf(board, name));
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []))
    .flat()
    .slice(0, MOST_CHARTS);
}

/** All that could be drawn of a benchmark, most rows first. */
function chartsOf(board: PublishedBoard, paper: string): PaperChart[] {
  return board.columns
    .flatMap((column, at) =>
      board.versions.flatMap((version) => facets(version, at).map((rows) => chartOf(board, column, at, version, rows, paper))),
    )
    .sort((a, b) => b.rows.length + b.more - a.rows.length - a.more);
}

/** Rows that stand beside each other: those of one setting where it has several systems, the plain one first, else all. */
function facets({ rows }: PublishedVersion, column: number): PublishedRow[][] {
  const known = rows.filter(({ cells }) => cells[column]?.figures.some((figure) => numberOf(figure) !== undefined));
  const settings = grouped(known, ({ setting }) => setting ?? "")
    .map(([, own]) => own)
    .filter((own) => own.length > 1)
    .sort(([a], [b]) => Number(a?.setting !== undefined) - Number(b?.setting !== undefined));
  if (settings.length > 0) return settings;
  return known.length > 1 ? [known] : [];
}

function chartOf(
  { id, name, columns }: PublishedBoard,
  column: PublishedColumn,
  at: number,
  { version }: PublishedVersion,
  rows: readonly PublishedRow[],
  paper: string,
): PaperChart {
  const [first, ...others] = new Set(rows.map(({ setting }) => setting));
  const shared = others.length === 0 ? first : undefined;
  const unit = unitOf(rows, at, column);
  // Figures of one unit are drawn in it, those of several in percent.
  const scale = unit === "0-1" ? 100 : 1;
  const all = rows.map(
    ({ system, setting, cells }): PrintedRow => ({
      name: shared === setting || setting === undefined ? system.name : `${system.name}, ${setting}`,
      own: isOf(paper, system.name),
      contradicts: cells[at]?.contradicts ?? false,
      marks: (cells[at]?.figures ?? []).flatMap((figure) => {
        const value = numberOf(figure);
        return value === undefined ? [] : [{ value: value / scale, text: figure.text }];
      }),
    }),
  );
  const sign = column.better === "lower" ? 1 : -1;
  const sorted = all.toSorted((a, b) => sign * (firstOf(a) - firstOf(b)));
  const shown = shortened(sorted);
  return {
    benchmark: id,
    title: [name, version, shared, columns.length > 1 ? column.title : undefined].filter((part) => part !== undefined).join(", "),
    says: saysOf(sorted, column, unit),
    rows: shown,
    more: sorted.length - shown.length,
  };
}

/** The best rows, and always the paper's own. */
function shortened(rows: readonly PrintedRow[]): PrintedRow[] {
  const kept = new Set([...new Set([...rows.filter(({ own }) => own), ...rows])].slice(0, MOST_ROWS));
  return rows.filter((row) => kept.has(row));
}

/** What figures are drawn in: percent where all of them are printed as so many of so many. */
function unitOf(rows: readonly PublishedRow[], at: number, { unit }: PublishedColumn): string | undefined {
  const [total, ...others] = new Set(rows.flatMap(({ cells }) => (cells[at]?.figures ?? []).map(({ text }) => text.split("/")[1])));
  if (total === undefined || others.includes(undefined)) return unit;
  return others.length === 0 ? `% of ${total}` : "%";
}

function saysOf(rows: readonly PrintedRow[], { title, better }: PublishedColumn, unit: string | undefined): string {
  const metric = `${inSentence(title)}${unit === undefined || unit === "" || unit === "0-1" ? "" : ` (${unit})`}`;
  if (better === "neither") return `${rows.length} by ${metric}`;
  const best = rows.filter((row) => firstOf(row) === firstOf(rows[0] as PrintedRow)).map(({ name }) => name);
  return `${best.slice(0, 2).join(" and ")} ${best.length === 1 ? "has" : "have"} the ${better === "higher" ? "highest" : "lowest"} ${metric} of ${rows.length}`;
}

function firstOf({ marks }: PrintedRow): number {
  return marks[0]?.value ?? Number.NaN;
}

/** Whether a system is what a paper is about: its name, or what stands behind a plus or in brackets there, begins with that of the paper. */
function isOf(paper: string, system: string): boolean {
  return system
    .split(/ \+ | \(/)
    .some((part) => part.toLowerCase().startsWith(paper.toLowerCase()) && !/^\p{L}/u.test(part.slice(paper.length)));
}
