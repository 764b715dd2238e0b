import type { GroundedVideo } from "@stepladder/schema";
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useId, useMemo, useRef } from "react";
import { plural } from "../../../../format.ts";
import { type Range, ticksOf } from "../timeline/bars.ts";
import { Hatch } from "../timeline/Legend.tsx";
import { BAR, Marks } from "../timeline/Marks.tsx";
import type { Judged } from "../timeline/steps.ts";
import { timeWords } from "../timeline/words.ts";
import { heatPaths, highest, sentenceAt, TONES, toneOf } from "./heat.ts";
import type { GroundingPlan } from "./steps.ts";

const AXIS = 24;
/** The lane of the narration, and of a row's heat. */
const LANE = 10;
const NAME = 18;
const GAP = 2;
/** Pixels of a letter. */
const LETTER = 6.6;
/** A sentence that takes less can hardly be seen. */
const NARROW = 3;

interface Props {
  readonly video: GroundedVideo;
  readonly plan: GroundingPlan;
  readonly width: number;
  readonly range: Range;
  /** The step and the sentence that are looked at; -1: no sentence. */
  readonly at: number;
  readonly sentence: number;
  look(step: number, sentence: number): void;
  /** Shows so many times as much of the axis. */
  zoom(by: number): void;
  /** Reads what stands at a place of the drawing; -1: nowhere. */
  point(step: number, sentence: number): void;
}

/** Where the parts of a row are, from its upper edge. */
function lanesOf({ gold, similarity }: GroundedVideo) {
  const below = NAME + (gold === undefined ? 0 : BAR + GAP);
  const heat = below + BAR + GAP;
  return { above: NAME, below, heat, row: heat + (similarity === undefined ? 0 : LANE + GAP) + GAP * 2 };
}

const TOP = AXIS + 16 + LANE + GAP * 2;

/** Narration above, then a row for each step: what is marked by hand, what was found, and how like it each sentence is. */
export function Rows({ video, plan, width, range, at, sentence, look, zoom, point }: Props) {
  const { steps, sentences } = video;
  const view = useRef<HTMLElement>(null);
  const hatch = useId();
  const lanes = lanesOf(video);
  const height = TOP + steps.length * lanes.row;
  useEffect(() => {
    const place = view.current;
    const y = TOP + at * lanes.row;
    if (place !== null && (y < place.scrollTop || y + lanes.row > place.scrollTop + place.clientHeight))
      place.scrollTo({ top: y - place.clientHeight / 2 });
  }, [at, lanes.row]);
  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): readonly [step: number, sentence: number] => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const time = range.from + ((clientX - left) / width) * (range.to - range.from);
    const step = Math.floor((clientY - top - TOP) / lanes.row);
    return [Math.min(step, steps.length - 1), sentenceAt(sentences, time)];
  };
  const press = (event: KeyboardEvent): void => {
    const act = keysOf(at, sentence, video, look, zoom)[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  };
  const x = (time: number): number => ((time - range.from) / (range.to - range.from)) * width;
  const most = useMemo(() => highest(video.similarity), [video]);
  return (
    <section
      className="view"
      ref={view}
      aria-label="Steps over time"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls and takes keys must be reachable by keyboard
      tabIndex={0}
      onKeyDown={press}
    >
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`Where ${plural(steps.length, "step")} are in ${plural(sentences.length, "sentence")}; the tables have it in words`}
        onPointerMove={(event) => point(...placeOf(event))}
        onPointerLeave={() => point(-1, -1)}
        onPointerUp={(event) => {
          const [step, said] = placeOf(event);
          look(step < 0 ? at : step, said);
        }}
      >
        <Hatch id={hatch} />
        {ticksOf(range, "seconds", Math.max(2, Math.floor(width / 90))).map((time) => (
          <g key={time} className="tick">
            <line x1={x(time)} x2={x(time)} y1={AXIS - 4} y2={height} />
            <text x={Math.min(Math.max(x(time), 16), width - 16)} y={14} textAnchor="middle">
              {timeWords(time, "seconds")}
            </text>
          </g>
        ))}
        <g transform={`translate(0 ${AXIS})`}>
          <text className="lane" x={2} y={12}>
            What is said
          </text>
          <Lane video={video} tellers={plan.tellers[at] ?? []} range={range} width={width} />
        </g>
        {steps.map((name, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <g key={step} transform={`translate(0 ${TOP + step * lanes.row})`}>
            <Row
              name={`${step + 1}  ${name}`}
              video={video}
              step={step}
              gold={plan.rows.goldIn[step] as readonly Judged[]}
              predicted={plan.rows.predictedIn[step] as readonly Judged[]}
              range={range}
              width={width}
              most={most}
              isCurrent={step === at}
              hatch={hatch}
            />
          </g>
        ))}
        <Looked video={video} at={at} sentence={sentence} x={x} width={width} />
      </svg>
    </section>
  );
}

