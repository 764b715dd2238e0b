import type { Kernels } from "../../host/kernels.ts";
import { RecordProblem } from "../../intake/raw.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { EDIT_BUDGET, MATRICES, MOST_NODES, ROW, SEARCH_BYTES } from "./abi.ts";

/** An arc of a graph: what comes before, and after. */
export type Arc<Node> = readonly [before: Node, after: Node];

/** A gold graph, and how a prediction's nodes are told. */
export interface GoldGraph {
  /** How many nodes it has; they are 0, 1, 2 and so on. */
  readonly nodes: number;
  /** No cycle among them. */
  readonly arcs: readonly Arc<number>[];
  /** Executions seen of what it describes: nodes in the order in which they were first done. */
  readonly executions: readonly (readonly number[])[];
  /** The node that a prediction means by a name; `undefined` for one that gold does not have. */
  find(name: string): number | undefined;
}

/** What a track says of its graphs. */
export interface GraphsCodec<Item, Prediction> {
  gold(item: Item): GoldGraph;
  /** Arcs between names, of at most MOST_NODES different ones. Gold's nodes are all there, with or without arcs. */
  prediction(prediction: Prediction): readonly Arc<string>[];
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "edge-hits", title: "Edges in both graphs" },
  { id: "edges-predicted", title: "Edges predicted" },
  { id: "edges-gold", title: "Edges in gold" },
  { id: "edge-precision", title: "Edge precision" },
  { id: "edge-recall", title: "Edge recall" },
  { id: "edge-f1", title: "Edge F1" },
  { id: "closure-hits", title: "Ordered pairs in both closures" },
  { id: "closure-predicted", title: "Ordered pairs predicted" },
  { id: "closure-gold", title: "Ordered pairs in gold" },
  { id: "closure-f1", title: "Closure F1" },
  { id: "reduction-hits", title: "Edges in both reductions" },
  { id: "reduction-predicted", title: "Edges in the predicted reduction" },
  { id: "reduction-gold", title: "Edges in gold's reduction" },
  { id: "reduction-f1", title: "Reduction F1" },
  { id: "acyclic", title: "No cycle" },
  { id: "order-pairs", title: "Ordered pairs seen in executions" },
  { id: "order-kept", title: "Ordered pairs kept by executions" },
  { id: "edit-distance", title: "Edits found" },
  { id: "edit-lower-bound", title: "Edits needed at least" },
  { id: "edit-exact", title: "Edit distance exact" },
  { id: "unknown-nodes", title: "Predicted nodes that gold does not have" },
];

/** The `graphs` family: predicted directed graphs against gold ones without cycles. */
export function graphs<Item, Prediction>(codec: GraphsCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "graphs", statistics, gold: () => new GraphsGold(codec) };
}

class GraphsGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: GraphsCodec<Item, Prediction>;
  readonly #lists = new ArcLists();
  readonly #orderStarts = [0];
  readonly #orders: number[] = [];
  readonly #find: ((name: string) => number | undefined)[] = [];

  constructor(codec: GraphsCodec<Item, Prediction>) {
    this.#codec = codec;
  }

  add(item: Item): void {
    const { nodes, arcs, executions, find } = this.#codec.gold(item);
    if (nodes > MOST_NODES) throw tooManyNodes(nodes);
    const place = placesOf(nodes, arcs);
    this.#lists.add(
      nodes,
      arcs.map(([before, after]) => [place[before] as number, place[after] as number]),
    );
    if (executions.length > 0) for (const count of orderCells(nodes, executions, place)) this.#orders.push(count);
    this.#orderStarts.push(this.#orders.length);
    this.#find.push((name) => {
      const node = find(name);
      return node === undefined ? undefined : place[node];
    });
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    const { arena } = kernels;
    const { nodes, starts, arcs } = this.#lists.columns();
    const graphs: GoldPointers = [arena.put(nodes), arena.put(starts), arena.put(arcs)];
    const orders: [number, number] = [arena.put(Int32Array.from(this.#orderStarts)), arena.put(Int32Array.from(this.#orders))];
    return new GraphsMeasurer(this.#codec, nodes, this.#find, kernels, graphs, orders);
  }
}

type GoldPointers = [nodes: number, starts: number, arcs: number];

/** Where each node comes in an order that follows the arcs. Throws RecordProblem where a cycle leaves none. */
function placesOf(nodes: number, arcs: readonly Arc<number>[]): Int32Array {
  const after: number[][] = Array.from({ length: nodes }, () => []);
  const waits = new Int32Array(nodes);
  for (const [from, to] of arcs) {
    after[from]?.push(to);
    waits[to] = (waits[to] as number) + 1;
  }
  const order = [...waits.keys()].filter((node) => waits[node] === 0);
  for (const node of order) {
    for (const next of after[node] as number[]) {
      waits[next] = (waits[next] as number) - 1;
      if (waits[next] === 0) order.push(next);
    }
  }
  if (order.length < nodes) throw cyclicGold(nodes - order.length);
  const place = new Int32Array(nodes);
  for (const [at, node] of order.entries()) place[node] = at;
  return place;
}

/** The square of counts that abi.ts describes. */
function orderCells(nodes: number, executions: readonly (readonly number[])[], place: Int32Array): Int32Array {
  const cells = new Int32Array(nodes * nodes);
  for (const execution of executions) {
    for (const [i, first] of execution.entries()) {
      for (const later of execution.slice(i + 1)) {
        const cell = (place[first] as number) * nodes + (place[later] as number);
        cells[cell] = (cells[cell] as number) + 1;
      }
    }
  }
  return cells;
}

function tooManyNodes(found: number): RecordProblem {
  return new RecordProblem({
    kind: "too-many-nodes",
    severity: "error",
    field: "steps",
    expected: `at most ${MOST_NODES} nodes`,
    found: `${found}`,
    fix: "split the graph; none that large can be scored",
  });
}

function cyclicGold(found: number): RecordProblem {
  return new RecordProblem({
    kind: "cyclic-gold",
    severity: "error",
    field: "edges",
    expected: "a graph without cycles",
    found: `${found} nodes that lie on a cycle or behind one`,
    fix: "remove the edges that close a cycle",
  });
}

/** A growing list of graphs, laid out as abi.ts says. */
class ArcLists {
  readonly #nodes: number[] = [];
  readonly #starts = [0];
  readonly #arcs: number[] = [];

  /** Number of graphs. */
  get length(): number {
    return this.#nodes.length;
  }

  add(nodes: number, arcs: readonly Arc<number>[]): void {
    for (const [before, after] of arcs) this.#arcs.push((before << 16) | after);
    this.#nodes.push(nodes);
    this.#starts.push(this.#arcs.length);
  }

  columns(): { nodes: Int32Array; starts: Int32Array; arcs: Int32Array } {
    return { nodes: Int32Array.from(this.#nodes), starts: Int32Array.from(this.#starts), arcs: Int32Array.from(this.#arcs) };
  }
}

class GraphsMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #codec: GraphsCodec<Item, Prediction>;
  readonly #nodes: Int32Array;
  readonly #find: readonly ((name: string) => number | undefined)[];
  readonly #kernels: Kernels;
  readonly #gold: GoldPointers;
  readonly #orders: [starts: number, cells: number];
  #lists = new ArcLists();
  #items: number[] = [];

  constructor(
    codec: GraphsCodec<Item, Prediction>,
    nodes: Int32Array,
    find: readonly ((name: string) => number | undefined)[],
    kernels: Kernels,
    gold: GoldPointers,
    orders: [number, number],
  ) {
    this.#codec = codec;
    this.#nodes = nodes;
    this.#find = find;
    this.#kernels = kernels;
    this.#gold = gold;
    this.#orders = orders;
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    const find = this.#find[item] as (name: string) => number | undefined;
    const count = this.#nodes[item] as number;
    const unknown = new Map<string, number>();
    const node = (name: string): number => {
      const own = find(name) ?? unknown.get(name) ?? count + unknown.size;
      if (own >= count) unknown.set(name, own);
      return own;
    };
    const arcs = this.#codec.prediction(prediction).map(([before, after]): Arc<number> => [node(before), node(after)]);
    this.#lists.add(count + unknown.size, arcs);
    this.#items.push(item);
  }

  flush(): Float64Array<ArrayBuffer> {
    const { arena, exports } = this.#kernels;
    const mark = arena.mark();
    const { nodes, starts, arcs } = this.#lists.columns();
    const items = arena.put(Int32Array.from(this.#items));
    const predicted: GoldPointers = [arena.put(nodes), arena.put(starts), arena.put(arcs)];
    const scratch = arena.alloc(scratchBytes(nodes));
    const rows = arena.alloc(nodes.length * ROW * 8);
    exports.graphsMatch(nodes.length, ...this.#gold, ...this.#orders, items, ...predicted, scratch, rows);
    exports.graphsEdits(nodes.length, ...this.#gold, items, ...predicted, EDIT_BUDGET, scratch, rows);
    const measured = arena.doubles(rows, nodes.length * ROW);
    arena.release(mark);
    this.#lists = new ArcLists();
    this.#items = [];
    return measured;
  }
}

/** Scratch memory for graphs of so many nodes each. */
function scratchBytes(nodes: Int32Array): number {
  const most = nodes.reduce((larger, next) => Math.max(larger, next), 0);
  return MATRICES * most * Math.ceil(most / 64) * 8 + SEARCH_BYTES;
}
