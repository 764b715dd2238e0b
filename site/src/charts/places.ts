import { type RankingData, rankText } from "./data/ranking.ts";
import { type ChartOptions, drawing, rowsOf, text, widest } from "./frame.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { percent } from "./table.ts";
import { ACCENT, INK, LINE, MUTED } from "./theme.ts";

const TOP = 24;
const ROW = 30;
const BAR = 22;
const FOOT = 40;

/** For each system a row of bars over the places: how often paired draws put it there. */
export function placesChart({ systems }: RankingData, { width, label }: ChartOptions): SvgNode {
  const told = systems.map(({ first }) => percent(first));
  const words = widest([...told, "P(first)"]) + 12;
  const rows = rowsOf(
    systems.map(({ name }) => name),
    width,
    { top: TOP, high: ROW, keep: words },
  );
  const right = rows.wide ? width - words : width;
  const cell = (right - rows.left) / systems.length;
  // Numbers that would touch are left out.
  const every = Math.ceil(24 / cell);
  return drawing(
    width,
    rows.bottom + FOOT,
    label,
    text(width, 14, "P(first)", { "text-anchor": "end" }),
    rows.names,
    ...systems.map((system, i) => {
      const floor = rows.y(i) + BAR / 2 - 1;
      return svg(
        "g",
        {},
        ...Array.from(system.places, (share, place) =>
          share < 0.002
            ? undefined
            : bar(share, px(rows.left + place * cell + cell * 0.12), floor, px(cell * 0.76), place + 1 === system.rank),
        ),
        svg("line", { x1: rows.left, x2: px(right), y1: floor, y2: floor, stroke: LINE, "stroke-width": 0.75 }),
        svg(
          "rect",
          { x: rows.left, y: floor - BAR, width: px(right - rows.left), height: BAR, fill: "transparent" },
          svg("title", {}, `${system.name}: rank ${rankText(system)}, first in ${percent(system.first)} of draws`),
        ),
        text(width, rows.wordsAt(i), told[i] as string, { "text-anchor": "end", fill: INK }),
      );
    }),
    svg(
      "g",
      { "aria-hidden": "true" },
      ...systems.map((_, place) =>
        place % every === 0
          ? text(rows.left + (place + 0.5) * cell, rows.bottom + 15, String(place + 1), { "text-anchor": "middle" })
          : undefined,
      ),
      text((rows.left + right) / 2, rows.bottom + 33, "place (height of a bar: share of draws)", { "text-anchor": "middle" }),
    ),
  );
}

function bar(share: number, x: number, floor: number, width: number, own: boolean): SvgNode {
  const height = px(Math.max(1, share * BAR));
  return svg("rect", {
    x,
    y: px(floor - height),
    width,
    height,
    fill: own ? ACCENT : MUTED,
    "fill-opacity": own ? undefined : 0.25,
    stroke: own ? undefined : MUTED,
    "stroke-width": own ? undefined : 0.75,
  });
}
