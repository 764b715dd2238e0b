import { formatCell, formatScore } from "../format.ts";
import type { SliceData } from "./data/slices.ts";
import { axisTitle, type ChartOptions, domainOf, drawing, fitted, LETTER, rowsOf, text } from "./frame.ts";
import { linear } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, LEVELS, LINE } from "./theme.ts";

const TOP = 44;
const ROW = 26;
/** Least and largest width of a cell. */
const LEAST = 46;
const MOST = 96;

/** Systems by the values of one slice: the figure in each cell, on a ground that is the stronger, the better it is. */
export function heatChart({ values, systems }: SliceData, { width, metric, label }: ChartOptions): SvgNode {
  const rows = rowsOf(
    systems.map(({ name }) => name),
    width,
    { top: TOP, high: ROW },
  );
  const cell = Math.min(MOST, Math.max(LEAST, (width - rows.left) / values.length));
  const level = levels(
    systems.flatMap(({ scores }) => scores.filter((score) => score !== undefined)),
    metric.better,
  );
  return drawing(
    Math.max(width, rows.left + cell * values.length),
    rows.bottom + 8,
    label,
    text(0, 14, axisTitle(metric)),
    ...values.map((value, v) =>
      text(rows.left + (v + 0.5) * cell, TOP - 8, fitted(value, cell - LETTER / 2), { "text-anchor": "middle", fill: INK }, value),
    ),
    rows.names,
    ...systems.flatMap(({ name, scores }, i) =>
      scores.map((score, v) => {
        const at = { x: px(rows.left + v * cell + 1), y: rows.y(i) - ROW / 2 + 1, width: px(cell - 2), height: ROW - 2 };
        if (score === undefined) return svg("rect", { ...at, fill: "none", stroke: LINE, "stroke-dasharray": "2 3" });
        const { opacity, ink } = level(score);
        return svg(
          "g",
          {},
          svg(
            "rect",
            { ...at, fill: ACCENT, "fill-opacity": opacity },
            svg("title", {}, `${name}, ${values[v]}: ${formatScore(score, metric.unit)}`),
          ),
          text(at.x + at.width / 2, rows.y(i) + 4, formatCell(score, metric.unit), {
            "text-anchor": "middle",
            fill: ink,
            "pointer-events": "none",
          }),
        );
      }),
    ),
  );
}

/** The ground of each value: equal steps between round ends. */
function levels(values: readonly number[], better: "higher" | "lower"): (value: number) => (typeof LEVELS)[number] {
  const domain = domainOf(values);
  const place = linear(better === "higher" ? domain : [domain[1], domain[0]], [0, LEVELS.length]);
  return (value) => LEVELS[Math.min(LEVELS.length - 1, Math.floor(place(value)))] as (typeof LEVELS)[number];
}
