import { linear } from "./scale.ts";
import { px, type SvgNode, svg } from "./svg.ts";
import { ACCENT, LINE } from "./theme.ts";

const WIDTH = 120;
const HEIGHT = 14;

/** A value with its interval on a scale shared by a whole column: the answer to "could these two be the same?" at a glance. */
export function whisker(
  score: { value: number; low?: number | undefined; high?: number | undefined },
  domain: readonly [number, number],
): SvgNode {
  const scale = linear(domain, [4, WIDTH - 4]);
  const x = (value: number): number => Math.min(Math.max(scale(value), 4), WIDTH - 4);
  const middle = HEIGHT / 2;
  const interval =
    score.low === undefined || score.high === undefined
      ? []
      : [
          svg("line", { x1: px(x(score.low)), x2: px(x(score.high)), y1: middle, y2: middle, stroke: ACCENT, "stroke-width": 2 }),
          ...[score.low, score.high].map((end) =>
            svg("line", { x1: px(x(end)), x2: px(x(end)), y1: middle - 4, y2: middle + 4, stroke: ACCENT, "stroke-width": 1.5 }),
          ),
        ];
  return svg(
    "svg",
    { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    svg("line", { x1: 4, x2: WIDTH - 4, y1: middle, y2: middle, stroke: LINE, "stroke-width": 0.75 }),
    ...interval,
    svg("circle", { cx: px(x(score.value)), cy: middle, r: 3.5, fill: ACCENT }),
  );
}
