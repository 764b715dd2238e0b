import { formatCell, formatScore } from "../format.ts";
import type { RankingData } from "./data/ranking.ts";
import { rankText, shownBaselines } from "./data/ranking.ts";
import {
  axisBelow,
  axisTitle,
  type ChartOptions,
  drawing,
  fitted,
  HALO,
  isWide,
  LETTER,
  rowsOf,
  text,
  valueAxis,
  widest,
} from "./frame.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, MUTED, RULE } from "./theme.ts";

const TOP = 44;
const ROW = 24;
const FOOT = 44;

/** Systems by value as dots with their intervals, ranks written beside them, baselines as lines through all rows. */
export function rankingChart(data: RankingData, { width, metric, label }: ChartOptions): SvgNode {
  const { systems } = data;
  const baselines = shownBaselines(data, metric);
  const wide = isWide(width);
  // Where room is short, the axis and the table tell the value.
  const heads = wide ? ["value", "rank", ""] : ["rank", ""];
  const told = systems.map((one) => [...(wide ? [formatCell(one.value, metric.unit)] : []), rankText(one), one.letters]);
  const columns = heads.map((head, c) => widest([head, ...told.map((cells) => cells[c] as string)]));
  const words = columns.reduce((sum, one) => sum + one + 12, 0);
  const rows = rowsOf(
    systems.map(({ name }) => name),
    width,
    { top: TOP, high: ROW, keep: words },
  );
  const range = [rows.left + 8, width - 12 - (wide ? words : 0)] as const;
  const values = [...systems.flatMap(({ value, low = value, high = value }) => [low, high, value]), ...baselines.map(({ value }) => value)];
  const axis = valueAxis(values, range, metric, 56);
  const ends = columns.map((_, c) => width - columns.slice(c + 1).reduce((sum, one) => sum + one + 12, 0));
  const line = (cells: readonly string[], y: number, fill: string): SvgNode[] =>
    cells.map((cell, c) => text(ends[c] as number, y, cell, { "text-anchor": "end", fill, ...HALO }));
  return drawing(
    width,
    rows.bottom + FOOT,
    label,
    axisBelow(axis, TOP, rows.bottom, range, axisTitle(metric)),
    ...line(heads, 14, MUTED),
    ...baselineLines(baselines, axis.at, rows.bottom, range[1], metric),
    rows.names,
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
              y1: px(rowTop(i, wide)),
              y2: px(rowTop(i, wide)),
              stroke: RULE,
              "stroke-width": 0.5,
            }),
        low === undefined || high === undefined
          ? undefined
          : svg("path", {
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
    ...told.flatMap((cells, i) => line(cells, rows.wordsAt(i), INK)),
  );
}

function rowTop(i: number, wide: boolean): number {
  return TOP + i * (wide ? ROW : ROW + 16);
}

/** The first baseline, the best, is named; others tell their names when pointed at. */
function baselineLines(
  baselines: RankingData["baselines"],
  at: (value: number) => number,
  bottom: number,
  right: number,
  { unit }: ChartOptions["metric"],
): SvgNode[] {
  return baselines.map(({ name, value }, i) => {
    const x = px(at(value));
    const told = `baseline: ${name}, ${formatCell(value, unit)}`;
    const shown = fitted(told, right);
    const half = (shown.length * LETTER) / 2;
    return svg(
      "g",
      {},
      svg("line", { x1: x, x2: x, y1: TOP - 8, y2: bottom, stroke: MUTED, "stroke-dasharray": "4 3" }, svg("title", {}, told)),
      i === 0 ? text(Math.max(half, Math.min(x, right - half)), TOP - 12, shown, { "text-anchor": "middle", ...HALO }) : undefined,
    );
  });
}
