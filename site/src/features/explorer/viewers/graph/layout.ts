import { Graph, layout as layered } from "@dagrejs/dagre";

/** What is to be laid out, as plain data: it is sent to a worker. */
export interface LayoutJob {
  readonly nodes: readonly {
    readonly id: string;
    readonly text: string;
    readonly group?: string | undefined;
    readonly side?: 0 | 1 | undefined;
  }[];
  /** Those that make the layers. */
  readonly edges: readonly (readonly [from: string, to: string])[];
  /** Columns of an alignment stand so far apart in all, in pixels. */
  readonly width: number;
}

/** A node's box by its middle, and its text in lines. */
export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels, from the upper left. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  /** Where an edge bends, in the order of the job's edges; empty: straight. */
  readonly bends: readonly (readonly (readonly [x: number, y: number])[])[];
  /** Around steps of one group, where nothing else stands between them. */
  readonly boxes: readonly Box[];
}

const LETTERS = 20;
const LINES = 3;
const LETTER = 6.9;
const LINE = 15;
const PAD = 8;
const GAP = 10;
/** Around the drawing, in pixels. */
export const MARGIN = 16;

/** A text in lines of so many letters, cut with an ellipsis behind the last. */
export function wrapped(text: string, letters = LETTERS, most = LINES): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/\s+/)) {
    // A word longer than a line goes on in the next.
    for (let rest = word; rest !== ""; ) {
      const room = line === "" ? letters : letters - line.length - 1;
      if (rest.length <= room || line === "") {
        const part = rest.slice(0, line === "" ? letters : rest.length);
        line = line === "" ? part : `${line} ${part}`;
        rest = rest.slice(part.length);
      } else {
        lines.push(line);
        line = "";
      }
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] as string).slice(0, letters - 1)}…`];
}

function sized(text: string, letters = LETTERS): { lines: string[]; width: number; height: number } {
  const lines = wrapped(text, letters);
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 2);
  return { lines, width: Math.ceil(widest * LETTER) + 2 * PAD, height: lines.length * LINE + 2 * PAD };
}

/** Lays a graph out in layers from top to bottom, or an alignment in two columns. */
export function laidOut(job: LayoutJob): Layout {
  return job.nodes.some(({ side }) => side !== undefined) ? inColumns(job) : inLayers(job);
}

function inColumns({ nodes, edges, width }: LayoutJob): Layout {
  const column = Math.min(230, Math.max(96, width * 0.38));
  const letters = Math.floor((column - 2 * PAD) / LETTER);
  const tops = [MARGIN, MARGIN];
  const full = Math.max(width, 2 * column + 3 * MARGIN);
  const placed = nodes.map(({ id, text, side = 0 }): PlacedNode => {
    const { lines, height } = sized(text, letters);
    const top = tops[side] as number;
    tops[side] = top + height + GAP;
    return { id, lines, width: column, height, x: side === 0 ? MARGIN + column / 2 : full - MARGIN - column / 2, y: top + height / 2 };
  });
  return { width: full, height: Math.max(...tops) - GAP + MARGIN, nodes: placed, bends: edges.map(() => []), boxes: [] };
}

function inLayers({ nodes, edges }: LayoutJob): Layout {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 42, edgesep: 8, marginx: MARGIN, marginy: MARGIN, ranker: "tight-tree" });
  const sizes = nodes.map(({ text }) => sized(text));
  // Ids are foreign: places are safe names.
  const places = new Map(nodes.map(({ id }, place) => [id, String(place)]));
  for (const [place, { width, height }] of sizes.entries()) graph.setNode(String(place), { width, height });
  const names = edges.map(([from, to]) => [places.get(from) as string, places.get(to) as string] as const);
  const all = new Set(names.map(String));
  for (const [from, to] of names) {
    // Between two that lead to each other the ways keep apart, and there is room for a sign.
    const isTwoWay = all.has(String([to, from]));
    if (from !== to) graph.setEdge(from, to, isTwoWay ? { width: 2 * GAP, height: GAP, labelpos: "c" } : {});
  }
  layered(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const placed = nodes.map(({ id }, place): PlacedNode => {
    const { x, y } = graph.node(String(place)) as { x: number; y: number };
    return { id, x, y, ...(sizes[place] as (typeof sizes)[number]) };
  });
  const bends = names.map(([from, to]) => {
    if (from === to) return [];
    const { points } = graph.edge(from, to) as { points: readonly { x: number; y: number }[] };
    return points.map(({ x, y }) => [x, y] as const);
  });
  return { width, height, nodes: placed, bends, boxes: boxesOf(nodes, placed) };
}

function boxesOf(nodes: LayoutJob["nodes"], placed: readonly PlacedNode[]): Box[] {
  const groups = new Map<string, PlacedNode[]>();
  for (const [i, { group }] of nodes.entries())
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), placed[i] as PlacedNode]);
  return [...groups].flatMap(([name, own]) => {
    const left = Math.min(...own.map(({ x, width }) => x - width / 2)) - 6;
    const right = Math.max(...own.map(({ x, width }) => x + width / 2)) + 6;
    const top = Math.min(...own.map(({ y, height }) => y - height / 2)) - 16;
    const bottom = Math.max(...own.map(({ y, height }) => y + height / 2)) + 6;
    const isBetween = ({ x, y, width, height }: PlacedNode): boolean =>
      x + width / 2 > left && x - width / 2 < right && y + height / 2 > top && y - height / 2 < bottom;
    const stands = placed.some((node) => !own.includes(node) && isBetween(node));
    return stands || own.length < 2 ? [] : [{ name, x: left, y: top, width: right - left, height: bottom - top }];
  });
}
