import { LEAST } from "@stepladder/wasm/host/overlap.ts";
import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { memo, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { plural } from "../../../../format.ts";
import type { ViewerProps } from "../contract.ts";
import "../drawn.css";
import "./timeline.css";
import { Twin } from "../Twin.tsx";
import { useWidth } from "../use-width.ts";
import { type Range, showing, ticksOf, zoomed } from "./bars.ts";
import { Hatch, Legend } from "./Legend.tsx";
import { BAR, Marks } from "./Marks.tsx";
import { Overview } from "./Overview.tsx";
import { type Judged, type TimelinePlan, timelinePlan } from "./steps.ts";
import { spanWords, stepWords, timeLine, timeWords } from "./words.ts";
import { Zoom } from "./Zoom.tsx";

const ROW = 54;
const NAME = 16;
const AXIS = 24;
/** Rows drawn above and below those in sight. */
const MARGIN = 4;
const MOST_HIGH = 440;

/** Gold's segments above predicted ones on an axis of time, row by row, with what each pair shares. */
export default function TimelineViewer({ panel, at, go }: ViewerProps<TimelinePanel>) {
  const { unit } = panel;
  const plan = timelinePlan(panel);
  const end = panel.end > 0 ? panel.end : 1;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, undefined);
  const [range, setRange] = useState<Range>({ from: 0, to: end });
  const [pointed, setPointed] = useState<number>();
  const current = plan.gold[at];
  useEffect(() => {
    if (current !== undefined) setRange((before) => showing(before, current.segment, end));
  }, [current, end]);
  const around = current === undefined ? (range.from + range.to) / 2 : (current.segment.start + current.segment.end) / 2;
  const zoom = (by: number): void => setRange((before) => zoomed(before, by, Math.min(Math.max(around, before.from), before.to), end));
  const said = pointed === undefined ? undefined : timeLine(panel, pointed);
  return (
    <div className="timeline-viewer" ref={place}>
      <p className="small">{answer(panel, plan)}</p>
      <div className="said small" role="status">
        {stepWords(panel, plan, at).map((words) => (
          <p key={words} className="foreign" dir="auto">
            {words}
          </p>
        ))}
      </div>
      <Zoom range={range} unit={unit} zoom={zoom} whole={() => setRange({ from: 0, to: end })} />
      {width !== undefined && (
        <>
          <Overview plan={plan} width={width} end={end} range={range} setRange={setRange} />
          <Rows panel={panel} plan={plan} width={width} range={range} at={at} go={go} point={setPointed} />
        </>
      )}
      <p className="small at-time foreign">
        {said ?? "Point at the rows to read what there is at a time; drag in the strip above them to choose a stretch."}
      </p>
      <Legend kinds={kindsOf(plan)} />
      <Tables panel={panel} plan={plan} />
    </div>
  );
}

function answer({ rows, least = LEAST }: TimelinePanel, { gold, predicted, isPredicted }: TimelinePlan): string {
  const segments = `${plural(gold.length, "segment")} of gold in ${plural(rows.length, "row")}`;
  if (!isPredicted) return `${segments}; nothing is predicted.`;
  const found = gold.filter(({ isRight }) => isRight).length;
  const wrong = predicted.filter(({ isRight }) => isRight === false).length;
  const rule = rows.some((row) => row.gold.some(({ right }) => right !== undefined)) ? "by the rule of the benchmark" : `at tIoU ${least}`;
  return `${segments}: ${found} found ${rule}; ${wrong} of ${predicted.length} predicted are wrong.`;
}

interface RowsProps {
  readonly panel: TimelinePanel;
  readonly plan: TimelinePlan;
  readonly width: number;
  readonly range: Range;
  readonly at: number;
  go(at: number): void;
  point(time: number | undefined): void;
}

