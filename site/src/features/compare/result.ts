import type { Comparison, Interval, Standings } from "@stepladder/wasm/stats/contract.ts";
import { formatCount, formatDifference, formatScore, plural, titleWithUnit } from "../../format.ts";
import { drawing, el, foreign, tablePlace } from "./dom.ts";
import { effectChart } from "./effect.ts";
import type { Chosen } from "./refuse.ts";
import {
  answer,
  type CompareMetric,
  differenceUnit,
  intervalTitle,
  type Lead,
  leadOf,
  outcomeWords,
  pDigits,
  pWords,
  signed,
  TESTS,
} from "./words.ts";

/** What is known of the rows on the cut before slices and items are asked for. */
export interface Result {
  readonly rows: readonly Chosen[];
  readonly metric: CompareMetric;
  /** Every pair of rows, `a < b`; the first is that of the first two. */
  readonly pairs: readonly Comparison[];
  readonly standings: Standings;
  readonly seed: number;
}

/** The answer and what it stands on. */
export function resultView(result: Result): HTMLElement[] {
  const { rows, metric, pairs } = result;
  const [first] = pairs as readonly [Comparison];
  const lead = leadOf(first, metric.better);
  return [
    el("h2", { id: "answer", class: "answer", tabindex: "-1" }, answer(namesOf(rows), first, metric, pairs.length)),
    el("p", { class: "muted" }, groundWords(result)),
    ...(lead === undefined ? [] : [effectFigure(lead, first.p, result)]),
    valuesTable(result),
    factsOf(result, first, lead),
  ];
}

function namesOf([a, b]: readonly Chosen[]): [string, string] {
  return [a?.name ?? "", b?.name ?? ""];
}

function groundWords({ standings: { items, clusters, draws }, seed, metric }: Result): string {
  const grouped = clusters === items ? "" : ` in ${formatCount(clusters)} clusters that are drawn together`;
  return `Over ${plural(items, "item")}${grouped}; ${metric.better} is better. ${formatCount(draws)} paired draws, seed ${seed}: the same numbers on every machine.`;
}

function effectFigure(lead: Lead, p: number, { metric, rows, standings: { clusters } }: Result): HTMLElement {
  const title = intervalTitle(lead, p, clusters);
  const [a, b] = namesOf(rows);
  const label = `${title}. ${a} (A) ahead of ${b} (B) in ${titleWithUnit(metric)}: ${leadWords(lead, metric)}.`;
  return el(
    "figure",
    { class: "effect" },
    el(
      "figcaption",
      {},
      el("strong", {}, title),
      el(
        "span",
        { class: "small muted" },
        `By how much A is ahead of B, ${differenceUnit(metric.unit) || "number"}, with its 95 % interval`,
      ),
    ),
    drawing(effectChart(lead, metric, label)),
  );
}

function leadWords({ by, low, high }: Lead, { unit }: CompareMetric): string {
  return `${signed(by, unit)}${low === undefined || high === undefined ? "" : ` (${signed(low, unit)} to ${signed(high, unit)})`}`;
}

/** Every row with its value and interval on this cut. */
function valuesTable({ rows, metric, standings }: Result): HTMLElement {
  const line = ({ id, name, mine }: Chosen, i: number): HTMLTableRowElement => {
    const { value, interval } = standings.systems[i] as Standings["systems"][0];
    const told = value.kind === "value" ? formatScore(value.value, metric.unit) : value.reason;
    const exact = value.kind === "value" ? String(value.value) : undefined;
    const ends = interval && `${formatScore(interval.low, metric.unit)} to ${formatScore(interval.high, metric.unit)}`;
    return el(
      "tr",
      { class: mine && "mine", "data-row": id },
      el(
        "th",
        { scope: "row" },
        el("span", { class: "letter" }, letterOf(i)),
        foreign(name),
        mine && el("span", { class: "aside" }, " only on this machine"),
      ),
      el("td", { class: "num", title: exact }, told),
      el("td", { class: "num" }, ends ?? "–"),
    );
  };
  const head = el(
    "thead",
    {},
    el("tr", {}, ...["System", metric.title, "95 % interval"].map((text, i) => el("th", { scope: "col", class: i > 0 && "num" }, text))),
  );
  return tablePlace("Values", el("table", {}, head, el("tbody", {}, ...rows.map(line))));
}

