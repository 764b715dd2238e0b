import { linear } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, INK, LINE } from "./theme.ts";

const WIDTH = 120;
const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;
/** Per cent of the width that a mark at the end of the scale needs. */
const SIDE = 4;

/**
 * A value with its interval on a scale shared by a whole column: the answer to "could these two be the same?" at a glance.
 * Places are in per cent, so that a narrow page may give it less room and its marks keep their size.
 */
export function whisker(
  score: { value: number; low?: number | undefined; high?: number | undefined },
  domain: readonly [number, number],
): SvgNode {
  const x = place(domain);
  const { low, high } = score;
  const end = (at: number): SvgNode =>
    svg("line", { x1: x(at), x2: x(at), y1: MIDDLE - 4, y2: MIDDLE + 4, stroke: ACCENT, "stroke-width": 1.5 });
  const interval =
    low === undefined || high === undefined
      ? []
      : [svg("line", { x1: x(low), x2: x(high), y1: MIDDLE, y2: MIDDLE, stroke: ACCENT, "stroke-width": 2 }), end(low), end(high)];
  return isWithin(score.value, domain) ? frame(...interval, dot(x(score.value))) : frame(beyond(score.value < domain[0]));
}

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

/** A value that lies beyond an end of the scale: an open arrow that points there. */
function beyond(below: boolean): SvgNode {
  const [tip, back] = below ? [-5, 2] : [5, -2];
  const path = svg("path", {
    d: `M${back},${MIDDLE - 4}L${tip},${MIDDLE}L${back},${MIDDLE + 4}`,
    fill: "none",
    stroke: INK,
    "stroke-width": 1.25,
  });
  return svg("svg", { x: `${below ? SIDE : 100 - SIDE}%`, overflow: "visible" }, path);
}

/** A value as a dot, and another to hold it against as an open diamond, on a scale shared by a whole column. */
export function against(value: number, other: number | undefined, domain: readonly [number, number]): SvgNode {
  const x = place(domain);
  const diamond = (at: number): SvgNode =>
    svg(
      "svg",
      { x: x(at), overflow: "visible" },
      svg("path", { d: `M-5,${MIDDLE}L0,2L5,${MIDDLE}L0,${HEIGHT - 2}Z`, fill: "none", stroke: INK, "stroke-width": 1.25 }),
    );
  return frame(...(other === undefined ? [] : [diamond(other)]), dot(x(value)));
}

/** What a value is, as a tick, and what it would be, as the end of a bar, on a scale shared by a whole column. */
export function change(from: number, to: number, domain: readonly [number, number]): SvgNode {
  const x = place(domain);
  return frame(
    svg("line", { x1: x(from), x2: x(to), y1: MIDDLE, y2: MIDDLE, stroke: ACCENT, "stroke-width": 6 }),
    svg("line", { x1: x(from), x2: x(from), y1: 1, y2: HEIGHT - 1, stroke: INK, "stroke-width": 1.5 }),
  );
}

function place(domain: readonly [number, number]): (value: number) => string {
  const scale = linear(domain, [SIDE, 100 - SIDE]);
  return (value) => `${px(Math.min(Math.max(scale(value), SIDE), 100 - SIDE))}%`;
}

function dot(cx: string): SvgNode {
  return svg("circle", { cx, cy: MIDDLE, r: 3.5, fill: ACCENT });
}

function frame(...marks: readonly SvgNode[]): SvgNode {
  const axis = svg("line", { x1: `${SIDE}%`, x2: `${100 - SIDE}%`, y1: MIDDLE, y2: MIDDLE, stroke: LINE, "stroke-width": 0.75 });
  return svg("svg", { width: WIDTH, height: HEIGHT, "aria-hidden": "true" }, axis, ...marks);
}
