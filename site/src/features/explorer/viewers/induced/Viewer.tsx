import type { InducedGraph } from "@stepladder/schema";
import type { InducedPanel } from "@stepladder/wasm/host/panels.ts";
import { useMemo, useRef } from "react";
import { plural } from "../../../../format.ts";
import type { ViewerProps } from "../contract.ts";
import "../drawn.css";
import "../graph/graph.css";
import "./induced.css";
import { Drawing, OptionalStep } from "../graph/Drawing.tsx";
import type { Layout } from "../graph/layout.ts";
import { PathChoice } from "../graph/PathChoice.tsx";
import { useLayout } from "../graph/use-layout.ts";
import { Least } from "../Least.tsx";
import { Twin } from "../Twin.tsx";
import { useWidth } from "../use-width.ts";
import { drawnOf, jobOf, linesOf, nodesOf } from "./drawn.ts";
import { inducedPlan } from "./steps.ts";
import { cutWords, inducedAnswer, noteWords, pathWords, stopWords } from "./words.ts";

/** Width of a drawing that nobody has seen yet. */
const WIDTH = 720;
/** Below it a majority would be for the other order. */
const LOW = 0.5;
/** Paths that can be chosen by name; the steps of the others are walked to. */
const MOST_LISTED = 200;

interface Props extends ViewerProps<InducedPanel> {
  /** The layout of the graph as it was induced, where the page was built with it. */
  readonly built?: Layout;
}

/** A graph of steps with its support, at a cut that can be moved, and the paths that were seen walked through it. */
export function InducedView({ panel: { graph }, at, go, least, ask, built }: Props) {
  const plan = useMemo(() => inducedPlan(graph, least), [graph, least]);
  const job = useMemo(() => jobOf(graph, plan), [graph, plan]);
  const laid = useLayout(job, built && { of: job, layout: built });
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place, WIDTH);
  const nodes = useMemo(() => nodesOf(graph), [graph]);
  const shown = laid?.of.plan;
  const lines = useMemo(() => (shown === undefined ? [] : linesOf(graph, shown, at)), [graph, shown, at]);
  const { stops } = plan;
  const stop = stops[at];
  const done = useMemo(() => new Set(stops.slice(at - (stop?.place ?? 0), at).map(({ step }) => String(step))), [stops, at, stop]);
  const titles = useMemo(() => graph.seen.slice(0, MOST_LISTED).map((_, path) => pathWords(graph, plan, path)), [graph, plan]);
  const lookAt = (node: string): void => {
    const own = stops.findIndex(({ path, step }) => path === stop?.path && String(step) === node);
    const to = own >= 0 ? own : stops.findIndex(({ step }) => String(step) === node);
    if (to >= 0) go(to);
  };
  const cut = least ?? graph.settings.cut;
  const left = plan.edges.length - drawnOf(plan).length;
  return (
    <div className="graph-viewer induced-viewer" ref={place}>
      <Least
        label="Keep an order that at least this share of the paths with both steps have"
        low={LOW}
        high={1}
        step={0.01}
        value={Math.min(1, Math.max(LOW, cut ?? LOW))}
        isAsked={least !== undefined}
        isUnset={cut === undefined}
        words={cutWords(graph, plan, least !== undefined)}
        ask={ask}
      />
      <PathChoice titles={titles} at={stop?.path ?? 0} choose={(chosen) => go(stops.findIndex(({ path }) => path === chosen))} />
      <div className="said small" role="status">
        {stopWords(graph, plan, at).map((words) => (
          <p key={words} className="foreign" dir="auto">
            {words}
          </p>
        ))}
      </div>
      {left > 0 && <p className="small muted">{plural(left, "edge")} with less support than can be drawn; the table has all.</p>}
      {laid === undefined && <p className="muted laying">Laying out {plural(graph.steps.length, "step")}…</p>}
      {laid?.layout instanceof Error && (
        <p className="verdict warn">What lays the graph out could not be fetched; the tables say the same.</p>
      )}
      {laid !== undefined && !(laid.layout instanceof Error) && (
        <Drawing
          nodes={nodes}
          lines={lines}
          layout={laid.layout}
          room={room}
          at={at}
          current={stop && String(stop.step)}
          done={done}
          lookAt={lookAt}
        />
      )}
      <Legend graph={graph} />
      <Notes graph={graph} />
    </div>
  );
}

function Notes({ graph }: { readonly graph: InducedGraph }) {
  const notes = noteWords(graph);
  if (notes.length === 0) return null;
  return (
    <ul className="notes small">
      {notes.map((words) => (
        <li key={words} className="foreign" dir="auto">
          {words}
        </li>
      ))}
    </ul>
  );
}

function Legend({ graph: { steps, loops, interchangeable, edges } }: { readonly graph: InducedGraph }) {
  const most = edges.reduce((all, { support }) => Math.max(all, support), 0);
  return (
    <ul className="legend small">
      <li>
        <Sample kind="kept" sign="" width={6} /> Comes before; the widest in {plural(most, "path")}
      </li>
      {loops.length > 0 && (
        <li>
          <Sample kind="loop" sign="↻" width={2} /> Done again from there
        </li>
      )}
      <li>
        <Sample kind="broken" sign="✗" width={2} /> Broken by the path here
      </li>
      {steps.some(({ optional }) => optional) && <OptionalStep />}
      {interchangeable.length > 0 && <li>Framed, or ⇄: may change places</li>}
    </ul>
  );
}

function Sample({ kind, sign, width }: { readonly kind: string; readonly sign: string; readonly width: number }) {
  return (
    <svg width="38" height="16" aria-hidden="true" className="edge" data-verdict={kind}>
      <path d="M1 8 H37" strokeWidth={width} />
      {sign !== "" && (
        <>
          <circle cx="19" cy="8" r="7" />
          <text x="19" y="12" textAnchor="middle">
            {sign}
          </text>
        </>
      )}
    </svg>
  );
}

/** The same with its tables, for where no page has them. */
export default function InducedViewer(props: ViewerProps<InducedPanel>) {
  const { graph } = props.panel;
  const plan = useMemo(() => inducedPlan(graph, props.least), [graph, props.least]);
  const text = (step: number): string => graph.steps[step]?.text ?? "";
  return (
    <>
      <p className="small">{inducedAnswer(graph, plan)}</p>
      <InducedView {...props} />
      <Twin
        caption="Edges"
        heads={["Step", "comes before", "Paths", "Confidence"]}
        count={plan.edges.length}
        row={(i) => {
          const { before, after, support, confidence } = plan.edges[i] as (typeof plan.edges)[number];
          return [text(before), text(after), String(support), confidence.toFixed(4)];
        }}
      />
      <Twin
        caption="Steps"
        heads={["Step", "Paths", "Optional"]}
        count={graph.steps.length}
        row={(i) => {
          const { text: own, support, optional } = graph.steps[i] as InducedGraph["steps"][number];
          return [own, String(support), optional ? "yes" : "no"];
        }}
      />
    </>
  );
}
