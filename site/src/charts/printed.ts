import { ticks } from "d3";
import { domainOf, drawing, fitted, HALO, LETTER, text } from "./frame.ts";
import { linear } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, LINE, MUTED, PAPER, RULE } from "./theme.ts";

/** A row of a small chart: what one system reached, as printed. */
export interface PrintedRow {
  readonly name: string;
  /** More than one where several sources tell it. */
  readonly marks: readonly { readonly value: number; readonly text: string }[];
  /** Whether no rounding explains how they differ. */
  readonly contradicts: boolean;
  /** Whether it is of the paper that the chart is about. */
  readonly own: boolean;
}

const ROW = 29;
const TOP = 4;
const FOOT = 22;
const SIDE = 6;

/** Figures of a few systems as dots, one row each, the value written beside the name: filled where they are the paper's own. */
export function printedChart(rows: readonly PrintedRow[], { width, label }: { readonly width: number; readonly label: string }): SvgNode {
  const domain = domainOf(rows.flatMap(({ marks }) => marks.map(({ value }) => value)));
  const at = linear(domain, [SIDE, width - SIDE]);
  const bottom = TOP + rows.length * ROW;
  return drawing(
    width,
    bottom + FOOT,
    label,
    svg(
      "g",
      { "aria-hidden": "true" },
      ...ticks(...domain, 4).flatMap((tick) => {
        const x = px(at(tick));
        const half = (String(tick).length * LETTER) / 2;
        return [
          svg("line", { x1: x, x2: x, y1: TOP, y2: bottom, stroke: RULE }),
          text(Math.max(half, Math.min(x, width - half)), bottom + 15, String(tick), { "text-anchor": "middle" }),
        ];
      }),
    ),
    ...rows.flatMap((row, i) => drawnRow(row, TOP + i * ROW, width, at)),
  );
}

function drawnRow({ name, marks, contradicts, own }: PrintedRow, top: number, width: number, at: (value: number) => number): SvgNode[] {
  const told = marks.map((mark) => mark.text).join(contradicts ? " ≠ " : " or ");
  const y = top + 21;
  const weight = own ? { "font-weight": 600 } : {};
  return [
    text(0, top + 12, fitted(name, width - (told.length + 2) * LETTER), { fill: INK, ...weight, ...HALO }, name),
    text(width, top + 12, told, { "text-anchor": "end", fill: INK, ...weight, ...HALO }),
    svg("line", { x1: 0, x2: width, y1: y, y2: y, stroke: LINE, "stroke-width": 0.5 }),
    ...marks.map(({ value }) =>
      svg("circle", { cx: px(at(value)), cy: y, r: 3.5, fill: own ? ACCENT : PAPER, stroke: own ? ACCENT : MUTED, "stroke-width": 1.5 }),
    ),
  ];
}
