import type { Cut, coverageOn, Unscored } from "@stepladder/wasm/host/board.ts";
import type { Value } from "@stepladder/wasm/metrics/contract.ts";
import { inSentence } from "../../format.ts";
import type { BoardQuery } from "../../state/board.ts";
import { drawCount, drawCoverage, drawNothing, drawRank, drawScore, drawWhisker } from "./cells.ts";
import type { BoardFacts, BoardMetric } from "./facts.ts";
import { type BoardRow, type BoardTable, cellOf, restore, sortOf } from "./tables.ts";
import type { ToldRows } from "./told.ts";

/** The figures of a cut, as far as they are computed. */
export interface CutFigures {
  readonly cut: Cut;
  readonly coverage: ReturnType<typeof coverageOn>;
  /** For each metric the value of each row that was measured. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, Value>>>;
  /** For each table by slice the ranking metric's values, in the order of its columns. */
  readonly bySlice: Readonly<Record<string, ReadonlyMap<string, readonly Value[]>>>;
  /** How the rows stand, for the metrics that have come so far. */
  readonly standings: Readonly<Record<string, ToldRows>>;
}

const UNMEASURED = { kind: "none", reason: "its predictions are not here: nothing is known of a part of the items" } as const;

const REASONS = ["unreadable", "no-prediction"] as const;
/** Columns of what a row left unanswered. */
export const COVERAGE: readonly string[] = ["coverage", ...REASONS];

/** The metric that a table's ranks go by: that of the column which orders it, else its first. */
export function rankingOf(board: BoardTable, query: BoardQuery, { metrics }: BoardFacts): BoardMetric | undefined {
  const { metric: first } = board.table.dataset;
  const column = sortOf(board, query)?.column;
  const own = metrics.filter(({ id }) => board.heads.some(({ dataset }) => dataset.col === id));
  return own.find(({ id }) => id === column) ?? own.find(({ id }) => id === first);
}

/** Writes a table's figures: those that the page was built with, or those of a cut; ranks by the metric given. */
export function draw(board: BoardTable, facts: BoardFacts, ranking: BoardMetric | undefined, cut: CutFigures | undefined): void {
  restore(board);
  const isFirst = ranking?.id === board.table.dataset.metric;
  if (cut !== undefined) {
    for (const row of board.rows) drawRow(board, row, facts, cut);
    for (const row of board.apart) drawUnmeasured(board, row, facts, cut);
  }
  if (ranking !== undefined && (cut !== undefined || !isFirst)) drawRanks(board, ranking, (cut ?? facts).standings[ranking.id] ?? {});
  const head = board.heads.find(({ dataset }) => dataset.col === "rank");
  if (head !== undefined && ranking !== undefined) head.title = `by ${inSentence(ranking.title)}, among systems scored here`;
}

function drawRanks(board: BoardTable, metric: BoardMetric, told: ToldRows): void {
  const systems = Object.values(told).filter(({ rank }) => rank !== undefined).length;
  for (const row of board.rows) {
    const cell = cellOf(board, row, "rank");
    if (cell !== undefined) drawRank(cell, told[row.id], metric, systems);
  }
}

/** Writes the figures of a cut into a row: those of its own predictions, or what its source prints. */
export function drawRow(board: BoardTable, row: BoardRow, facts: BoardFacts, cut: CutFigures): void {
  const { slice } = board.table.dataset;
  const unscored = cut.coverage.of.get(row.id);
  if (unscored === undefined) drawUnmeasured(board, row, facts, cut);
  else if (slice !== undefined) drawSlice(board, row, facts, cut.bySlice[slice]?.get(row.id) ?? []);
  else drawMeasured(board, row, facts, cut, unscored);
}

function drawMeasured(board: BoardTable, row: BoardRow, facts: BoardFacts, cut: CutFigures, unscored: Unscored): void {
  for (const { id, unit } of facts.metrics) {
    const cell = cellOf(board, row, id);
    const value = cut.values[id]?.get(row.id);
    if (cell === undefined || value === undefined) continue;
    const told = cut.standings[id]?.[row.id];
    drawScore(cell, value, unit, told?.interval);
    const scale = id === board.table.dataset.metric ? row.row.querySelector<HTMLTableCellElement>("td.scale") : null;
    if (scale !== null) drawWhisker(scale, value, told);
    cell.classList.toggle("best", told?.rank === 1);
  }
  const coverage = cellOf(board, row, "coverage");
  if (coverage !== undefined) drawCoverage(coverage, cut.coverage.items, unscored);
  for (const reason of REASONS) {
    const cell = cellOf(board, row, reason);
    if (cell !== undefined) drawCount(cell, unscored[reason] ?? 0);
  }
}

/** A row without predictions here: what its source prints of just this cut, or nothing. */
function drawUnmeasured(board: BoardTable, row: BoardRow, facts: BoardFacts, { cut }: CutFigures): void {
  const printed = printedOn(facts, row.id, cut);
  for (const { dataset } of board.heads) {
    const { col: column = "" } = dataset;
    const cell = cellOf(board, row, column);
    const { metric: first, slice } = board.table.dataset;
    // In a table by slice every column but the system's is of its metric, and only that of all items is of the whole cut.
    const isHere = slice === undefined || column === "all" || cut[slice]?.includes(column);
    const metric = facts.metrics.find(({ id }) => id === (slice === undefined ? column : first));
    if (cell === undefined || column === "system") continue;
    if (metric !== undefined) drawScore(cell, (isHere && printed[metric.id]) || UNMEASURED, metric.unit, undefined);
    else if (COVERAGE.includes(column)) drawNothing(cell, UNMEASURED.reason);
  }
  const scale = row.row.querySelector<HTMLTableCellElement>("td.scale");
  if (scale !== null) drawWhisker(scale, printed[board.table.dataset.metric ?? ""] ?? UNMEASURED, undefined);
}

/** What a source prints of a cut, by metric: only of one value of one slice does any. */
function printedOn({ quoted }: BoardFacts, entry: string, cut: Cut): Readonly<Record<string, Value>> {
  const [one, ...others] = Object.entries(cut).flatMap(([slice, values]) => values.map((value) => ({ slice, value })));
  if (one === undefined || others.length > 0) return {};
  const figures = Object.entries(quoted[entry]?.[one.slice]?.[one.value] ?? {});
  return Object.fromEntries(figures.flatMap(([id, { value }]) => (value === undefined ? [] : [[id, { kind: "value", value }]])));
}

/** The figures of a measured row by slice: `values` of all items in the cut, then of each value of the slice. */
function drawSlice(board: BoardTable, row: BoardRow, { metrics }: BoardFacts, values: readonly Value[]): void {
  const unit = metrics.find(({ id }) => id === board.table.dataset.metric)?.unit ?? "fraction";
  for (const [at, value] of values.entries()) {
    const cell = row.row.cells[at + 1];
    if (cell === undefined) continue;
    drawScore(cell, value, unit, undefined);
    cell.classList.remove("best");
  }
}
