import type { GraphNode, GraphPanel } from "@stepladder/wasm/host/panels.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import { plural } from "../../../../format.ts";
import type { ViewerProps } from "../contract.ts";
import "../drawn.css";
import "./graph.css";
import { Twin } from "../Twin.tsx";
import { Drawing, type Line, OptionalStep } from "./Drawing.tsx";
import { drawnOf, jobOf } from "./drawn.ts";
import { PathChoice } from "./PathChoice.tsx";
import { type GraphPlan, graphPlan, isFault, type ShownEdge } from "./steps.ts";
import { useLayout } from "./use-layout.ts";
import { edgeWords, faultsOf, type Name, namesOf, stopWords, tiedTo, VERDICTS } from "./words.ts";

/** Mistakes that are listed at once. */
const MOST_LISTED = 100;

/** A step graph in layers, or an alignment in two columns, with what is predicted held against gold. */
export default function GraphViewer({ panel, at, go }: ViewerProps<GraphPanel>) {
  const plan = graphPlan(panel);
  const name = useMemo(() => namesOf(panel), [panel]);
  const faults = useMemo(() => faultsOf(plan), [plan]);
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number>();
  useEffect(() => setRoom(place.current?.clientWidth), []);
  const [looked, setLooked] = useState<ShownEdge>();
  return (
    <div className="graph-viewer" ref={place}>
      <p className="small">{answer(panel, plan, faults)}</p>
      <PathChoice
        titles={(panel.paths ?? []).map(({ title }) => title)}
        at={plan.stops[at]?.path ?? 0}
        choose={(chosen) => go(plan.stops.findIndex(({ path }) => path === chosen))}
      />
      <div className="said small" role="status">
        {stopWords(panel, plan, at, name).map((words) => (
          <p key={words} className="foreign" dir="auto">
            {words}
          </p>
        ))}
      </div>
      {room === undefined ? (
        <p className="muted">Laying out {plural(panel.nodes.length, "step")}…</p>
      ) : (
        <Picture panel={panel} plan={plan} room={room} at={at} go={go} name={name} looked={looked} />
      )}
      <Legend plan={plan} nodes={panel.nodes} />
      {faults.length > 0 && (
        <section aria-label="What differs from gold">
          <p className="head">What differs from gold</p>
          <ul className="differs small">
            {faults.slice(0, MOST_LISTED).map((edge) => (
              <li key={`${edge.from}\n${edge.to}`}>
                <button type="button" className="plain" onClick={() => setLooked({ ...edge })}>
                  <span aria-hidden="true">{VERDICTS[edge.verdict].sign}</span> {VERDICTS[edge.verdict].name}
                </button>{" "}
                <span className="foreign" dir="auto">
                  {edgeWords(edge, name, plan.isAlignment)}
                </span>
              </li>
            ))}
          </ul>
          {faults.length > MOST_LISTED && <p className="small muted">And {faults.length - MOST_LISTED} more; the table below has all.</p>}
        </section>
      )}
      <Twin
        caption={plan.isAlignment ? "Actions and their counterparts" : "Steps and what they need done first"}
        heads={[plan.isAlignment ? "Action" : "Step", "In gold", ...(panel.predicted === undefined ? [] : ["As predicted"])]}
        count={panel.nodes.length}
        row={(i) => {
          const { id } = panel.nodes[i] as GraphNode;
          const { gold, predicted } = tiedTo(plan, id);
          const list = (nodes: readonly string[]): string => nodes.map(name).join("; ") || "–";
          return [name(id), list(gold), ...(panel.predicted === undefined ? [] : [list(predicted)])];
        }}
      />
    </div>
  );
}

function answer({ predicted, nodes }: GraphPanel, { edges, isAlignment }: GraphPlan, faults: readonly ShownEdge[]): string {
  const thing = isAlignment ? "link" : "edge";
  const steps = plural(nodes.length, isAlignment ? "action" : "step");
  if (predicted === undefined) return `${steps}, ${plural(edges.length, thing)} in gold.`;
  const count = (verdict: ShownEdge["verdict"]): number => edges.filter((edge) => edge.verdict === verdict).length;
  const right = count("right");
  if (faults.length === 0) return `${steps}: all ${plural(right, thing)} are as in gold.`;
  const told = (["missing", "reversed", "wrong", "implied"] as const).flatMap((verdict) => {
    const own = count(verdict);
    return own === 0 ? [] : [`${own} ${VERDICTS[verdict].name.toLowerCase()}`];
  });
  return `${steps}: ${plural(right, thing)} in both, ${told.join(", ")}.`;
}

