import { formatScore } from "../format.ts";
import { binText, highlighted, type LengthData, type LengthPoint } from "./data/lengths.ts";
import { axisTitle, BOLD, type ChartOptions, drawing, fitted, isWide, LABEL, text, type ValueAxis, valueAxis, widest } from "./frame.ts";
import { style } from "./steps.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { INK, LINE, RULE } from "./theme.ts";

const LEFT = 36;
const PLOT = 240;
const STRIP = 24;
const FOOT = 44;

/** A metric by number of steps, each bin of lengths one tread of a stair, with bands for the systems that are set off. */
export function lengthsChart({ bins, systems }: LengthData, { width, metric, label }: ChartOptions): SvgNode {
  const shown = highlighted(systems.length).map((s, at) => ({ ...(systems[s] as LengthData["systems"][number]), ...style(at) }));
  const wide = isWide(width);
  const room = Math.min(
    widest(
      shown.map(({ name }) => name),
      "bold",
    ),
    width * 0.28,
  );
  const right = wide ? width - room - 12 : width;
  const top = wide ? 28 : 32 + shown.length * 18;
  const bottom = top + PLOT;
  const values = systems.flatMap(({ points }) => points.flatMap((point) => (point === undefined ? [] : [point.value])));
  const bands = shown.flatMap(({ points }) =>
    points.flatMap((point) => (point === undefined ? [] : [point.low ?? point.value, point.high ?? point.value])),
  );
  const axis = valueAxis([...values, ...bands], [bottom, top], metric, 44);
  const step = (right - LEFT) / bins.length;
  const at = (b: number): number => LEFT + b * step;
  return drawing(
    width,
    bottom + STRIP + FOOT,
    label,
    frame(axis, bins, { right, bottom, step, metric }),
    ...systems.map(({ points }) => svg("path", { d: stair(points, at, axis), fill: "none", stroke: LINE, "stroke-width": 0.75 })),
    ...shown.map(({ points, color }) => svg("path", { d: band(points, at, axis), fill: color, "fill-opacity": 0.16 })),
    ...shown
      .toReversed()
      .map(({ points, color, dash }) =>
        svg("path", { d: stair(points, at, axis), fill: "none", stroke: color, "stroke-width": 2.25, "stroke-dasharray": dash }),
      ),
    ...(wide ? endLabels(shown, axis, right + 8, room) : legend(shown, width)),
    ...bins.map((bin, b) =>
      svg(
        "rect",
        { x: px(at(b)), y: top, width: px(step), height: PLOT + STRIP, fill: "transparent" },
        svg(
          "title",
          {},
          `${binText(bin)} steps, ${bin.items} items: ${shown.map(({ name, points }) => told(name, points[b], metric)).join(", ")}`,
        ),
      ),
    ),
  );
}

function told(name: string, point: LengthPoint | undefined, { unit }: ChartOptions["metric"]): string {
  return point === undefined ? `${name} no figure` : `${name} ${formatScore(point.value, unit)}`;
}

interface Place {
  readonly right: number;
  readonly bottom: number;
  readonly step: number;
  readonly metric: ChartOptions["metric"];
}

function frame(axis: ValueAxis, bins: LengthData["bins"], { right, bottom, step, metric }: Place): SvgNode {
  const most = Math.max(...bins.map(({ items }) => items));
  const floor = bottom + STRIP;
  const every = Math.ceil(widest(bins.map(binText)) / step);
  return svg(
    "g",
    { "aria-hidden": "true" },
    text(0, 12, axisTitle(metric)),
    ...axis.ticks.flatMap(({ at, text: words }) => [
      svg("line", { x1: LEFT, x2: px(right), y1: at, y2: at, stroke: RULE }),
      text(LEFT - 6, at + 4, words, { "text-anchor": "end" }),
    ]),
    ...bins.map(({ items }, b) => {
      const height = px(Math.max(1, (items / most) * (STRIP - 6)));
      return svg("rect", {
        x: px(LEFT + (b + 0.1) * step),
        y: floor - height,
        width: px(step * 0.8),
        height,
        fill: LINE,
        "fill-opacity": 0.45,
      });
    }),
    ...bins
      .map((bin, b) =>
        b % every === 0
          ? text(LEFT + (b + 0.5) * step, floor + 15, binText(bin).replace(" to ", "-"), { "text-anchor": "middle" })
          : undefined,
      )
      .filter((node) => node !== undefined),
    text((LEFT + right) / 2, floor + 34, "steps of an item", { "text-anchor": "middle" }),
  );
}

/** A tread for each point; neighbours are joined by a riser, and a missing one leaves a gap. */
function stair(points: readonly (LengthPoint | undefined)[], at: (b: number) => number, axis: ValueAxis): string {
  return points
    .map((point, b) => {
      if (point === undefined) return "";
      const y = px(axis.at(point.value));
      return `${points[b - 1] === undefined ? `M${px(at(b))},${y}` : `V${y}`}H${px(at(b + 1))}`;
    })
    .join("");
}

function band(points: readonly (LengthPoint | undefined)[], at: (b: number) => number, axis: ValueAxis): string {
  return points
    .map((point, b) =>
      point?.low === undefined || point.high === undefined
        ? ""
        : `M${px(at(b))},${px(axis.at(point.low))}H${px(at(b + 1))}V${px(axis.at(point.high))}H${px(at(b))}Z`,
    )
    .join("");
}

type Shown = LengthData["systems"][number] & ReturnType<typeof style>;

/** Names at the right end of the lines, pushed apart where they would touch. */
function endLabels(shown: readonly Shown[], axis: ValueAxis, x: number, room: number): SvgNode[] {
  let free = Number.NEGATIVE_INFINITY;
  return shown
    .flatMap((one) => {
      const last = one.points.at(-1);
      return last === undefined ? [] : [{ ...one, y: axis.at(last.value) }];
    })
    .sort((a, b) => a.y - b.y)
    .map(({ name, color, y }) => {
      free = Math.max(y, free + LABEL + 4);
      return text(x, free + 4, fitted(name, room / BOLD), { fill: color, "font-weight": 600 }, name);
    });
}

/** Names with their lines above a narrow drawing. */
function legend(shown: readonly Shown[], width: number): SvgNode[] {
  return shown.flatMap(({ name, color, dash }, i) => [
    svg("line", { x1: 0, x2: 28, y1: 28 + i * 18, y2: 28 + i * 18, stroke: color, "stroke-width": 2.25, "stroke-dasharray": dash }),
    text(36, 32 + i * 18, fitted(name, width - 36), { fill: INK }, name),
  ]);
}
