import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { brushX, type D3BrushEvent, select } from "d3";
import { memo, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { plural } from "../../../../format.ts";
import type { ViewerProps } from "../contract.ts";
import "../drawn.css";
import "./timeline.css";
import { Twin } from "../Twin.tsx";
import { type Bar, barsOf, type Range, showing, ticksOf, zoomed } from "./bars.ts";
import { type Judged, LEAST, type TimelinePlan, timelinePlan } from "./steps.ts";
import { sharedWords, spanWords, stepWords, timeLine, timeWords } from "./words.ts";

const ROW = 54;
const NAME = 16;
const BAR = 14;
const AXIS = 24;
const OVERVIEW = 34;
/** Rows drawn above and below those in sight. */
const MARGIN = 4;
const MOST_HIGH = 440;

/** Gold's segments above predicted ones on an axis of time, row by row, with what each pair shares. */
export default function TimelineViewer({ panel, at, go }: ViewerProps<TimelinePanel>) {
  const { unit } = panel;
  const plan = timelinePlan(panel);
  const end = panel.end > 0 ? panel.end : 1;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
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
      <div className="row tight">
        <button type="button" className="plain" onClick={() => zoom(2)}>
          Wider
        </button>
        <button type="button" className="plain" onClick={() => zoom(0.5)}>
          Closer
        </button>
        <button type="button" className="plain" onClick={() => setRange({ from: 0, to: end })}>
          Whole axis
        </button>
        <span className="small number">
          {timeWords(range.from, unit)} to {timeWords(range.to, unit)}
          {unit === "frames" ? " (frames)" : " (minutes:seconds)"}
        </span>
      </div>
      {width !== undefined && (
        <>
          <Overview plan={plan} width={width} end={end} range={range} setRange={setRange} />
          <Rows panel={panel} plan={plan} width={width} range={range} at={at} go={go} point={setPointed} />
        </>
      )}
      <p className="small at-time foreign">
        {said ?? "Point at the rows to read what there is at a time; drag in the strip above them to choose a stretch."}
      </p>
      <Legend plan={plan} />
      <Tables panel={panel} plan={plan} />
    </div>
  );
}

function useWidth(place: { readonly current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (place.current === null) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(200, Math.floor(entry.contentRect.width) - 2)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}

function answer({ rows, least = LEAST }: TimelinePanel, { gold, predicted, isPredicted }: TimelinePlan): string {
  const segments = `${plural(gold.length, "segment")} of gold in ${plural(rows.length, "row")}`;
  if (!isPredicted) return `${segments}; nothing is predicted.`;
  const found = gold.filter(({ isRight }) => isRight).length;
  const wrong = predicted.filter(({ isRight }) => isRight === false).length;
  const rule = rows.some((row) => row.gold.some(({ right }) => right !== undefined)) ? "by the rule of the benchmark" : `at tIoU ${least}`;
  return `${segments}: ${found} found ${rule}; ${wrong} of ${predicted.length} predicted are wrong.`;
}

interface OverviewProps {
  readonly plan: TimelinePlan;
  readonly width: number;
  readonly end: number;
  readonly range: Range;
  setRange(range: Range): void;
}

/** The whole axis in a strip, of which a stretch is chosen by dragging. Too narrow to judge: one mistake among many would colour them all. */
const Overview = memo(function Overview({ plan, width, end, range, setRange }: OverviewProps) {
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
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className="hatch" d="M0 0 V6" />
          </pattern>
        </defs>
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

/** A mark has room for the two digits of its tIoU. */
const ROOMY = 34;

const Row = memo(function Row({ name, y, gold, predicted, range, width, unit, current, hatch, look }: RowProps) {
  const golds = barsOf(gold, range, width);
  const told = barsOf(predicted, range, width);
  const letters = Math.floor(width / 7);
  const [above, below] = [y + NAME, y + NAME + BAR + 2];
  return (
    <g className="timeline-row">
      <line className="rule" x1={0} x2={width} y1={y} y2={y} />
      <text className="name" x={2} y={y + 12}>
        <title>{name}</title>
        {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
      </text>
      {golds.map((bar) => {
        const isMissed = bar.isRight === false;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the stepper does the same by keyboard
          <g key={`${bar.x} ${bar.first.segment.end}`} className={isMissed ? "missed" : "gold"} onClick={() => look.current(bar.first)}>
            <title>{titleOf(bar, unit, "Gold")}</title>
            <rect x={bar.x} y={above} width={bar.width} height={BAR} {...(isMissed ? { fill: `url(#${hatch})` } : {})} />
            {bar.count === 1 && bar.width >= ROOMY && bar.first.shared > 0 && (
              <text x={bar.x + bar.width / 2} y={above + 11} textAnchor="middle">
                {bar.first.shared.toFixed(2)}
              </text>
            )}
          </g>
        );
      })}
      {told.map((bar) => {
        const isWrong = bar.isRight === false;
        return (
          <g key={`${bar.x} ${bar.first.segment.end}`} className={isWrong ? "wrong" : "predicted"}>
            <title>{titleOf(bar, unit, "Predicted")}</title>
            {bar.isPoint ? (
              <path d={`M${bar.x} ${below} l6 ${BAR / 2} l-6 ${BAR / 2} l-6 ${-BAR / 2} z`} />
            ) : (
              <rect x={bar.x} y={below} width={bar.width} height={BAR} />
            )}
            {isWrong && (bar.isPoint || bar.width >= 12) && (
              <text
                x={bar.isPoint ? bar.x + 9 : bar.x + bar.width / 2}
                y={below + 11}
                textAnchor={bar.isPoint ? "start" : "middle"}
                data-beside={bar.isPoint}
              >
                ✗
              </text>
            )}
          </g>
        );
      })}
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

function titleOf({ first, count }: Bar, unit: TimelinePanel["unit"], of: string): string {
  if (count > 1) return `${of}: ${count} segments from ${timeWords(first.segment.start, unit)} on`;
  const { segment, shared } = first;
  const score = segment.score === undefined ? "" : `, score ${Number(segment.score.toPrecision(3))}`;
  return `${of}: ${spanWords(segment, unit)}${shared > 0 ? `, ${sharedWords(first)}` : ""}${score}`;
}

function Legend({ plan: { isPredicted, predicted } }: { readonly plan: TimelinePlan }) {
  const hatch = useId();
  const kinds = isPredicted
    ? ([
        ["gold", predicted.some(({ shared }) => shared > 0) ? "Gold, found (its tIoU stands in it)" : "Gold, found"],
        ["missed", "Gold, not found"],
        ["predicted", "Predicted, right"],
        ["wrong", "Predicted, wrong"],
      ] as const)
    : ([["gold", "Gold"]] as const);
  return (
    <ul className="legend small">
      {kinds.map(([kind, words]) => (
        <li key={kind}>
          <svg width="26" height="14" aria-hidden="true" className="timeline-row">
            <defs>
              <pattern id={hatch + kind} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path className="hatch" d="M0 0 V6" />
              </pattern>
            </defs>
            <g className={kind}>
              <rect x="1" y="1" width="24" height="12" {...(kind === "missed" ? { fill: `url(#${hatch + kind})` } : {})} />
              {kind === "wrong" && (
                <text x="13" y="11" textAnchor="middle">
                  ✗
                </text>
              )}
            </g>
          </svg>{" "}
          {words}
        </li>
      ))}
    </ul>
  );
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
