import { extent, scaleLinear } from "d3";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, FONT, INK, LINE, MUTED, PAPER, RULE } from "./theme.ts";

/** One entry on the strip. */
export interface StripMark {
  readonly name: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly kind: "scored" | "quoted" | "baseline";
  /** Set off, and named in the drawing. */
  readonly named?: boolean;
}

export interface StripOptions {
  readonly width: number;
  /** Whether the values are shares: the axis is then 0 to 100 %. */
  readonly share: boolean;
  readonly xTitle: string;
  /** What the drawing says, for those who do not see it. */
  readonly label: string;
  /** A value as a reader sees it. */
  show(value: number): string;
}

const RADIUS = 4.5;
const STEP = 2 * RADIUS + 2;
const SIDE = 12;
const LABEL = 12;
/** Width of a letter of a label, widely taken. */
const LETTER = 7.4;
/** Room for the name of a baseline above the frame, and for that of a dot below its edge. */
const HEAD = 22;
const NAMES = 16;
const FOOT = 38;

/** All values of one metric on one axis: dots, stacked where they would touch, for systems, and lines for baselines. Only for build time. */
export function stripChart(marks: readonly StripMark[], options: StripOptions): SvgNode {
  const ends = extent([...marks.flatMap(({ value, low = value, high = value }) => [low, high]), ...(options.share ? [0, 1] : [])]);
  const x = scaleLinear([ends[0] ?? 0, ends[1] ?? 1], [SIDE, options.width - SIDE]);
  if (!options.share) x.nice();
  const dots = stacked(
    marks.filter(({ kind }) => kind !== "baseline"),
    x,
  );
  const floor = HEAD + NAMES + STEP * (1 + Math.max(1, ...dots.map(({ level }) => level)));
  const height = floor + FOOT;
  return svg(
    "svg",
    {
      viewBox: `0 0 ${options.width} ${height}`,
      width: options.width,
      height,
      role: "img",
      "aria-label": options.label,
      "font-family": FONT,
      "font-size": LABEL,
    },
    svg("g", { "aria-hidden": "true" }, ...axis(x, floor, options)),
    ...marks.filter(({ kind }) => kind === "baseline").map((mark) => line(mark, x(mark.value), floor, options)),
    ...dots.map((dot) => drawnDot(dot, x, floor, options)),
    svg("g", { "aria-hidden": "true" }, ...names(marks, x, options)),
  );
}

type Scale = (value: number) => number;
interface Dot {
  readonly mark: StripMark;
  readonly level: number;
}

/** Each dot on the lowest level on which it touches no other. */
function stacked(marks: readonly StripMark[], x: Scale): Dot[] {
  const free: number[] = [];
  return marks
    .toSorted((a, b) => a.value - b.value)
    .map((mark) => {
      const at = x(mark.value);
      const found = free.findIndex((end) => end <= at);
      const level = found === -1 ? free.length : found;
      free[level] = at + STEP;
      return { mark, level };
    });
}

function axis(x: Scale & { ticks(count: number): number[] }, floor: number, { width, xTitle, share }: StripOptions): SvgNode[] {
  const ticks = x.ticks(width / 110);
  return [
    svg("line", { x1: SIDE, x2: width - SIDE, y1: floor, y2: floor, stroke: LINE }),
    ...ticks.flatMap((tick) => [
      svg("line", { x1: px(x(tick)), x2: px(x(tick)), y1: floor, y2: floor + 4, stroke: LINE }),
      svg(
        "text",
        { x: px(x(tick)), y: floor + 17, "text-anchor": "middle", fill: MUTED },
        share ? String(Math.round(tick * 100)) : String(px(tick)),
      ),
    ]),
    svg("text", { x: width / 2, y: floor + 34, "text-anchor": "middle", fill: MUTED }, xTitle),
    svg("line", { x1: SIDE, x2: width - SIDE, y1: HEAD - 6, y2: HEAD - 6, stroke: RULE }),
  ];
}

function line({ name, value, named }: StripMark, at: number, floor: number, { show }: StripOptions): SvgNode {
  const common = { x1: px(at), x2: px(at), y1: HEAD - 6, y2: floor };
  return svg(
    "g",
    {},
    svg("line", { ...common, stroke: named ? INK : MUTED, "stroke-dasharray": "3 3", "stroke-width": named ? 1.5 : 1 }),
    svg("line", { ...common, stroke: "transparent", "stroke-width": 9 }, svg("title", {}, `${name} (baseline): ${show(value)}`)),
  );
}

function drawnDot({ mark, level }: Dot, x: Scale, floor: number, { show }: StripOptions): SvgNode {
  const cy = px(heightOf(level, floor));
  const colour = mark.named ? ACCENT : MUTED;
  const whisker =
    mark.low === undefined || mark.high === undefined
      ? undefined
      : svg("line", { x1: px(x(mark.low)), x2: px(x(mark.high)), y1: cy, y2: cy, stroke: colour, "stroke-width": 1.5 });
  return svg(
    "g",
    {},
    whisker,
    svg(
      "circle",
      {
        cx: px(x(mark.value)),
        cy,
        r: RADIUS,
        fill: mark.kind === "quoted" ? PAPER : colour,
        stroke: colour,
        "stroke-width": 1.5,
      },
      svg("title", {}, `${mark.name}${mark.kind === "quoted" ? " (quoted)" : ""}: ${show(mark.value)}`),
    ),
  );
}

function heightOf(level: number, floor: number): number {
  return floor - STEP * (level + 0.75);
}

/** Names of the marks that are set off: of baselines above the frame, of dots below its edge. They are few; all names are in the tables. */
function names(marks: readonly StripMark[], x: Scale, { width, show }: StripOptions): SvgNode[] {
  return marks
    .filter(({ named }) => named)
    .map((mark) => {
      const text = `${mark.name} ${show(mark.value)}`;
      // Bold letters are wider.
      const half = (text.length * LETTER * (mark.kind === "baseline" ? 1 : 1.15)) / 2;
      const at = Math.max(half, Math.min(x(mark.value), width - half));
      const style = mark.kind === "baseline" ? { y: HEAD - 10, fill: MUTED } : { y: HEAD + 9, fill: ACCENT, "font-weight": 600 };
      // The ground behind the letters hides the lines that cross them.
      const ground = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
      return svg("text", { x: px(at), "text-anchor": "middle", ...style, ...ground }, text);
    });
}