interface PictureProps {
  readonly panel: GraphPanel;
  readonly plan: GraphPlan;
  readonly room: number;
  readonly at: number;
  go(at: number): void;
  readonly name: Name;
  readonly looked: ShownEdge | undefined;
}

const COLORS = { gold: "ink", right: "ink", missing: "ink", implied: "accent", reversed: "bad", wrong: "bad" } as const;

function Picture({ panel, plan, room, at, go, name, looked }: PictureProps) {
  const edges = useMemo(() => drawnOf(plan), [plan]);
  const job = useMemo(() => jobOf(panel, edges, room), [panel, edges, room]);
  const laid = useLayout(job);
  // Of another panel, or of another width, nodes may be others.
  const layout = laid?.of === job ? laid.layout : undefined;
  const stop = plan.stops[at];
  const done = useMemo(
    () => new Set(stop?.path === undefined ? [] : plan.stops.slice(at - stop.place, at).map(({ node }) => node)),
    [plan, at, stop],
  );
  const lines = useMemo(
    () =>
      edges.map((edge): Line => {
        const { sign, name: verdict } = VERDICTS[edge.verdict];
        return {
          from: edge.from,
          to: edge.to,
          kind: edge.verdict,
          color: COLORS[edge.verdict],
          sign,
          words: `${verdict}: ${edgeWords(edge, name, plan.isAlignment)}`,
          isFault: isFault(edge),
        };
      }),
    [edges, name, plan],
  );
  const lookAt = (node: string): void => {
    const own = plan.stops.findIndex((one) => one.node === node && one.path === stop?.path);
    const to = own >= 0 ? own : plan.stops.findIndex((one) => one.node === node);
    if (to >= 0) go(to);
  };
  if (layout === undefined) return <p className="muted laying">Laying out {plural(panel.nodes.length, "step")}…</p>;
  if (layout instanceof Error) {
    return <p className="verdict warn">What lays the graph out could not be fetched; the lists below say the same.</p>;
  }
  const left = plan.edges.length - edges.length;
  return (
    <>
      {left > 0 && <p className="small muted">{plural(left, "edge")} more are predicted than can be drawn; the table below has all.</p>}
      <Drawing
        nodes={panel.nodes}
        lines={lines}
        layout={layout}
        isAlignment={plan.isAlignment}
        room={room}
        at={at}
        current={stop?.node}
        done={done}
        lookAt={lookAt}
        looked={looked}
      />
    </>
  );
}

function Legend({ plan, nodes }: { readonly plan: GraphPlan; readonly nodes: readonly GraphNode[] }) {
  const shown = new Set(plan.edges.map(({ verdict }) => verdict));
  return (
    <ul className="legend small">
      {(Object.keys(VERDICTS) as ShownEdge["verdict"][])
        .filter((verdict) => shown.has(verdict))
        .map((verdict) => (
          <li key={verdict}>
            <svg width="38" height="16" aria-hidden="true" className="edge" data-verdict={verdict}>
              <path d="M1 8 H37" />
              {VERDICTS[verdict].sign !== "" && (
                <>
                  <circle cx="19" cy="8" r="7" />
                  <text x="19" y="12" textAnchor="middle">
                    {VERDICTS[verdict].sign}
                  </text>
                </>
              )}
            </svg>{" "}
            {VERDICTS[verdict].name}
          </li>
        ))}
      {nodes.some(({ optional }) => optional) && <OptionalStep />}
      {nodes.some(({ group }) => group !== undefined) && <li>Framed, or ⇄: steps that may be swapped</li>}
      {nodes.some(({ own }) => own) && <li>Dotted frame: a step that gold does not have</li>}
    </ul>
  );
}
