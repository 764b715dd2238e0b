import { drawing, fitted, HALO, isWide, LETTER, text } from "./frame.ts";
import { linear } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, LINE, PAPER, RULE } from "./theme.ts";

/** A paper on the timeline. */
export interface Dated {
  readonly name: string;
  /** A day or a month: `2024-05-06`, `2024-05`. */
  readonly date: string;
  /** Whether it is a benchmark or data set, else a method or tool. */
  readonly mark: "square" | "circle";
}

const ROW = 19;
const TOP = 22;
const SIDE = 8;

/** Papers from the first to the last, each a step further down: how steep the stair is tells how fast they came. */
export function timelineChart(papers: readonly Dated[], { width, label }: { readonly width: number; readonly label: string }): SvgNode {
  const rows = papers
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((paper, i) => ({ ...paper, time: yearOf(paper.date), y: TOP + (i + 0.5) * ROW }));
  const from = Math.floor(rows[0]?.time ?? 0);
  const to = Math.ceil(rows.at(-1)?.time ?? 1);
  const x = linear([from, to], [SIDE, width - SIDE]);
  const bottom = TOP + rows.length * ROW;
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
    (year) => isWide(width) || to - from < 6 || (to - year) % 2 === 0,
  );
  const stair = rows.map(({ time, y }, i) => `${i === 0 ? "M" : "H"}${px(x(time))}${i === 0 ? `,${px(y)}` : `V${px(y)}`}`).join("");
  return drawing(
    width,
    bottom + 4,
    label,
    svg(
      "g",
      { "aria-hidden": "true" },
      ...years.flatMap((year) => {
        const at = px(x(year));
        const half = 2 * LETTER;
        return [
          svg("line", { x1: at, x2: at, y1: TOP - 4, y2: bottom, stroke: RULE }),
          text(Math.max(half, Math.min(at, width - half)), 12, String(year), { "text-anchor": "middle" }),
        ];
      }),
      svg("path", { d: stair, fill: "none", stroke: LINE }),
    ),
    ...rows.map((row) => marked(row, px(x(row.time)), width)),
  );
}

function marked({ name, date, mark, y }: Dated & { readonly y: number }, x: number, width: number): SvgNode {
  const look = mark === "square" ? { fill: ACCENT } : { fill: PAPER, stroke: ACCENT, "stroke-width": 1.75 };
  const isLeft = x > width / 2;
  const at = isLeft ? x - 10 : x + 10;
  return svg(
    "g",
    {},
    mark === "square"
      ? svg("rect", { x: px(x - 4), y: px(y - 4), width: 8, height: 8, ...look })
      : svg("circle", { cx: x, cy: px(y), r: 4, ...look }),
    text(
      at,
      y + 4,
      fitted(name, isLeft ? at : width - at),
      { fill: INK, ...(isLeft ? { "text-anchor": "end" } : {}), ...HALO },
      `${name}, ${date}`,
    ),
  );
}

/** A date in years; a month is its middle. */
function yearOf(date: string): number {
  const [year = 0, month = 1, day = 15] = date.split("-").map(Number);
  return year + (month - 1 + (day - 0.5) / 31) / 12;
}
