import { shareLetter } from "@stepladder/wasm/stats/letters.ts";
import { inSentence } from "../../format.ts";
import type { Mine } from "../../state/mine.ts";
import { el } from "../compare/dom.ts";
import { drawCoverage, drawNothing, drawRank, drawScore, restoreCell } from "./cells.ts";
import type { BoardFacts, BoardMetric } from "./facts.ts";
import { type BoardRow, type BoardTable, cellOf, restoreRow } from "./tables.ts";
import { rankTitle, type Told, type ToldRows } from "./told.ts";
import { COVERAGE, type CutFigures, drawRow } from "./view.ts";

/** Under this id a result of the reader's own stands among the rows of its board, one at a time. */
export const OWN = "mine:";

/** What leads on from a row of the reader's own. */
export interface Leads {
  /** Address that compares it with the first in line; absent where nothing can be compared. */
  readonly compare: string | undefined;
  remove(): void;
}

/** A kept result as a row of a table, with the values it was kept with: a row like the others, filled anew. */
export function ownRow(board: BoardTable, mine: Mine, facts: BoardFacts, why: string | undefined, leads: Leads): BoardRow | undefined {
  const pattern = board.rows[0] ?? board.apart[0];
  if (pattern === undefined) return undefined;
  const row = pattern.built.cloneNode(true) as HTMLTableRowElement;
  for (const key of Object.keys(row.dataset)) delete row.dataset[key];
  row.className = "mine";
  row.dataset.kind = "mine";
  const own = { id: OWN, row };
  for (const cell of row.cells) {
    cell.classList.remove("best");
    drawNothing(cell, "not known of a result of your own");
  }
  fillSystem(row, mine, why, leads);
  fillFigures(board, own, mine, facts);
  const evidence = cellOf(board, own, "evidence");
  evidence?.replaceChildren("your own");
  evidence?.removeAttribute("title");
  return { ...own, built: row.cloneNode(true) as HTMLTableRowElement };
}

function fillSystem(row: HTMLTableRowElement, { name }: Mine, why: string | undefined, { compare, remove }: Leads): void {
  const head = row.querySelector<HTMLTableCellElement>("th") as HTMLTableCellElement;
  head.dataset.value = name;
  head.removeAttribute("title");
  const button = el("button", { type: "button", class: "plain", "aria-label": `Remove ${name} from this machine` }, "Remove");
  button.addEventListener("click", remove);
  const link = compare === undefined ? undefined : el("a", { href: compare, "aria-label": `Compare ${name}` }, "Compare");
  head.replaceChildren(
    el("span", { class: "foreign" }, name),
    el("span", { class: "kept" }, why === undefined ? "only on this machine" : `only on this machine; not ranked: ${why}`),
    el("span", { class: "kept leads no-print" }, link, button),
  );
}

function fillFigures(board: BoardTable, own: Pick<BoardRow, "row">, { scores, coverage }: Mine, { metrics }: BoardFacts): void {
  const { metric: first, slice } = board.table.dataset;
  for (const { id, unit } of metrics) {
    const cell = slice === undefined ? cellOf(board, own, id) : id === first ? cellOf(board, own, "all") : undefined;
    const value = scores[id];
    if (cell === undefined || value === undefined) continue;
    drawScore(cell, { kind: "value", value }, unit, undefined);
    cell.removeAttribute("title");
  }
  own.row.querySelector("td.scale")?.removeAttribute("title");
  own.row.querySelector("td.scale")?.replaceChildren();
  const share = cellOf(board, own, "coverage");
  if (share !== undefined) drawCoverage(share, coverage.items, { "no-prediction": coverage.items - coverage.scored });
}

/** What is known of a result of the reader's own on what the page shows. */
export interface OwnFigures {
  readonly mine: Mine;
  /** Figures of the cut, the result among the rows; absent where there are none of it. */
  readonly figures: CutFigures | undefined;
  /** Why it has no rank; absent where one is expected. */
  readonly why: string | undefined;
}

/** Writes a row of the reader's own: `shown` tells how the others stand without it. */
export function drawOwn(
  board: BoardTable,
  own: BoardRow,
  { mine, figures, why }: OwnFigures,
  { facts, ranking, shown }: { facts: BoardFacts; ranking: BoardMetric | undefined; shown: ToldRows },
): void {
  restoreRow(own);
  const isMeasured = figures?.coverage.of.has(OWN) === true;
  if (figures !== undefined) drawRow(board, own, facts, figures);
  if (isMeasured && mine.coverage.scored < mine.coverage.items) drawAnswered(board, own, figures);
  const cell = cellOf(board, own, "rank");
  if (cell === undefined || ranking === undefined) return;
  const joined = (isMeasured && figures.standings[ranking.id]) || {};
  const told = why === undefined ? joined[OWN] : undefined;
  if (told?.rank === undefined) drawNothing(cell, `not ranked: ${why ?? "it has no value here"}`);
  else drawJoined(board, cell, told, joined, shown, ranking);
}

/** Which items it left out is not kept: how many is known only of all of them. */
function drawAnswered(board: BoardTable, own: BoardRow, { cut }: CutFigures): void {
  for (const column of COVERAGE) {
    const cell = cellOf(board, own, column);
    if (cell === undefined) continue;
    if (Object.keys(cut).length === 0) restoreCell(cell, own.built.cells[cell.cellIndex] as HTMLTableCellElement);
    else drawNothing(cell, "which items it left out is not kept");
  }
}

/** The rank that it would have. Letters are shown only where the others would keep theirs: else they would name other groups than those shown. */
function drawJoined(
  board: BoardTable,
  cell: HTMLTableCellElement,
  told: Told,
  joined: ToldRows,
  shown: ToldRows,
  metric: BoardMetric,
): void {
  const others = Object.entries(joined).filter(([id, { rank }]) => id !== OWN && rank !== undefined);
  const keep = others.every(([id, { letters }]) => letters === shown[id]?.letters);
  const alike = others.filter(([, { letters = "" }]) => shareLetter(letters, told.letters ?? ""));
  const systems = others.length + 1;
  drawRank(cell, keep ? told : { ...told, letters: "" }, metric, systems);
  const names = alike.map(([id]) => nameOf(board, id));
  const level =
    names.length === 0
      ? "It is separated from every system when all are ranked at once."
      : `It is not separated from ${names.join(", ")} when all are ranked at once.`;
  const sentence = rankTitle({ ...told, letters: "" }, inSentence(metric.title), systems);
  cell.title = `As if it joined; the others keep the ranks that they have without it. ${sentence} ${level}`;
}

function nameOf({ rows }: BoardTable, id: string): string {
  return rows.find((row) => row.id === id)?.row.querySelector("th")?.dataset.value ?? id;
}
