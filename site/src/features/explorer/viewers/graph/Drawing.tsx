import type { GraphNode } from "@stepladder/wasm/host/panels.ts";
import { curveBasis, line } from "d3";
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from "react";
import { plural } from "../../../../format.ts";
import { type Layout, MARGIN, type PlacedNode } from "./layout.ts";

const SCALES = { least: 0.1, most: 2, step: 1.25 } as const;
/** Smaller letters cannot be read: a graph begins no smaller, and is scrolled. */
const LEGIBLE = 0.75;
/** Length of the head of an arrow, in pixels. */
const HEAD = 10;

/** An edge as it is drawn. */
export interface Line {
  readonly from: string;
  readonly to: string;
  /** Names its look in the style sheet. */
  readonly kind: string;
  /** Of its head. */
  readonly color: "ink" | "accent" | "bad";
  /** Stands on it, where one does. */
  readonly sign: string;
  readonly words: string;
  /** Whether lists lead to it, so that it takes the focus. */
  readonly isFault: boolean;
  /** In pixels; absent: as the style sheet has it. */
  readonly width?: number;
}

interface Props {
  readonly nodes: readonly GraphNode[];
  /** In the order of the layout's edges; those behind them are drawn straight. */
  readonly lines: readonly Line[];
  readonly layout: Layout;
  /** Two columns, whose links have no heads. */
  readonly isAlignment?: boolean;
  /** Width that there is, in pixels. */
  readonly room: number;
  /** The step of the walk, and its node. */
  readonly at: number;
  readonly current: string | undefined;
  /** Nodes that the walk has passed. */
  readonly done: ReadonlySet<string>;
  lookAt(node: string): void;
  /** Another object each time somebody asks for an edge: it is brought into sight. */
  readonly looked?: { readonly from: string; readonly to: string } | undefined;
}

