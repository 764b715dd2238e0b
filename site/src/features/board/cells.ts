import type { Unscored } from "@stepladder/wasm/host/board.ts";
import type { Value } from "@stepladder/wasm/metrics/contract.ts";
import type { SvgNode } from "../../charts/svg.ts";
import { whisker } from "../../charts/whisker.ts";
import { formatCell, inSentence, scoreTitle } from "../../format.ts";
import type { BoardMetric } from "./facts.ts";
import { rangeText, rankTitle, type Told } from "./told.ts";

/** Writes a rank as RankCell.astro does. */
export function drawRank(cell: HTMLTableCellElement, told: Told | undefined, metric: BoardMetric, systems: number): void {
  if (told?.rank === undefined) {
    delete cell.dataset.value;
    cell.title = "";
    cell.replaceChildren(...nothing("not ranked"));
    return;
  }
  cell.dataset.value = String(told.rank);
  cell.title = rankTitle(told, inSentence(metric.title), systems);
  const range = rangeText(told);
  const standing = span("standing", span("place", String(told.rank)));
  standing.append(span("range", range === "" ? "" : `(${range})`), span("letters", told.letters ?? ""));
  cell.replaceChildren(standing);
}

/** Writes a figure into a cell, or why there is none; a link to where it is told in full stays. */
export function drawScore(cell: HTMLTableCellElement, value: Value, unit: BoardMetric["unit"], interval: Told["interval"]): void {
  const link = cell.querySelector("a");
  const holder = link ?? document.createElement("span");
  holder.classList.toggle("muted", value.kind === "none");
  if (value.kind === "value") {
    cell.dataset.value = String(value.value);
    holder.title = scoreTitle(value.value, unit, interval);
    holder.replaceChildren(formatCell(value.value, unit));
  } else {
    delete cell.dataset.value;
    holder.title = value.reason;
    holder.replaceChildren("–", span("visually-hidden", ` no value: ${value.reason}`));
  }
  if (link === null) cell.replaceChildren(holder);
}

/** Draws a value with its interval on its column's scale. */
export function drawWhisker(cell: HTMLTableCellElement, value: Value, told: Told | undefined): void {
  const { from, to } = cell.closest("table")?.dataset ?? {};
  const [low, high] = told?.interval ?? [];
  const drawing = value.kind === "value" ? [element(whisker({ value: value.value, low, high }, [Number(from), Number(to)]))] : [];
  cell.replaceChildren(...drawing);
}

/** Writes the share of a cut's items that a row answered, in per cent. */
export function drawCoverage(cell: HTMLTableCellElement, items: number, unscored: Unscored): void {
  const scored = items - Object.values(unscored).reduce((sum, count) => sum + count, 0);
  cell.title = `${scored} of ${items} items answered`;
  if (items === 0) {
    drawNothing(cell, "no items");
    return;
  }
  cell.dataset.value = String(scored / items);
  cell.replaceChildren(((scored / items) * 100).toFixed(1));
}

/** Writes a count. */
export function drawCount(cell: HTMLTableCellElement, count: number): void {
  cell.dataset.value = String(count);
  cell.replaceChildren(String(count));
}

/** Empties a cell of which nothing is known, and says why. */
export function drawNothing(cell: HTMLTableCellElement, why: string): void {
  delete cell.dataset.value;
  cell.title = why;
  cell.replaceChildren(...nothing(why));
}

/** Gives a cell back what it held in a row as it was built. */
export function restoreCell(cell: HTMLTableCellElement, built: HTMLTableCellElement): void {
  if (cell.isEqualNode(built)) return;
  for (const { name } of [...cell.attributes]) cell.removeAttribute(name);
  for (const { name, value } of built.attributes) cell.setAttribute(name, value);
  cell.replaceChildren(...built.cloneNode(true).childNodes);
}

function nothing(why: string): Node[] {
  const dash = span("muted", "–");
  dash.append(span("visually-hidden", ` ${why}`));
  return [dash];
}

function span(className: string, ...content: (Node | string)[]): HTMLSpanElement {
  const made = document.createElement("span");
  made.className = className;
  made.append(...content);
  return made;
}

function element({ tag, attributes, children }: SvgNode): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children.map((child) => (typeof child === "string" ? child : element(child))));
  return made;
}