/** Arrow keys go from step to step and from sentence to sentence, the signs for more and less zoom. */
function keysOf(
  at: number,
  sentence: number,
  { steps, sentences }: GroundedVideo,
  look: Props["look"],
  zoom: Props["zoom"],
): Readonly<Record<string, () => void>> {
  const step = (to: number) => (): void => look(Math.min(steps.length - 1, Math.max(0, to)), sentence);
  const said = (to: number) => (): void => look(at, Math.min(sentences.length - 1, Math.max(0, to)));
  return {
    ArrowUp: step(at - 1),
    ArrowDown: step(at + 1),
    ArrowLeft: said(sentence - 1),
    ArrowRight: said(sentence + 1),
    Home: said(0),
    End: said(sentences.length - 1),
    "+": () => zoom(0.5),
    "-": () => zoom(2),
  };
}

interface LaneProps {
  readonly video: GroundedVideo;
  readonly tellers: readonly number[];
  readonly range: Range;
  readonly width: number;
}

/** The sentences in time; those that told of the step that is looked at stand out. */
const Lane = memo(function Lane({ video: { sentences }, tellers, range, width }: LaneProps) {
  const all = useMemo(
    () =>
      heatPaths(
        sentences,
        sentences.map(() => 0),
        range,
        width,
        LANE,
      )[0],
    [sentences, range, width],
  );
  const own = tellers.map((place) => sentences[place] as GroundedVideo["sentences"][number]);
  const told = heatPaths(
    own,
    own.map(() => 0),
    range,
    width,
    LANE,
  )[0];
  return (
    <g transform="translate(0 16)">
      <path className="sentence" d={all} />
      <path className="teller" d={told} />
    </g>
  );
});

interface RowProps {
  readonly name: string;
  readonly video: GroundedVideo;
  readonly step: number;
  readonly gold: readonly Judged[];
  readonly predicted: readonly Judged[];
  readonly range: Range;
  readonly width: number;
  readonly most: number;
  readonly isCurrent: boolean;
  readonly hatch: string;
}

const Row = memo(function Row({ name, video, step, gold, predicted, range, width, most, isCurrent, hatch }: RowProps) {
  const lanes = lanesOf(video);
  const letters = Math.floor((width - 8) / LETTER);
  const heat = useMemo(() => {
    const row = video.similarity?.[step];
    if (row === undefined) return [];
    return heatPaths(
      video.sentences,
      row.map((value) => toneOf(value, most)),
      range,
      width,
      LANE,
    );
  }, [video, step, range, width, most]);
  return (
    <g className="timeline-row" data-step={step + 1} data-current={isCurrent}>
      {isCurrent && <rect className="looked-at" x={0} y={0} width={width} height={lanes.row} />}
      <line className="rule" x1={0} x2={width} y1={0} y2={0} />
      <text className="name" x={4} y={13}>
        <title>{name}</title>
        {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
      </text>
      <Marks
        gold={gold}
        predicted={predicted}
        range={range}
        width={width}
        above={lanes.above}
        below={lanes.below}
        unit="seconds"
        hatch={hatch}
      />
      <g className="heat" transform={`translate(0 ${lanes.heat})`}>
        {heat.map((path, tone) => path !== "" && <path key={TONES[tone]} d={path} fillOpacity={TONES[tone]} />)}
      </g>
    </g>
  );
});

interface LookedProps {
  readonly video: GroundedVideo;
  readonly at: number;
  readonly sentence: number;
  x(time: number): number;
  readonly width: number;
}

/** Frames around the sentence that is looked at, and around its cell. */
function Looked({ video, at, sentence, x, width }: LookedProps) {
  const said = video.sentences[sentence];
  if (said === undefined) return null;
  const [from, to] = [Math.max(1, x(said.start)), Math.min(width - 1, x(said.end))];
  if (to < 0 || from > width) return null;
  const lanes = lanesOf(video);
  const frame = { x: from, width: Math.max(NARROW, to - from), height: LANE + 2 };
  return (
    <g className="frame">
      <rect {...frame} y={AXIS + 15} />
      {video.similarity !== undefined && <rect {...frame} y={TOP + at * lanes.row + lanes.heat - 1} />}
    </g>
  );
}
