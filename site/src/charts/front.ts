import { formatScore } from "../format.ts";
import type { FrontData, Priced } from "./data/front.ts";
import { axisTitle, type ChartOptions, drawing, fitted, HALO, LABEL, text, valueAxis, widest } from "./frame.ts";
import { linear, type Scale } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, LINE, MUTED, PAPER, RULE } from "./theme.ts";

const LEFT = 40;
const TOP = 28;
const PLOT = 300;
const FOOT = 44;

/** Systems by value and price, the price on a logarithmic axis; a stair joins the best value to be had for each price. */
export function frontChart({ systems, price }: FrontData, { width, metric, label }: ChartOptions): SvgNode {
  const bottom = TOP + PLOT;
  const y = valueAxis(
    systems.flatMap(({ value, low = value, high = value }) => [low, high]),
    [bottom - 8, TOP + 8],
    metric,
    48,
  );
  const x = logarithmic(
    systems.map((one) => one.price),
    [LEFT + 16, width - 16],
  );
  const spots = systems.map((one) => ({ ...one, x: px(x.at(one.price)), y: px(y.at(one.value)) }));
  return drawing(
    width,
    bottom + FOOT,
    label,
    svg(
      "g",
      { "aria-hidden": "true" },
      text(0, 12, axisTitle(metric)),
      ...y.ticks.flatMap(({ at, text: words }) => [
        svg("line", { x1: LEFT, x2: width, y1: at, y2: at, stroke: RULE }),
        text(LEFT - 6, at + 4, words, { "text-anchor": "end" }),
      ]),
      svg("line", { x1: LEFT, x2: width, y1: bottom, y2: bottom, stroke: LINE }),
      ...ticksApart(x, 28).map((tick) => text(x.at(tick), bottom + 16, String(tick), { "text-anchor": "middle" })),
      text((LEFT + width) / 2, bottom + 34, `${price.title} (logarithmic)`, { "text-anchor": "middle" }),
      svg("path", { d: stair(spots, metric.better, width), fill: "none", stroke: LINE, "stroke-dasharray": "4 3" }),
    ),
    ...spots.map((spot) => dot(spot, y.at, metric)),
    ...names(spots, width),
  );
}

type Spot = Priced & { readonly x: number; readonly y: number };

function dot({ name, x, y, low, high, value, beatenBy }: Spot, at: Scale, { unit }: ChartOptions["metric"]): SvgNode {
  const colour = beatenBy === undefined ? ACCENT : MUTED;
  return svg(
    "g",
    { stroke: colour, "stroke-width": 1.5 },
    low === undefined || high === undefined ? undefined : svg("line", { x1: x, x2: x, y1: px(at(low)), y2: px(at(high)) }),
    svg(
      "circle",
      { cx: x, cy: y, r: 4.5, fill: beatenBy === undefined ? ACCENT : PAPER },
      svg("title", {}, `${name}: ${formatScore(value, unit)}`),
    ),
  );
}

/** From the cheapest system on, the best value to be had for a price. */
function stair(spots: readonly Spot[], better: "higher" | "lower", right: number): string {
  const sign = better === "higher" ? 1 : -1;
  let best: Spot | undefined;
  let d = "";
  for (const spot of spots) {
    if (best !== undefined && sign * (spot.value - best.value) <= 0) continue;
    d += best === undefined ? `M${spot.x},${spot.y}` : `H${spot.x}V${spot.y}`;
    best = spot;
  }
  return `${d}H${right}`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Names beside their dots, clear of other dots and other names; those on the front first. All names are in the table. */
function names(spots: readonly Spot[], width: number): SvgNode[] {
  const taken: Box[] = [];
  const ordered = spots.toSorted((a, b) => Number(a.beatenBy !== undefined) - Number(b.beatenBy !== undefined));
  return ordered.flatMap((spot) => {
    const words = fitted(spot.name, width * 0.45);
    // So far from other dots that nobody takes it for their name.
    const dots = spots.filter((other) => other !== spot).map(({ x, y }) => ({ left: x - 12, right: x + 12, top: y - 7, bottom: y + 7 }));
    const chosen = placesAround(spot, widest([words])).find(
      (place) => place.left >= LEFT && place.right <= width && ![...taken, ...dots].some((other) => touch(place, other)),
    );
    if (chosen === undefined) return [];
    taken.push(chosen);
    return [text(chosen.left, chosen.bottom - 2, words, { fill: spot.beatenBy === undefined ? INK : MUTED, ...HALO }, spot.name)];
  });
}

/** Places for a name beside, above and below a dot, the better ones first. */
function placesAround({ x, y }: Spot, long: number): Box[] {
  return [0, -13, 13].flatMap((off) => {
    const beside = off === 0 ? 9 : 6;
    const [top, bottom] = [y + off - LABEL / 2, y + off + LABEL / 2];
    return [
      { left: x + beside, right: x + beside + long, top, bottom },
      { left: x - beside - long, right: x - beside, top, bottom },
    ];
  });
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

interface LogScale {
  readonly at: Scale;
  readonly ticks: readonly number[];
}

/** A logarithmic scale with ticks at 1, 2 and 5 times powers of ten; room is left beside the outermost values. */
function logarithmic(values: readonly number[], range: readonly [number, number]): LogScale {
  const [low, high] = [Math.min(...values) / 1.15, Math.max(...values) * 1.15];
  const at = linear([Math.log10(low), Math.log10(high)], range);
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => i + Math.floor(Math.log10(low)),
  );
  const ticks = powers
    .flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
    .filter((tick) => tick >= low && tick <= high);
  return { at: (value) => at(Math.log10(value)), ticks };
}

/** As many ticks as leave their numbers room. */
function ticksApart({ at, ticks }: LogScale, apart: number): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    if (at(tick) - last < apart) return false;
    last = at(tick);
    return true;
  });
}
