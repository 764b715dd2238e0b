import { extent, nice, ticks } from "d3";
import { formatCell, titleWithUnit } from "../format.ts";
import { linear, type Scale } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { FONT, INK, LINE, MUTED, PAPER, RULE } from "./theme.ts";

/** What a drawing must know of the metric whose values it shows. */
export interface ChartMetric {
  readonly title: string;
  readonly unit: Parameters<typeof formatCell>[1];
  readonly better: "higher" | "lower";
}

export interface ChartOptions {
  /** Pixels; text does not scale, so draw anew for another width. Some drawings are wider where they must be. */
  readonly width: number;
  readonly metric: ChartMetric;
  /** What the drawing says, for those who do not see it. */
  readonly label: string;
}

/** Size of the letters of labels, and width of one, widely taken. */
export const LABEL = 12;
export const LETTER = 6.9;
export const BOLD = 1.15;

/** Ground behind letters that hides the lines which cross them. */
export const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" } as const;

/** Whether a drawing has room for names beside what they name. */
export function isWide(width: number): boolean {
  return width >= 560;
}

/** The outermost node of a drawing. */
export function drawing(width: number, height: number, label: string, ...children: (SvgNode | undefined)[]): SvgNode {
  const size = { viewBox: `0 0 ${px(width)} ${px(height)}`, width: px(width), height: px(height) };
  return svg("svg", { ...size, role: "img", "aria-label": label, "font-family": FONT, "font-size": LABEL, fill: INK }, ...children);
}

/** A text at a place, muted unless told otherwise; `whole` is what a shortened one stands for. */
export function text(x: number, y: number, words: string, more: Record<string, string | number | undefined> = {}, whole = words): SvgNode {
  return svg("text", { x: px(x), y: px(y), fill: MUTED, ...more }, words, whole === words ? undefined : svg("title", {}, whole));
}

/** As much of a name as a place holds. */
export function fitted(name: string, room: number): string {
  const letters = Math.max(1, Math.floor(room / LETTER));
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

/** Width of the longest of some words; bold letters are wider. */
export function widest(words: readonly string[], weight: "plain" | "bold" = "plain"): number {
  return LETTER * (weight === "bold" ? BOLD : 1) * Math.max(0, ...words.map(({ length }) => length));
}

/** An axis title: metric, unit and which way is better. */
export function axisTitle(metric: ChartMetric): string {
  return `${titleWithUnit(metric)} (${metric.better} is better)`;
}

/** Round ends around all values. */
export function domainOf(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  return low === high ? [low - 0.5, high + 0.5] : nice(low, high, 6);
}

/** A scale of values with its ticks and how they are written. */
export interface ValueAxis {
  readonly at: Scale;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** The values of a metric on a range of pixels, a tick every `apart` pixels or more. */
export function valueAxis(values: readonly number[], range: readonly [number, number], { unit }: ChartMetric, apart: number): ValueAxis {
  const domain = domainOf(values);
  const at = linear(domain, range);
  const marks = ticks(...domain, Math.max(2, Math.floor(Math.abs(range[1] - range[0]) / apart)));
  // Round numbers need no decimals.
  return { at, ticks: marks.map((value) => ({ at: px(at(value)), text: formatCell(value, unit).replace(/\.0+$/, "") })) };
}

/** Lines and numbers of a value axis that lies below its rows. */
export function axisBelow(
  { ticks: marks }: ValueAxis,
  top: number,
  bottom: number,
  [from, to]: readonly [number, number],
  title: string,
): SvgNode {
  // A title that is longer than its axis begins further left.
  const middle = Math.max((from + to) / 2, (title.length * LETTER) / 2);
  return svg(
    "g",
    { "aria-hidden": "true" },
    ...marks.flatMap(({ at, text: words }) => [
      svg("line", { x1: at, x2: at, y1: px(top), y2: px(bottom), stroke: RULE }),
      text(at, bottom + 16, words, { "text-anchor": "middle" }),
    ]),
    svg("line", { x1: px(from), x2: px(to), y1: px(bottom), y2: px(bottom), stroke: LINE }),
    text(Math.min(middle, Math.max(to - (title.length * LETTER) / 2, (title.length * LETTER) / 2)), bottom + 34, title, {
      "text-anchor": "middle",
    }),
  );
}

/** Where one row for each system lies. On narrow drawings a name stands above its row, else beside it. */
export interface RowLayout {
  readonly wide: boolean;
  /** Left end of what is drawn in rows. */
  readonly left: number;
  readonly bottom: number;
  /** Middle of what is drawn in row `i`, and where the words of that row stand. */
  y(i: number): number;
  wordsAt(i: number): number;
  readonly names: SvgNode;
}

/** Lays out rows of `high` pixels each from `top` on; `keep` pixels at the right of names stay free on narrow drawings. */
export function rowsOf(
  names: readonly string[],
  width: number,
  { top, high, keep = 0 }: { top: number; high: number; keep?: number },
): RowLayout {
  const wide = isWide(width);
  const left = wide ? Math.min(widest(names), width * 0.32) + 12 : 4;
  const step = wide ? high : high + 16;
  const y = (i: number): number => top + (i + 1) * step - high / 2;
  const wordsAt = (i: number): number => (wide ? y(i) + 4 : top + i * step + 13);
  const room = wide ? left - 12 : width - keep;
  return {
    wide,
    left,
    bottom: top + names.length * step,
    y,
    wordsAt,
    names: svg("g", {}, ...names.map((name, i) => text(0, wordsAt(i), fitted(name, room), { fill: INK, ...HALO }, name))),
  };
}
