import { brushX, type D3BrushEvent, select } from "d3";
import { memo, useEffect, useMemo, useRef } from "react";
import { barsOf, type Range } from "./bars.ts";
import type { TimelinePlan } from "./steps.ts";

const OVERVIEW = 34;

interface OverviewProps {
  readonly plan: TimelinePlan;
  readonly width: number;
  readonly end: number;
  readonly range: Range;
  setRange(range: Range): void;
}

/** The whole axis in a strip, of which a stretch is chosen by dragging. Too narrow to judge: one mistake among many would colour them all. */
export const Overview = memo(function Overview({ plan, width, end, range, setRange }: OverviewProps) {
  const place = useRef<SVGGElement>(null);
  const choose = useRef(setRange);
  choose.current = setRange;
  const brush = useMemo(() => {
    const made = brushX<unknown>().extent([
      [0, 0],
      [width, OVERVIEW],
    ]);
    return made.on("brush end", ({ sourceEvent, selection, type }: D3BrushEvent<unknown>) => {
      // What is not a person's doing follows the range, and does not make it.
      if (!sourceEvent) return;
      if (selection === null) {
        if (type === "end") choose.current({ from: 0, to: end });
        return;
      }
      const [from, to] = selection as [number, number];
      if (to - from >= 2) choose.current({ from: (from / width) * end, to: (to / width) * end });
    });
  }, [width, end]);
  useEffect(() => {
    if (place.current !== null) select(place.current as SVGGElement).call(brush as never);
  }, [brush]);
  useEffect(() => {
    if (place.current === null) return;
    const isWhole = range.from <= 0 && range.to >= end;
    select(place.current as SVGGElement).call(brush.move as never, isWhole ? null : [(range.from / end) * width, (range.to / end) * width]);
  }, [brush, range, width, end]);
  const [gold, predicted] = useMemo(
    () => [barsOf(plan.gold, { from: 0, to: end }, width), barsOf(plan.predicted, { from: 0, to: end }, width)],
    [plan, width, end],
  );
  return (
    <svg className="overview" width={width} height={OVERVIEW} aria-hidden="true">
      {gold.map(({ x, width: own }) => (
        <rect key={`g${x}`} className="gold" x={x} y={4} width={own} height={11} />
      ))}
      {predicted.map(({ x, width: own }) => (
        <rect key={`p${x}`} className="predicted" x={x} y={19} width={own} height={11} />
      ))}
      <g ref={place} />
    </svg>
  );
});
