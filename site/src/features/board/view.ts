import type { coverageOn, Unscored } from "@stepladder/wasm/host/board.ts";
import type { Value } from "@stepladder/wasm/metrics/contract.ts";
import { inSentence } from "../../format.ts";
import type { BoardQuery } from "../../state/board.ts";
import { drawCount, drawCoverage, drawNothing, drawRank, drawScore, drawWhisker } from "./cells.ts";
import type { BoardFacts, BoardMetric } from "./facts.ts";
import { type BoardRow, type BoardTable, cellOf, restore, sortOf } from "./tables.ts";
import type { ToldRows } from "./told.ts";

/** The figures of a cut, as far as they are computed. */
export interface CutFigures {
  readonly coverage: ReturnType<typeof coverageOn>;
  /** For each metric the value of each row that was measured. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, Value>>>;
  /** For each table by slice the ranking metric's values, in the order of its columns. */
  readonly bySlice: Readonly<Record<string, ReadonlyMap<string, readonly Value[]>>>;
  /** How the rows stand, for the metrics that have come so far. */
  readonly standings: Readonly<Record<string, ToldRows>>;
}

const UNMEASURED = { kind: "none", reason: "its predictions are not here: nothing is known of a part of the items" } as const;

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
    for (const row of board.apart) drawUnmeasured(board, row, facts);
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

function drawRow(board: BoardTable, row: BoardRow, facts: BoardFacts, cut: CutFigures): void {
  const { slice } = board.table.dataset;
  const unscored = cut.coverage.of.get(row.id);
  if (slice !== undefined) drawSlice(board, row, facts, cut.bySlice[slice]?.get(row.id));
  else if (unscored === undefined) drawUnmeasured(board, row, facts);
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
  for (const reason of ["unreadable", "no-prediction"] as const) {
    const cell = cellOf(board, row, reason);
    if (cell !== undefined) drawCount(cell, unscored[reason] ?? 0);
  }
}

function drawUnmeasured(board: BoardTable, row: BoardRow, { metrics }: BoardFacts): void {
  for (const { dataset } of board.heads) {
    const { col: column = "" } = dataset;
    const cell = cellOf(board, row, column);
    const metric = metrics.find(({ id }) => id === column);
    if (cell !== undefined && metric !== undefined) drawScore(cell, UNMEASURED, metric.unit, undefined);
    if (cell !== undefined && ["coverage", "unreadable", "no-prediction"].includes(column)) drawNothing(cell, UNMEASURED.reason);
  }
  row.row.querySelector("td.scale")?.replaceChildren();
}

function drawSlice(board: BoardTable, row: BoardRow, { metrics }: BoardFacts, values: readonly Value[] | undefined): void {
  const unit = metrics.find(({ id }) => id === board.table.dataset.metric)?.unit ?? "fraction";
  const columns = board.heads.filter(({ dataset }) => dataset.col !== "system");
  for (const [at, head] of columns.entries()) {
    const cell = row.row.cells[head.cellIndex];
    if (cell === undefined) continue;
    drawScore(cell, values?.[at] ?? UNMEASURED, unit, undefined);
    cell.classList.remove("best");
  }
}
