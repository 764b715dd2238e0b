import { differenceUnit, isApart, type PairsData, pText, signed } from "./data/pairs.ts";
import { type ChartOptions, drawing, text, widest } from "./frame.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, LINE, MUTED, ON_ACCENT, RULE } from "./theme.ts";

const ROW = 28;
const TOP = 4;
const FOOT = 48;

/**
 * Pairs of systems as a stair: each name stands at the end of its row and at the head of its column, and the cell where two meet holds
 * their difference. It is as wide as it must be.
 */
export function pairsChart({ systems, pairs }: PairsData, { width, metric, label }: ChartOptions): SvgNode {
  const told = pairs.map(({ difference }) => (difference === undefined ? "?" : signed(difference, metric.unit)));
  const cell = Math.max(widest(told.map((words) => `${words}*`)) + 8, 40);
  const names = systems.map((name, i) => `${i + 1} ${name}`);
  const needed = Math.max(...names.map((name, i) => i * cell + 8 + widest([name], "bold")));
  return drawing(
    Math.max(width, needed),
    TOP + systems.length * ROW + FOOT,
    label,
    text(0, TOP + systems.length * ROW + 20, `${metric.title} (${metric.better} is better), ${differenceUnit(metric)}:`),
    text(0, TOP + systems.length * ROW + 38, "upper system minus lower; * told apart (5 %, Holm)"),
    ...names.map((name, i) => text(i * cell + 4, TOP + i * ROW + ROW / 2 + 4, name, { fill: INK, "font-weight": 600 })),
    ...names.map((_, i) =>
      svg("line", { x1: px(i * cell), x2: px(i * cell), y1: TOP + i * ROW + 4, y2: TOP + (i + 1) * ROW, stroke: RULE }),
    ),
    ...pairs.map((pair, at) => {
      const apart = isApart(pair);
      const [x, y] = [px(pair.a * cell), TOP + pair.b * ROW];
      const box = { x: x + 1.5, y: y + 1.5, width: px(cell - 3), height: ROW - 3 };
      const hint = `${systems[pair.a]} minus ${systems[pair.b]}: ${told[at]}, p = ${pText(pair.p)}, after Holm ${pText(pair.adjusted)}`;
      return svg(
        "g",
        {},
        svg("rect", { ...box, fill: apart ? ACCENT : "transparent", stroke: apart ? ACCENT : LINE }, svg("title", {}, hint)),
        text(x + cell / 2, y + ROW / 2 + 4, `${told[at]}${apart ? "*" : ""}`, {
          "text-anchor": "middle",
          fill: apart ? ON_ACCENT : MUTED,
          "pointer-events": "none",
        }),
      );
    }),
  );
}
