import type { Cut } from "@stepladder/wasm/host/board.ts";
import type { Comparison } from "@stepladder/wasm/stats/contract.ts";
import { holm } from "@stepladder/wasm/stats/holm.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import { formatCount } from "../../format.ts";
import { drawing, el, foreign, tablePlace } from "./dom.ts";
import { effectWhisker, leadDomain } from "./effect.ts";
import { pCell } from "./result.ts";
import { type CompareMetric, differenceUnit, type Lead, leadOf, signed } from "./words.ts";

/** The first two rows on the items of one value of a slice. */
export interface ValueComparison {
  readonly value: string;
  readonly comparison: Comparison;
}

/** The cut that leaves one value of a slice; `undefined` where the reader's own cut leaves that value out. */
export function cutTo(cut: Cut, slice: string, value: string): Cut | undefined {
  const own = cut[slice];
  return own === undefined || own.length === 0 || own.includes(value) ? { ...cut, [slice]: [value] } : undefined;
}

/** Comparisons on the values of one slice, corrected over those that have a difference to test; those without items are left out. */
export function corrected(told: readonly ValueComparison[]): ValueComparison[] {
  const held = told.filter(({ comparison: { won, lost, tied } }) => won + lost + tied > 0);
  const tested = held.filter(({ comparison }) => comparison.difference !== undefined);
  const adjusted = holm(tested.map(({ comparison }) => comparison.p));
  return held.map((one) => {
    const at = tested.indexOf(one);
    return at < 0 ? one : { ...one, comparison: { ...one.comparison, adjusted: adjusted[at] as number } };
  });
}

/** The table of one slice. */
export function sliceTable(
  { title }: Pick<CompareTrack["slices"][number], "title">,
  told: readonly ValueComparison[],
  metric: CompareMetric,
): HTMLElement {
  const leads = told.map(({ comparison }) => leadOf(comparison, metric.better));
  const domain = leadDomain(leads.filter((lead) => lead !== undefined));
  const heads = [
    "Items",
    "",
    `A ahead, ${differenceUnit(metric.unit) || "number"}`,
    "95 % interval",
    "p",
    "p, Holm",
    "A better",
    "B better",
    "Equal",
  ];
  const table = el(
    "table",
    { class: "by-slice" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, title), ...heads.map(head))),
    el("tbody", {}, ...told.map((one, i) => line(one, leads[i], domain, metric))),
  );
  return tablePlace(title, table);
}

function head(text: string): HTMLElement {
  return text === "" ? el("td", { class: "scale" }) : el("th", { scope: "col", class: "num" }, text);
}

function line(
  { value, comparison }: ValueComparison,
  lead: Lead | undefined,
  domain: readonly [number, number],
  { unit }: CompareMetric,
): HTMLTableRowElement {
  const { won, lost, tied, p, adjusted } = comparison;
  const { by, low, high } = lead ?? {};
  const num = (text: string, title?: string): HTMLElement => el("td", { class: "num", title }, text);
  const ends = low === undefined || high === undefined ? "–" : `${signed(low, unit)} to ${signed(high, unit)}`;
  return el(
    "tr",
    { "data-value": value },
    el("th", { scope: "row" }, foreign(value)),
    num(formatCount(won + lost + tied)),
    el("td", { class: "scale" }, lead && drawing(effectWhisker(lead, domain))),
    by === undefined ? num("no value") : num(signed(by, unit), String(by)),
    num(ends),
    pCell(lead && p),
    pCell(lead && adjusted),
    ...[won, lost, tied].map((count) => num(formatCount(count))),
  );
}
