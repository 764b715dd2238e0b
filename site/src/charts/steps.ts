import { max, min, ticks } from "d3";
import { linear, type Scale } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { FONT, LINE, MUTED, RULE, SERIES } from "./theme.ts";

/** A value in [0, 1] at a whole number of steps, or at all from `x` to `to`, and how many items it stands on. */
export interface StepPoint {
  readonly x: number;
  readonly to?: number;
  readonly value: number;
  readonly items: number;
}

export interface StepSeries {
  readonly title: string;
  readonly points: readonly StepPoint[];
}

export interface StepsOptions {
  /** Pixels; text does not scale, so draw anew for another width. */
  readonly width: number;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Top of the scale of values; default: 1. */
  readonly top?: number;
  /** What the drawing says, for those who do not see it. */
  readonly label: string;
}

const HEIGHT = 300;
const STRIP = 26;
const TOP = 24;
const BOTTOM = 40;
const LEFT = 44;
const LABEL = 12;
/** Width of a letter of a label, widely taken. */
const LETTER = 7;

/** Shares by number of steps, each number one tread of a stair; the grey bars below say how many items each stands on. */
export function stepsChart(series: readonly StepSeries[], options: StepsOptions): SvgNode {
  const points = series.flatMap((one) => one.points);
  const wide = options.width >= 560;
  const right = wide && series.length > 1 ? 16 + LETTER * (max(series, ({ title }) => title.length) ?? 0) : 12;
  const lengths = [(min(points, ({ x: from }) => from) ?? 0) - 0.5, (max(points, end) ?? 1) + 0.5] as const;
  const x = linear(lengths, [LEFT, options.width - right]);
  const y = linear([0, options.top ?? 1], [HEIGHT - BOTTOM - STRIP, TOP]);
  return svg(
    "svg",
    {
      viewBox: `0 0 ${options.width} ${HEIGHT}`,
      width: options.width,
      height: HEIGHT,
      role: "img",
      "aria-label": options.label,
      "font-family": FONT,
      "font-size": LABEL,
    },
    svg(
      "g",
      { "aria-hidden": "true" },
      ...yAxis(y, options, right),
      ...xAxis(x, lengths, options, right),
      ...strip(series[0]?.points ?? [], x),
      ...treads(series, x, y),
    ),
    series.length > 1 ? svg("g", { "aria-hidden": "true" }, ...(wide ? endLabels(series, x, y) : [])) : undefined,
    svg("g", { fill: "transparent" }, ...hovers(series, x)),
  );
}

function yAxis(y: Scale, { width, yTitle, top = 1 }: StepsOptions, right: number): SvgNode[] {
  return [
    ...[0, 0.25, 0.5, 0.75, 1]
      .map((share) => share * top)
      .flatMap((tick) => [
        svg("line", { x1: LEFT, x2: width - right, y1: px(y(tick)), y2: px(y(tick)), stroke: tick === 0 ? LINE : RULE }),
        svg("text", { x: LEFT - 8, y: px(y(tick)) + 4, "text-anchor": "end", fill: MUTED }, String(px(tick * 100))),
      ]),
    svg("text", { x: 0, y: 12, fill: MUTED }, yTitle),
  ];
}

function xAxis(x: Scale, [low, high]: readonly [number, number], { width, xTitle }: StepsOptions, right: number): SvgNode[] {
  const whole = ticks(low + 0.5, high - 0.5, (width - LEFT - right) / 44).filter(Number.isInteger);
  return [
    ...whole.map((tick) => svg("text", { x: px(x(tick)), y: HEIGHT - BOTTOM + 14, "text-anchor": "middle", fill: MUTED }, String(tick))),
    svg("text", { x: (LEFT + width - right) / 2, y: HEIGHT - 6, "text-anchor": "middle", fill: MUTED }, xTitle),
  ];
}

function strip(points: readonly StepPoint[], x: Scale): SvgNode[] {
  const most = max(points, ({ items }) => items) ?? 1;
  return points.map((point) => {
    const [from, to] = [x(point.x - 0.5), x(end(point) + 0.5)];
    const height = px(Math.max(1, (point.items / most) * (STRIP - 8)));
    return svg("rect", {
      x: px(from + (to - from) * 0.12),
      y: HEIGHT - BOTTOM - height,
      width: px((to - from) * 0.76),
      height,
      fill: LINE,
      "fill-opacity": 0.45,
    });
  });
}

function treads(series: readonly StepSeries[], x: Scale, y: Scale): SvgNode[] {
  const drawn = series.map(({ points }, index) => {
    const { color, dash } = style(index);
    return svg("path", {
      d: stair(points, x, y),
      fill: "none",
      stroke: color,
      "stroke-width": index === 0 ? 2.5 : 1.75,
      "stroke-dasharray": dash,
    });
  });
  // The first one matters most, so it lies on top.
  return drawn.reverse();
}

/** A tread per point; neighbours are joined by a riser, and a missing number of steps leaves a gap. */
function stair(points: readonly StepPoint[], x: Scale, y: Scale): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      const joined = before !== undefined && end(before) === point.x - 1;
      const start = joined ? `V${px(y(point.value))}` : `M${px(x(point.x - 0.5))},${px(y(point.value))}`;
      return `${start}H${px(x(end(point) + 0.5))}`;
    })
    .join("");
}

/** Names at the right end of the lines, pushed apart where they would touch. */
function endLabels(series: readonly StepSeries[], x: Scale, y: Scale): SvgNode[] {
  const ends = series.map(({ title, points }, index) => ({ title, index, last: points.at(-1) }));
  let free = Number.NEGATIVE_INFINITY;
  return ends
    .flatMap((end) => (end.last === undefined ? [] : [{ ...end, last: end.last, at: y(end.last.value) }]))
    .sort((a, b) => a.at - b.at)
    .map(({ title, index, last, at }) => {
      free = Math.max(at, free + LABEL + 4);
      return svg(
        "text",
        { x: px(x(end(last) + 0.5)) + 8, y: px(free) + 4, fill: style(index).color, "font-weight": index === 0 ? 600 : undefined },
        title,
      );
    });
}

function hovers(series: readonly StepSeries[], x: Scale): SvgNode[] {
  return (series[0]?.points ?? []).map((point) => {
    const values = series.flatMap(({ title, points }) => {
      const found = points.find((other) => other.x === point.x);
      return found === undefined ? [] : [`${title} ${(found.value * 100).toFixed(1)} %`];
    });
    const text = `${stepsOf(point)}: ${values.join(", ")} (${point.items} items)`;
    return svg(
      "rect",
      { x: px(x(point.x - 0.5)), y: TOP, width: px(x(end(point) + 0.5) - x(point.x - 0.5)), height: HEIGHT - TOP - BOTTOM },
      svg("title", {}, text),
    );
  });
}

/** A point's number of steps for reading: "12" or "33 to 44". */
export function stepsOf(point: StepPoint): string {
  return end(point) === point.x ? String(point.x) : `${point.x} to ${point.to}`;
}

function end({ x, to = x }: StepPoint): number {
  return to;
}

/** Colour and dash of the series at `index`. */
export function style(index: number): (typeof SERIES)[number] {
  return SERIES[index % SERIES.length] as (typeof SERIES)[number];
}