/** A for the first row, B for the second; AA follows Z. */
export function letterOf(row: number): string {
  const last = String.fromCharCode(65 + (row % 26));
  return row < 26 ? last : letterOf(Math.floor(row / 26) - 1) + last;
}

function factsOf({ pairs, metric, standings }: Result, first: Comparison, lead: Lead | undefined): HTMLElement {
  const made = first.interval === undefined ? "no interval" : INTERVALS[first.interval.by];
  const gap =
    standings.gap === undefined
      ? "none: fewer than two clusters are drawn, or no difference varies"
      : gapWords(standings.gap, metric, pairs.length);
  return el(
    "dl",
    { class: "facts" },
    ...(lead === undefined ? [] : fact("A ahead of B by", `${leadWords(lead, metric)}, ${made}`, lead.by)),
    ...fact("Paired test", `${pWords(first.p)}; ${TESTS[first.test]}`, first.p),
    ...(pairs.length > 1 ? fact("After Holm", `${pWords(first.adjusted)} over ${pairs.length} pairs`, first.adjusted) : []),
    ...fact("Items", outcomeWords(first)),
    ...fact("Smallest detectable gap", gap, standings.gap),
  );
}

const INTERVALS: Record<Interval["by"], string> = { wilson: "Wilson", bca: "BCa bootstrap", percentile: "percentile bootstrap" };

/** A fact in words, its number with all digits on hover. */
function fact(term: string, told: string, exact?: number): HTMLElement[] {
  return [el("dt", {}, term), el("dd", { title: exact === undefined ? undefined : String(exact) }, told)];
}

function gapWords(gap: number, { unit }: CompareMetric, pairs: number): string {
  const which = pairs > 1 ? " (median over neighbours)" : "";
  return `${formatDifference(gap, 0, unit)}${which}: a true difference of this size would be found about half of the time`;
}

/** All pairs at once: row ahead of column, with Holm's p. `href` leads to a pair in detail, where there is such a place. */
export function pairsTable(
  { rows, metric, pairs }: Pick<Result, "rows" | "metric" | "pairs">,
  href?: (a: number, b: number) => string,
): HTMLElement {
  const place = new Map(pairs.map((pair) => [pair.a * rows.length + pair.b, pair]));
  const cell = (row: number, column: number): HTMLElement => {
    if (row === column) return el("td", { class: "num muted" }, "–");
    const pair = place.get(Math.min(row, column) * rows.length + Math.max(row, column)) as Comparison;
    const lead = leadOf(pair, metric.better)?.by;
    const p = el("span", { class: "small muted" }, ` ${pWords(pair.adjusted)}`);
    const words = lead === undefined ? "no value" : signed(row < column ? lead : 0 - lead, metric.unit);
    const mark = lead !== undefined && pair.adjusted <= 0.05 ? el("strong", {}, `${words} *`) : words;
    return el("td", { class: "num" }, href === undefined ? mark : el("a", { href: href(row, column) }, mark), p);
  };
  const heads = rows.map(({ name }, i) =>
    el("th", { scope: "col", class: "num" }, el("span", { class: "letter" }, letterOf(i)), foreign(name)),
  );
  const body = rows.map(({ name }, i) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, el("span", { class: "letter" }, letterOf(i)), foreign(name)),
      ...rows.map((_, j) => cell(i, j)),
    ),
  );
  const table = el(
    "table",
    {},
    el(
      "caption",
      {},
      `Row ahead of column, ${differenceUnit(metric.unit) || "number"}; p after Holm’s correction over ${pairs.length === 1 ? "one pair" : `all ${formatCount(pairs.length)} pairs`}, * at most 0.05.${href === undefined ? "" : " A link puts that pair first."}`,
    ),
    el("thead", {}, el("tr", {}, el("td"), ...heads)),
    el("tbody", {}, ...body),
  );
  return tablePlace("All pairs", table);
}

/** A p for the inside of a table, exact on hover. */
export function pCell(p: number | undefined): HTMLElement {
  return el("td", { class: "num", title: p === undefined ? undefined : String(p) }, p === undefined ? "–" : pDigits(p));
}