/** A graph as it is drawn: boxes, edges, nodes that the arrow keys go between, and how large it all is. */
export function Drawing({ nodes, lines, layout, isAlignment = false, room, at, current, done, lookAt, looked }: Props) {
  const view = useRef<HTMLElement>(null);
  const [scale, setScale] = useState<number>();
  const shown = scale ?? Math.min(1, Math.max(LEGIBLE, (room - 2) / layout.width));
  const places = useMemo(() => new Map(layout.nodes.map((node) => [node.id, node])), [layout]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step taken brings its node into sight, and a zoom keeps it there
  useEffect(() => {
    const node = current === undefined ? undefined : places.get(current);
    if (node !== undefined) bringIntoSight(view.current, node.x * shown, node.y * shown);
  }, [at, places, shown]);
  useEffect(() => {
    if (looked === undefined) return;
    const [from, to] = [places.get(looked.from), places.get(looked.to)];
    if (from !== undefined && to !== undefined) bringIntoSight(view.current, ((from.x + to.x) / 2) * shown, ((from.y + to.y) / 2) * shown);
    view.current?.querySelector<SVGElement>("[data-looked=true]")?.focus({ preventScroll: true });
  }, [looked, places, shown]);
  const look = useRef(lookAt);
  look.current = lookAt;
  const zoom = (to: number): void => setScale(Math.min(SCALES.most, Math.max(SCALES.least, to)));
  return (
    <>
      <div className="row tight needs-js no-print">
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
      <section className="view" ref={view} aria-label="Graph">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing */}
        <svg
          width={Math.ceil(layout.width * shown)}
          height={Math.ceil(layout.height * shown)}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="group"
          aria-label={`Graph of ${plural(nodes.length, "step")}`}
        >
          <Graph
            nodes={nodes}
            lines={lines}
            layout={layout}
            isAlignment={isAlignment}
            at={at}
            current={current}
            done={done}
            look={look}
            looked={looked}
            places={places}
          />
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

interface GraphProps extends Omit<Props, "room" | "lookAt" | "isAlignment"> {
  readonly isAlignment: boolean;
  readonly look: { readonly current: (node: string) => void };
  readonly places: ReadonlyMap<string, PlacedNode>;
}

const Graph = memo(function Graph({ nodes, lines, layout, isAlignment, at, current, done, look, looked, places }: GraphProps) {
  const base = useId();
  const [reached, setReached] = useState<string>();
  // Stepping takes the place that the arrow keys have.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the step alone
  useEffect(() => setReached(undefined), [at]);
  const tabbed = reached ?? current ?? layout.nodes[0]?.id;
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
    look.current(node);
    setReached(node);
  };
  const own = useRef(lookAt);
  own.current = lookAt;
  return (
    <>
      <defs>
        {(["ink", "accent", "bad"] as const).map((color) => (
          <marker
            key={color}
            id={`${base}-${color}`}
            viewBox="0 0 8 8"
            refY="4"
            markerWidth={HEAD}
            markerHeight={HEAD}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
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
      <Edges lines={lines} layout={layout} places={places} isAlignment={isAlignment} base={base} looked={looked} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the nodes within */}
      <g onKeyDown={press}>
        {nodes.map((node, i) => (
          <Node
            key={node.id}
            node={node}
            placed={layout.nodes[i] as PlacedNode}
            place={i}
            isBoxed={layout.boxes.some(({ name: group }) => group === node.group)}
            isCurrent={node.id === current}
            isDone={done.has(node.id)}
            isTabbed={node.id === tabbed}
            look={own}
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
          {/* Read in one piece, lines are not one word. */}
          {words}{" "}
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

interface EdgesProps extends Pick<GraphProps, "lines" | "layout" | "places" | "isAlignment" | "looked"> {
  readonly base: string;
}

const curve = line().curve(curveBasis);

const Edges = memo(function Edges({ lines, layout, places, isAlignment, base, looked }: EdgesProps) {
  return lines.map((edge, i) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (from === undefined || to === undefined) return null;
    const bends = layout.bends[i];
    const points = from === to ? around(from) : bends === undefined || bends.length === 0 ? straight(from, to, isAlignment) : bends;
    const [x = 0, y = 0] = middle(points);
    const { sign, words, width } = edge;
    const isLooked = looked?.from === edge.from && looked.to === edge.to;
    return (
      <g
        key={`${edge.from}\n${edge.to}\n${edge.kind}`}
        className="edge"
        data-verdict={edge.kind}
        data-looked={isLooked}
        // Nobody tabs through edges; the list of what differs leads to them.
        {...(edge.isFault ? { role: "img", tabIndex: -1, "aria-label": words } : { "aria-hidden": true })}
      >
        <title>{words}</title>
        <path
          d={curve((isAlignment ? points : shortened(points)) as [number, number][]) ?? ""}
          strokeWidth={width}
          markerEnd={isAlignment ? undefined : `url(#${base}-${edge.color})`}
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

/** Beside a node, back to itself. */
function around({ x, y, width, height }: PlacedNode): (readonly [number, number])[] {
  const [side, high] = [x + width / 2, height / 4];
  return [
    [side, y - high],
    [side + MARGIN, y - high],
    [side + MARGIN, y + high],
    [side, y + high],
  ];
}

/** The head of an arrow takes the rest of the way, or a wide edge would stick out beside it. */
function shortened(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return [...points];
  const far = Math.hypot(end[0] - before[0], end[1] - before[1]);
  const share = far > HEAD ? HEAD / far : 0;
  return [...points.slice(0, -1), [end[0] + (before[0] - end[0]) * share, end[1] + (before[1] - end[1]) * share]];
}

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

/** What the legend says of a dashed box. */
export function OptionalStep() {
  return (
    <li>
      <svg width="38" height="16" aria-hidden="true" className="node" data-optional="true">
        <rect x="1" y="1" width="36" height="14" rx="4" />
      </svg>{" "}
      Optional step
    </li>
  );
}
