import { formatCell, formatScore } from "../format.ts";
import type { RankingData } from "./data/ranking.ts";
import { rankText } from "./data/ranking.ts";
import { axisBelow, axisTitle, type ChartOptions, drawing, fitted, HALO, LETTER, rowsOf, text, valueAxis, widest } from "./frame.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, MUTED, RULE } from "./theme.ts";

const TOP = 40;
const ROW = 24;
const FOOT = 44;

/** Systems by value as dots with their intervals, ranks written beside them, baselines as lines through all rows. */
export function rankingChart({ systems, baselines }: RankingData, { width, metric, label }: ChartOptions): SvgNode {
  const told = systems.map((one) => ({ value: formatCell(one.value, metric.unit), rank: rankText(one), letters: one.letters }));
  const columns = [
    widest(told.map(({ value }) => value)),
    widest(["rank", ...told.map(({ rank }) => rank)]),
    widest(told.map(({ letters }) => letters)),
  ];
  const words = columns.reduce((sum, one) => sum + one + 12, 0);
  const rows = rowsOf(
    systems.map(({ name }) => name),
    width,
    { top: TOP, high: ROW, keep: words },
  );
  const range = [rows.left + 8, width - 8 - (rows.wide ? words : 0)] as const;
  const values = [...systems.flatMap(({ low, high, value }) => [low, high, value]), ...baselines.map(({ value }) => value)];
  const axis = valueAxis(values, range, metric, 56);
  const ends = columns.map((_, c) => width - columns.slice(c + 1).reduce((sum, one) => sum + one + 12, 0));
  const line = (cells: readonly string[], y: number, fill: string): SvgNode[] =>
    cells.map((cell, c) => text(ends[c] as number, y, cell, { "text-anchor": "end", fill }));
  return drawing(
    width,
    rows.bottom + FOOT,
    label,
    axisBelow(axis, TOP, rows.bottom, range, axisTitle(metric)),
    ...line(["value", "rank", ""], 14, MUTED),
    rows.names,
    ...baselineLines(baselines, axis.at, rows.bottom, range[1], metric),
    ...systems.map(({ name, value, low, high }, i) => {
      const y = rows.y(i);
      return svg(
        "g",
        { stroke: ACCENT, "stroke-width": 1.75 },
        i === 0
          ? undefined
          : svg("line", {
              x1: 0,
              x2: width,
              y1: px(rowTop(i, rows.wide)),
              y2: px(rowTop(i, rows.wide)),
              stroke: RULE,
              "stroke-width": 0.5,
            }),
        svg("path", {
          d: `M${px(axis.at(low))},${y}H${px(axis.at(high))}M${px(axis.at(low))},${y - 4}v8M${px(axis.at(high))},${y - 4}v8`,
          fill: "none",
        }),
        svg(
          "circle",
          { cx: px(axis.at(value)), cy: y, r: 4, fill: ACCENT },
          svg("title", {}, `${name}: ${formatScore(value, metric.unit)}`),
        ),
      );
    }),
    ...told.flatMap(({ value, rank, letters }, i) => line([value, rank, letters], rows.wordsAt(i), INK)),
  );
}

function rowTop(i: number, wide: boolean): number {
  return TOP + i * (wide ? ROW : ROW + 16);
}

/** The best baseline is named; others are lines that tell their name when pointed at, and stand in the table. */
function baselineLines(
  baselines: RankingData["baselines"],
  at: (value: number) => number,
  bottom: number,
  right: number,
  { better, unit }: ChartOptions["metric"],
): SvgNode[] {
  const sign = better === "higher" ? -1 : 1;
  const [best] = baselines.toSorted((a, b) => sign * (a.value - b.value));
  return baselines.map(({ name, value }) => {
    const x = px(at(value));
    const told = `${name} ${formatCell(value, unit)}`;
    const shown = fitted(told, right);
    const half = (shown.length * LETTER) / 2;
    return svg(
      "g",
      {},
      svg("line", { x1: x, x2: x, y1: TOP - 8, y2: bottom, stroke: MUTED, "stroke-dasharray": "4 3" }, svg("title", {}, told)),
      name === best?.name
        ? text(Math.max(half, Math.min(x, right - half)), TOP - 12, shown, { "text-anchor": "middle", ...HALO })
        : undefined,
    );
  });
}
