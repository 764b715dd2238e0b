import { linear } from "../../charts/scale.ts";
import { px, type SvgNode, svg } from "../../charts/svg.ts";
import { ACCENT, INK, LINE, MUTED } from "../../charts/theme.ts";
import { type CompareMetric, type Lead, signed } from "./words.ts";

/** Per cent of the width left beside the marks, for their labels. */
const SIDE = 20;

/** The ends of an axis that holds every lead with its interval, and zero. */
export function leadDomain(leads: readonly Lead[]): readonly [number, number] {
  const ends = leads.flatMap(({ by, low = by, high = by }) => [low, high, by]);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

/** A lead with its interval on an axis with zero, labelled. Places are in per cent, so that it fits any width and its text keeps its size. */
export function effectChart(lead: Lead, { unit }: Pick<CompareMetric, "unit">, label: string): SvgNode {
  const scale = linear(leadDomain([lead]), [SIDE, 100 - SIDE]);
  const x = (value: number): string => `${px(scale(value))}%`;
  const { by, low, high } = lead;
  const text = (at: string, y: number, words: string, more: Record<string, string | number> = {}): SvgNode =>
    svg("text", { x: at, y, "font-size": 13, fill: INK, "text-anchor": "middle", ...more }, words);
  const end = (at: number): SvgNode => svg("line", { x1: x(at), x2: x(at), y1: 24, y2: 36, stroke: ACCENT, "stroke-width": 2 });
  const interval =
    low === undefined || high === undefined
      ? []
      : [
          svg("line", { x1: x(low), x2: x(high), y1: 30, y2: 30, stroke: ACCENT, "stroke-width": 3 }),
          end(low),
          end(high),
          text(x(low), 34, signed(low, unit), { "text-anchor": "end", dx: -8, fill: MUTED }),
          text(x(high), 34, signed(high, unit), { "text-anchor": "start", dx: 8, fill: MUTED }),
        ];
  return svg(
    "svg",
    { width: "100%", height: 92, role: "img", "aria-label": label },
    svg("line", { x1: 0, x2: "100%", y1: 52, y2: 52, stroke: LINE }),
    svg("line", { x1: x(0), x2: x(0), y1: 6, y2: 58, stroke: INK, "stroke-width": 1.5, "stroke-dasharray": "4 3" }),
    ...interval,
    svg("circle", { cx: x(by), cy: 30, r: 5, fill: ACCENT }),
    text(x(by), 14, signed(by, unit), { "font-weight": 600 }),
    text(x(0), 72, "0"),
    text("0%", 88, "← B better", { "text-anchor": "start", fill: MUTED }),
    text("100%", 88, "A better →", { "text-anchor": "end", fill: MUTED }),
  );
}

/** The same for the inside of a table: no labels, on a scale that its column shares. */
export function effectWhisker({ by, low, high }: Lead, domain: readonly [number, number]): SvgNode {
  const scale = linear(domain, [4, 96]);
  const x = (value: number): string => `${px(scale(value))}%`;
  const interval =
    low === undefined || high === undefined
      ? []
      : [svg("line", { x1: x(low), x2: x(high), y1: 7, y2: 7, stroke: ACCENT, "stroke-width": 2 })];
  return svg(
    "svg",
    { width: 120, height: 14, "aria-hidden": "true" },
    svg("line", { x1: x(0), x2: x(0), y1: 0, y2: 14, stroke: INK, "stroke-dasharray": "3 2" }),
    ...interval,
    svg("circle", { cx: x(by), cy: 7, r: 3.5, fill: ACCENT }),
  );
}
