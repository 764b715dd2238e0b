import type { OutcomesData } from "./data/outcomes.ts";
import { type ChartOptions, drawing, LABEL, rowsOf, text } from "./frame.ts";
import { linear } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, LINE, MUTED, PAPER } from "./theme.ts";

const TOP = 24;
const ROW = 22;
const CELL = 18;
const FOOT = 48;
const TREE = 64;
const SHADES = 5;

/** Items as narrow columns, systems as rows; one path for each shade of a row's runs of like columns. */
export function outcomesChart({ systems, columns, domain, clustering }: OutcomesData, { width, metric, label }: ChartOptions): SvgNode {
  const rows = rowsOf(systems, width, { top: TOP, high: ROW });
  const cell = Math.max(1, Math.floor((width - rows.left - (rows.wide ? TREE : 24)) / columns.length));
  const right = rows.left + cell * columns.length;
  const shade = linear(metric.better === "higher" ? domain : [domain[1], domain[0]], [0, SHADES]);
  const shadeOf = (value: number | undefined): number => (value === undefined ? -1 : Math.min(SHADES - 1, Math.floor(shade(value))));
  return drawing(
    Math.max(width, right + 24),
    rows.bottom + FOOT,
    label,
    text(rows.left, 14, "easiest items"),
    text(right, 14, "hardest", { "text-anchor": "end" }),
    rows.names,
    ...systems.map((_, s) =>
      svg(
        "g",
        { transform: `translate(${px(rows.left)},${rows.y(s) - CELL / 2})`, "shape-rendering": "crispEdges" },
        svg("rect", { width: cell * columns.length, height: CELL, fill: PAPER, stroke: LINE, "stroke-width": 0.5 }),
        ...runs(
          columns.map(({ values }) => shadeOf(values[s])),
          cell,
        ),
      ),
    ),
    tree(clustering, right + 4, Math.max(width, right + 24), rows.y),
    legend(rows.left, rows.bottom + 16, metric),
  );
}

/** Columns of one shade as one path; those without a figure are a line through their middle. */
function runs(shades: readonly number[], cell: number): SvgNode[] {
  const paths = new Map<number, string>();
  for (let from = 0; from < shades.length; ) {
    const shade = shades[from] as number;
    let to = from + 1;
    while (shades[to] === shade) to++;
    const wide = (to - from) * cell;
    const run = shade < 0 ? `M${from * cell},${CELL / 2}h${wide}` : `M${from * cell},0h${wide}v${CELL}h-${wide}z`;
    if (shade !== 0) paths.set(shade, (paths.get(shade) ?? "") + run);
    from = to;
  }
  return [...paths].map(([shade, d]) =>
    shade < 0
      ? svg("path", { d, stroke: LINE, "stroke-width": 2 })
      : svg("path", { d, fill: ACCENT, "fill-opacity": shade / (SHADES - 1) }),
  );
}

/** Joins of systems, the less alike the further right. */
function tree({ joins }: OutcomesData["clustering"], left: number, right: number, y: (row: number) => number): SvgNode {
  const x = linear([0, Math.max(...joins.map(({ distance }) => distance))], [left, right - 2]);
  const d = joins
    .map(
      ({ from, to, distance, inner: [first, second] }) =>
        `M${px(x(first))},${px(y(from))}H${px(x(distance))}V${px(y(to))}H${px(x(second))}`,
    )
    .join("");
  return svg("path", { d, fill: "none", stroke: MUTED, "stroke-width": 1.25, "aria-hidden": "true" });
}

function legend(left: number, top: number, { title }: ChartOptions["metric"]): SvgNode {
  return svg(
    "g",
    { "aria-hidden": "true" },
    ...Array.from({ length: SHADES }, (_, s) =>
      svg("rect", {
        x: left + 46 + s * 18,
        y: top,
        width: 18,
        height: 12,
        fill: ACCENT,
        "fill-opacity": s / (SHADES - 1),
        stroke: LINE,
        "stroke-width": 0.5,
      }),
    ),
    text(left, top + LABEL - 2, "worse"),
    text(left + 46 + SHADES * 18 + 8, top + LABEL - 2, "better"),
    text(left, top + LABEL + 16, `${title} of an item`),
  );
}