function Rows({ panel: { rows, unit }, plan, width, range, at, go, point }: RowsProps) {
  const view = useRef<HTMLElement>(null);
  const hatch = useId();
  const [top, setTop] = useState(0);
  const current = plan.gold[at];
  const height = AXIS + rows.length * ROW;
  const shown = Math.min(height + 2, MOST_HIGH);
  useEffect(() => {
    const place = view.current;
    if (place === null || current === undefined) return;
    const y = AXIS + current.row * ROW;
    if (y < place.scrollTop + AXIS || y + ROW > place.scrollTop + place.clientHeight) place.scrollTo({ top: y - place.clientHeight / 2 });
  }, [current]);
  const first = Math.max(0, Math.floor((top - AXIS) / ROW) - MARGIN);
  const last = Math.min(rows.length, Math.ceil((top + shown) / ROW) + MARGIN);
  const places = useMemo(() => new Map(plan.gold.map((one, i) => [one, i])), [plan]);
  const x = (time: number): number => ((time - range.from) / (range.to - range.from)) * width;
  const follow = (event: PointerEvent<SVGSVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    point(range.from + ((event.clientX - left) / width) * (range.to - range.from));
  };
  const look = useRef((_: Judged): void => undefined);
  look.current = (one) => {
    const to = places.get(one);
    if (to !== undefined) go(to);
  };
  const marks = ticksOf(range, unit, Math.max(2, Math.floor(width / 90)));
  return (
    <section
      className="view"
      ref={view}
      aria-label="Timeline"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`Segments of ${plural(rows.length, "row")}; the tables below have them in words`}
        onPointerMove={follow}
        onPointerLeave={() => point(undefined)}
      >
        <Hatch id={hatch} />
        {marks.map((time) => (
          <g key={time} className="tick">
            <line x1={x(time)} x2={x(time)} y1={AXIS - 4} y2={height} />
            <text x={Math.min(Math.max(x(time), 16), width - 16)} y={14} textAnchor="middle">
              {timeWords(time, unit)}
            </text>
          </g>
        ))}
        {rows.slice(first, last).map((row, i) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={first + i}
            name={row.name}
            y={AXIS + (first + i) * ROW}
            gold={plan.goldIn[first + i] as readonly Judged[]}
            predicted={plan.predictedIn[first + i] as readonly Judged[]}
            range={range}
            width={width}
            unit={unit}
            current={current?.row === first + i ? current : undefined}
            hatch={hatch}
            look={look}
          />
        ))}
      </svg>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly y: number;
  readonly gold: readonly Judged[];
  readonly predicted: readonly Judged[];
  readonly range: Range;
  readonly width: number;
  readonly unit: TimelinePanel["unit"];
  readonly current: Judged | undefined;
  readonly hatch: string;
  readonly look: { readonly current: (one: Judged) => void };
}

const Row = memo(function Row({ name, y, gold, predicted, range, width, unit, current, hatch, look }: RowProps) {
  const letters = Math.floor(width / 7);
  const [above, below] = [y + NAME, y + NAME + BAR + 2];
  return (
    <g className="timeline-row">
      <line className="rule" x1={0} x2={width} y1={y} y2={y} />
      <text className="name" x={2} y={y + 12}>
        <title>{name}</title>
        {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
      </text>
      <Marks
        gold={gold}
        predicted={predicted}
        range={range}
        width={width}
        above={above}
        below={below}
        unit={unit}
        hatch={hatch}
        look={look}
      />
      {current !== undefined && <Current one={current} range={range} width={width} y={above - 2} />}
    </g>
  );
});

function Current({
  one: { segment },
  range,
  width,
  y,
}: {
  readonly one: Judged;
  readonly range: Range;
  readonly width: number;
  readonly y: number;
}) {
  const x = (time: number): number => ((time - range.from) / (range.to - range.from)) * width;
  const [from, to] = [Math.max(1, x(segment.start) - 2), Math.min(width - 1, x(segment.end) + 2)];
  return <rect className="current" x={from} y={y} width={Math.max(4, to - from)} height={2 * BAR + 6} rx="2" />;
}

function kindsOf({ isPredicted, predicted }: TimelinePlan): Parameters<typeof Legend>[0]["kinds"] {
  if (!isPredicted) return [["gold", "Gold"]];
  return [
    ["gold", predicted.some(({ shared }) => shared > 0) ? "Gold, found (its tIoU stands in it)" : "Gold, found"],
    ["missed", "Gold, not found"],
    ["predicted", "Predicted, right"],
    ["wrong", "Predicted, wrong"],
  ];
}

function Tables({ panel: { rows, unit }, plan }: { readonly panel: TimelinePanel; readonly plan: TimelinePlan }) {
  const { gold, predicted, isPredicted } = plan;
  const cells = ({ row, segment, other, shared, isRight }: Judged, right: string, wrong: string): string[] => [
    rows[row]?.name ?? "",
    spanWords(segment, unit),
    ...(isPredicted
      ? [other === undefined ? "–" : spanWords(other, unit), other === undefined ? "–" : shared.toFixed(3), isRight ? right : wrong]
      : []),
  ];
  return (
    <>
      <Twin
        caption="Gold's segments"
        heads={["Row", "Gold", ...(isPredicted ? ["Predicted, the most alike", "tIoU", "Verdict"] : [])]}
        count={gold.length}
        row={(i) => cells(gold[i] as Judged, "✓ found", "✗ not found")}
      />
      {predicted.length > 0 && (
        <Twin
          caption="Predicted segments"
          heads={["Row", "Predicted", "Gold, the most alike", "tIoU", "Verdict", "Score"]}
          count={predicted.length}
          row={(i) => {
            const one = predicted[i] as Judged;
            return [...cells(one, "✓ right", "✗ wrong"), one.segment.score === undefined ? "–" : String(one.segment.score)];
          }}
        />
      )}
    </>
  );
}
