import type { GroundedVideo } from "@stepladder/schema";
import type { Stretch } from "@stepladder/wasm/host/overlap.ts";
import type { GroundingPanel } from "@stepladder/wasm/host/panels.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ViewerProps } from "../contract.ts";
import "../drawn.css";
import "../timeline/timeline.css";
import "./grounding.css";
import { Least } from "../Least.tsx";
import { Twin } from "../Twin.tsx";
import { type Range, showing, zoomed } from "../timeline/bars.ts";
import { type Kind, Legend } from "../timeline/Legend.tsx";
import { Overview } from "../timeline/Overview.tsx";
import { timeWords } from "../timeline/words.ts";
import { Zoom } from "../timeline/Zoom.tsx";
import { useWidth } from "../use-width.ts";
import { groundingFacts } from "./facts.ts";
import { highest, TONES } from "./heat.ts";
import { Narration } from "./Narration.tsx";
import { Rows } from "./Rows.tsx";
import { groundingPlan, surely } from "./steps.ts";
import { cellWords, groundingAnswer, leastWords, stepWords } from "./words.ts";

/** Width of a drawing that nobody has seen yet. */
const WIDTH = 720;
/** A step is found where its sentences are: what is looked at stays in sight with so many seconds around it. */
const AROUND = 5;
/** The slider goes by so much confidence. */
const MARK = 0.05;

/** The steps of an article over the time of a video, with its narration, what is marked by hand, what was found and how alike they are. */
export function GroundingView({ panel: { video }, at, go, least = 0, ask }: ViewerProps<GroundingPanel>) {
  const plan = useMemo(() => groundingPlan(video, least), [video, least]);
  const { end } = plan;
  const low = lowOf(video);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, WIDTH);
  const [range, setRange] = useState<Range>({ from: 0, to: end });
  const [sentence, setSentence] = useState(-1);
  const [pointed, point] = useState<readonly [step: number, sentence: number]>([-1, -1]);
  const tellers = plan.tellers[at] ?? [];
  const focus = video.sentences[sentence] ?? plan.rows.predictedIn[at]?.[0]?.segment ?? plan.rows.goldIn[at]?.[0]?.segment;
  useEffect(() => {
    if (focus !== undefined) setRange((before) => showing(before, around(focus), end));
  }, [focus, end]);
  const middle = focus === undefined ? (range.from + range.to) / 2 : (focus.start + focus.end) / 2;
  const zoom = (by: number): void => setRange((before) => zoomed(before, by, Math.min(Math.max(middle, before.from), before.to), end));
  const look = (step: number, said: number): void => {
    setSentence(said);
    if (step !== at) go(step);
  };
  const hear = (said: number): void => {
    const told = plan.tellers.findIndex((own) => own.includes(said));
    look(tellers.includes(said) || told < 0 ? at : told, said);
  };
  const isPointed = pointed[0] >= 0 && pointed[1] >= 0;
  const cell = isPointed ? cellWords(video, plan, ...pointed) : cellWords(video, plan, at, sentence);
  return (
    <div className="grounding-viewer timeline-viewer" ref={place}>
      <div className="said small" role="status">
        {stepWords(video, plan, at).map((words) => (
          <p key={words} className="foreign" dir="auto">
            {words}
          </p>
        ))}
      </div>
      <Least
        label="Show segments that are at least this sure"
        low={low}
        high={1}
        step={MARK}
        value={Math.max(low, least)}
        isAsked={least > 0}
        words={leastWords(video, least)}
        ask={ask}
      />
      <div className="needs-js no-print">
        <Zoom range={range} unit="seconds" zoom={zoom} whole={() => setRange({ from: 0, to: end })} />
        <Overview plan={plan.rows} width={width} end={end} range={range} setRange={setRange} />
      </div>
      <Rows
        video={video}
        plan={plan}
        width={width}
        range={range}
        at={at}
        sentence={sentence}
        look={look}
        zoom={zoom}
        point={(step, said) => point([step, said])}
      />
      <p className="small at-time foreign needs-js no-print" role="status" dir="auto">
        {cell || "In the drawing ← and → go from sentence to sentence, ↑ and ↓ from step to step, + and − zoom."}
      </p>
      <Legend kinds={kindsOf(video)} />
      {video.similarity && <Tones most={highest(video.similarity)} />}
      <Narration sentences={video.sentences} tellers={tellers} at={sentence} look={hear} />
    </div>
  );
}

function around({ start, end }: Stretch): Stretch {
  return { start: Math.max(0, start - AROUND), end: end + AROUND };
}

/** The mark of the slider at or below the least sure segment: below it nothing changes. */
function lowOf({ segments }: GroundedVideo): number {
  const lowest = segments.reduce((low, { confidence }) => Math.min(low, confidence), segments.length === 0 ? 0 : 1);
  return Math.min(1 - MARK, Math.floor(lowest / MARK + 1e-9) * MARK);
}

function kindsOf({ gold }: GroundedVideo): (readonly [Kind, string])[] {
  if (gold === undefined) return [["predicted", "Found"]];
  return [
    ["gold", "Marked by hand, found (its tIoU stands in it)"],
    ["missed", "Marked by hand; found elsewhere, with tIoU below 0.5, or not"],
    ["predicted", "Found there (tIoU 0.5 or more)"],
    ["wrong", "Found elsewhere, or with tIoU below 0.5"],
  ];
}

function Tones({ most }: { readonly most: number }) {
  return (
    <p className="tones small">
      <svg width={TONES.length * 18} height="12" aria-hidden="true" className="heat">
        {TONES.map((tone, i) => (
          <rect key={tone} x={i * 18} width="17" height="12" fillOpacity={tone} />
        ))}
      </svg>{" "}
      How like the step a sentence is: the strongest from {((most * TONES.length) / (TONES.length + 1)).toFixed(2)} to {most.toFixed(2)}
    </p>
  );
}

/** The same with its tables, for where no page has them. */
export default function GroundingViewer(props: ViewerProps<GroundingPanel>) {
  const { video } = props.panel;
  const { least = 0 } = props;
  const plan = useMemo(() => groundingPlan(video, least), [video, least]);
  return (
    <>
      <p className="small">{groundingAnswer(groundingFacts(surely(video, least)))}</p>
      <GroundingView {...props} />
      <Twin
        caption="Steps and where they were found"
        heads={["Step", "What was found"]}
        count={video.steps.length}
        row={(at) => {
          const [name = "", ...words] = stepWords(video, plan, at);
          return [name, words.join(" ")];
        }}
      />
      <Twin
        caption="What is said"
        heads={["From", "To", "Sentence"]}
        count={video.sentences.length}
        row={(at) => {
          const { start, end, text } = video.sentences[at] as GroundedVideo["sentences"][number];
          return [timeWords(start, "seconds"), timeWords(end, "seconds"), text];
        }}
      />
    </>
  );
}
