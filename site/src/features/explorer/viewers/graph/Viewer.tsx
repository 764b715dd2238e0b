import type { GraphNode, GraphPanel } from "@stepladder/wasm/host/panels.ts";
import { curveBasis, line } from "d3";
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from "react";
import { plural } from "../../../../format.ts";
import type { ViewerProps } from "../contract.ts";
import "../drawn.css";
import "./graph.css";
import { Twin } from "../Twin.tsx";
import type { Layout, PlacedNode } from "./layout.ts";
import { type GraphPlan, graphPlan, isFault, type ShownEdge } from "./steps.ts";
import { type Drawn, useLayout } from "./use-layout.ts";
import { edgeWords, faultsOf, type Name, namesOf, stopWords, tiedTo, VERDICTS } from "./words.ts";

/** Mistakes that are listed at once. */
const MOST_LISTED = 100;
const SCALES = { least: 0.1, most: 2, step: 1.25 } as const;
/** Smaller letters cannot be read: a graph begins no smaller, and is scrolled. */
const LEGIBLE = 0.75;

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
      <Paths panel={panel} plan={plan} at={at} go={go} />
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

/** Chooses which observed path is walked. */
function Paths({
  panel: { paths = [] },
  plan,
  at,
  go,
}: {
  readonly panel: GraphPanel;
  readonly plan: GraphPlan;
  readonly at: number;
  go(at: number): void;
}) {
  const id = useId();
  if (paths.length < 2) return null;
  return (
    <div className="row tight">
      <label htmlFor={id}>Walk</label>
      <select
        id={id}
        value={plan.stops[at]?.path ?? 0}
        onChange={({ currentTarget: { value } }) => go(plan.stops.findIndex(({ path }) => path === Number(value)))}
      >
        {paths.map(({ title }, path) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path is its place
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
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

function Picture({ panel, plan, room, at, go, name, looked }: PictureProps) {
  const drawn = useLayout(panel, plan, room);
  const view = useRef<HTMLElement>(null);
  const [scale, setScale] = useState<number>();
  const stop = plan.stops[at];
  const layout = drawn === undefined || drawn instanceof Error ? undefined : drawn.layout;
  const shown = scale ?? (layout === undefined ? 1 : Math.min(1, Math.max(LEGIBLE, (room - 2) / layout.width)));
  const places = useMemo(() => new Map(layout?.nodes.map((node) => [node.id, node])), [layout]);
  const current = stop?.node;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step taken brings its node into sight, and a zoom keeps it there
  useEffect(() => {
    const node = current === undefined ? undefined : places.get(current);
    if (node !== undefined) bringIntoSight(view.current, node.x * shown, node.y * shown);
  }, [at, places, shown]);
  useEffect(() => {
    if (looked === undefined || layout === undefined) return;
    const [from, to] = [places.get(looked.from), places.get(looked.to)];
    if (from !== undefined && to !== undefined) bringIntoSight(view.current, ((from.x + to.x) / 2) * shown, ((from.y + to.y) / 2) * shown);
    view.current?.querySelector<SVGElement>("[data-looked=true]")?.focus({ preventScroll: true });
  }, [looked, layout, places, shown]);
  if (drawn === undefined) return <p className="muted laying">Laying out {plural(panel.nodes.length, "step")}…</p>;
  if (drawn instanceof Error || layout === undefined) {
    return <p className="verdict warn">What lays the graph out could not be fetched; the lists below say the same.</p>;
  }
  const zoom = (to: number): void => setScale(Math.min(SCALES.most, Math.max(SCALES.least, to)));
  const left = plan.edges.length - drawn.edges.length;
  return (
    <>
      <div className="row tight">
        <button type="button" className="plain" onClick={() => zoom(shown / SCALES.step)}>
          Smaller
        </button>
        <button type="button" className="plain" onClick={() => zoom(shown * SCALES.step)}>
          Larger
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => zoom(Math.min((room - 2) / layout.width, (view.current?.clientHeight ?? layout.height) / layout.height))}
        >
          Whole graph
        </button>
        <span className="small muted">Arrow keys go from step to step, Enter looks at one.</span>
      </div>
      {left > 0 && <p className="small muted">{plural(left, "edge")} more are predicted than can be drawn; the table below has all.</p>}
      <section className="view" ref={view} aria-label="Graph">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing */}
        <svg
          width={Math.ceil(layout.width * shown)}
          height={Math.ceil(layout.height * shown)}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="group"
          aria-label={`Graph of ${plural(panel.nodes.length, "step")}`}
        >
          <Graph panel={panel} plan={plan} drawn={drawn} places={places} at={at} go={go} name={name} looked={looked} />
        </svg>
      </section>
    </>
  );
}

/** Scrolls so that a point of the picture is in the middle, if it is not well in sight. */
function bringIntoSight(view: HTMLElement | null, x: number, y: number): void {
  if (view === null) return;
  const margin = 60;
  const isIn = (at: number, from: number, size: number): boolean => at >= from + margin && at <= from + size - margin;
  if (isIn(x, view.scrollLeft, view.clientWidth) && isIn(y, view.scrollTop, view.clientHeight)) return;
  view.scrollTo({ left: x - view.clientWidth / 2, top: y - view.clientHeight / 2 });
}

interface GraphProps extends Omit<PictureProps, "room"> {
  readonly drawn: Drawn;
  readonly places: ReadonlyMap<string, PlacedNode>;
}

const Graph = memo(function Graph({ panel, plan, drawn, places, at, go, name, looked }: GraphProps) {
  const { layout } = drawn;
  const base = useId();
  const stop = plan.stops[at];
  const [reached, setReached] = useState<string>();
  // Stepping takes the place that the arrow keys have.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the step alone
  useEffect(() => setReached(undefined), [at]);
  const tabbed = reached ?? stop?.node ?? layout.nodes[0]?.id;
  const done = useMemo(
    () => new Set(stop?.path === undefined ? [] : plan.stops.slice(at - stop.place, at).map(({ node }) => node)),
    [plan, at, stop],
  );
  const press = (event: KeyboardEvent<SVGGElement>): void => {
    const from = tabbed === undefined ? undefined : places.get(tabbed);
    const to = from && toward(event.key, from, layout.nodes);
    if (to !== undefined) {
      setReached(to.id);
      event.currentTarget.querySelector<SVGElement>(`[data-place="${layout.nodes.indexOf(to)}"]`)?.focus();
    } else if ((event.key === "Enter" || event.key === " ") && tabbed !== undefined) lookAt(tabbed);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const lookAt = (node: string): void => {
    const own = plan.stops.findIndex((one) => one.node === node && one.path === stop?.path);
    const to = own >= 0 ? own : plan.stops.findIndex((one) => one.node === node);
    if (to >= 0) go(to);
    setReached(node);
  };
  const look = useRef(lookAt);
  look.current = lookAt;
  return (
    <>
      <defs>
        {(["ink", "accent", "bad"] as const).map((color) => (
          <marker key={color} id={`${base}-${color}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0.5 L8 4 L0 7.5 z" className={`head-${color}`} />
          </marker>
        ))}
      </defs>
      {layout.boxes.map(({ name: group, x, y, width, height }) => (
        <g key={group} className="group">
          <rect x={x} y={y} width={width} height={height} rx="6" />
          <text x={x + 6} y={y + 11}>
            {group}
          </text>
        </g>
      ))}
      <Edges drawn={drawn} places={places} plan={plan} base={base} name={name} looked={looked} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the nodes within */}
      <g onKeyDown={press}>
        {panel.nodes.map((node, i) => (
          <Node
            key={node.id}
            node={node}
            placed={layout.nodes[i] as PlacedNode}
            place={i}
            isBoxed={layout.boxes.some(({ name: group }) => group === node.group)}
            isCurrent={node.id === stop?.node}
            isDone={done.has(node.id)}
            isTabbed={node.id === tabbed}
            look={look}
          />
        ))}
      </g>
    </>
  );
});

/** The nearest node in the direction of an arrow key. */
function toward(key: string, from: PlacedNode, nodes: Layout["nodes"]): PlacedNode | undefined {
  const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
  if (way === undefined) return undefined;
  const [dx, dy] = way as [number, number];
  let best: PlacedNode | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    const far = along + 2 * aside;
    if (along > 1 && far < least) [best, least] = [node, far];
  }
  return best;
}

interface NodeProps {
  readonly node: GraphNode;
  readonly placed: PlacedNode;
  readonly place: number;
  readonly isBoxed: boolean;
  readonly isCurrent: boolean;
  readonly isDone: boolean;
  readonly isTabbed: boolean;
  readonly look: { readonly current: (node: string) => void };
}

const LINE = 15;

const Node = memo(function Node({ node, placed, place, isBoxed, isCurrent, isDone, isTabbed, look }: NodeProps) {
  const { id, text, optional = false, own = false, group } = node;
  const { x, y, width, height, lines } = placed;
  const more = [optional && "optional", own && "not in gold", group, isDone && "done", isCurrent && "looked at"].filter((word) => word);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <g
      className="node"
      role="button"
      tabIndex={isTabbed ? 0 : -1}
      aria-label={[text, ...more].join(", ")}
      aria-current={isCurrent ? "step" : undefined}
      data-place={place}
      data-optional={optional}
      data-own={own}
      data-done={isDone}
      onClick={() => look.current(id)}
      transform={`translate(${x} ${y})`}
    >
      <title>{text}</title>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx="4" />
      {lines.map((words, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <text key={i} y={(i - (lines.length - 1) / 2) * LINE + 4} textAnchor="middle">
          {words}
        </text>
      ))}
      {group !== undefined && !isBoxed && (
        <text className="mark" x={width / 2 - 3} y={-height / 2 + 10} textAnchor="end">
          ⇄
        </text>
      )}
      {isDone && (
        <text className="mark" x={-width / 2 + 3} y={-height / 2 + 11}>
          ✓
        </text>
      )}
    </g>
  );
});

interface EdgesProps {
  readonly drawn: Drawn;
  readonly places: ReadonlyMap<string, PlacedNode>;
  readonly plan: GraphPlan;
  readonly base: string;
  readonly name: Name;
  readonly looked: ShownEdge | undefined;
}

const COLORS = { gold: "ink", right: "ink", missing: "ink", implied: "accent", reversed: "bad", wrong: "bad" } as const;
const curve = line().curve(curveBasis);

const Edges = memo(function Edges({ drawn: { edges, layout }, places, plan, base, name, looked }: EdgesProps) {
  return edges.map((edge, i) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (from === undefined || to === undefined) return null;
    const bends = layout.bends[i];
    const points = bends === undefined || bends.length === 0 ? straight(from, to, plan.isAlignment) : bends;
    const [x = 0, y = 0] = middle(points);
    const { sign, name: verdict } = VERDICTS[edge.verdict];
    const isLooked = looked?.from === edge.from && looked.to === edge.to;
    const words = `${verdict}: ${edgeWords(edge, name, plan.isAlignment)}`;
    return (
      <g
        key={`${edge.from}\n${edge.to}`}
        className="edge"
        data-verdict={edge.verdict}
        data-looked={isLooked}
        // Nobody tabs through edges; the list of what differs leads to them.
        {...(isFault(edge) ? { role: "img", tabIndex: -1, "aria-label": words } : { "aria-hidden": true })}
      >
        <title>{words}</title>
        <path
          d={curve(points as [number, number][]) ?? ""}
          markerEnd={plan.isAlignment ? undefined : `url(#${base}-${COLORS[edge.verdict]})`}
        />
        {sign !== "" && (
          <>
            <circle cx={x} cy={y} r="7" />
            <text x={x} y={y + 4} textAnchor="middle">
              {sign}
            </text>
          </>
        )}
      </g>
    );
  });
});

/** From border to border, where no way was laid. */
function straight(from: PlacedNode, to: PlacedNode, isAlignment: boolean): (readonly [number, number])[] {
  if (isAlignment) {
    const [start, end] = [from.x + from.width / 2, to.x - to.width / 2];
    return [
      [start, from.y],
      [end, to.y],
    ];
  }
  const side = to.y >= from.y ? 1 : -1;
  return [
    [from.x, from.y + (side * from.height) / 2],
    [to.x, to.y - (side * to.height) / 2],
  ];
}

function middle(points: readonly (readonly [number, number])[]): readonly number[] {
  if (points.length % 2 === 1) return points[(points.length - 1) / 2] ?? [];
  const [a = [0, 0], b = [0, 0]] = points.slice(points.length / 2 - 1);
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
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
      {nodes.some(({ optional }) => optional) && (
        <li>
          <svg width="38" height="16" aria-hidden="true" className="node" data-optional="true">
            <rect x="1" y="1" width="36" height="14" rx="4" />
          </svg>{" "}
          Optional step
        </li>
      )}
      {nodes.some(({ group }) => group !== undefined) && <li>Framed, or ⇄: steps that may be swapped</li>}
      {nodes.some(({ own }) => own) && <li>Dotted frame: a step that gold does not have</li>}
    </ul>
  );
}
