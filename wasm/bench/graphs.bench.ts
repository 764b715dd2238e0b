import { CLOSURE_F1, EDGE_F1, EDIT_BUDGET, EDIT_DISTANCE, MATRICES, REDUCTION_F1, ROW, SEARCH_BYTES } from "../metrics/graphs/abi.ts";
import type { GraphPair } from "../metrics/graphs/oracle.ts";
import { contend } from "./contend.ts";
import { cookingGraphs, graphColumns, strangeGraphs } from "./graphs-workload.ts";
import { type Bench, fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { editGraphsPlain, scoreGraphsPlain } from "./plain-graphs.ts";
import { ratio } from "./report.ts";

/** Times of the table in the budgets, per pair in ms. */
const NETWORKX = 0.764;
const TASK_GRAPH_SCORER = 4.573;
const NETWORKX_EDITS_OF_8 = 3300;

/** Closure and reduction of both graphs and three F1, for pairs of the size of cooking tasks. */
export const graphs: Job = async (bench) => {
  const pairs = cookingGraphs();
  const { arguments: given, rows, end } = put(bench, pairs);
  const [items, nodes, goldStarts, goldArcs, predStarts, predArcs, scratch] = given;
  const { exports, arena } = bench.kernels;
  const orderStarts = arena.put(new Int32Array(pairs.length + 1));
  const ours = {
    name: "stepladder, wasm",
    run() {
      exports.graphsMatch(
        pairs.length,
        nodes,
        goldStarts,
        goldArcs,
        orderStarts,
        orderStarts,
        items,
        nodes,
        predStarts,
        predArcs,
        scratch,
        rows,
      );
      const written = new Float64Array(exports.memory.buffer, rows, pairs.length * ROW);
      let sum = 0;
      for (let at = 0; at < written.length; at += ROW) {
        sum += (written[at + EDGE_F1] as number) + (written[at + CLOSURE_F1] as number) + (written[at + REDUCTION_F1] as number);
      }
      return { result: sum / pairs.length / 3 };
    },
  };
  const plain = { name: "plain JavaScript, sets", run: () => ({ result: scoreGraphsPlain(pairs) }) };
  const limit = native("graphs", [fileOf(bench, "graph-columns", packed(pairs))], bench.folder);
  return withNative(limit, async (contenders, notes) => {
    const timed = await contend([ours, plain, ...contenders], { repeat: 5 });
    end();
    return {
      job: `graphs kernel, ${pairs.length} pairs of 8 to 27 nodes: closure and reduction of both, three F1`,
      timed,
      amount: [pairs.length, "pairs"],
      result: "mean F1",
      quoted: [
        { name: "networkx, not rerun", wall: NETWORKX * pairs.length },
        { name: "task graph scorer, not rerun", wall: TASK_GRAPH_SCORER * pairs.length },
      ],
      notes: [
        ...notes,
        "not rerun: measured elsewhere and not scaled, as no plain JavaScript was measured beside them",
        `goal: at most 1.3 times the C limit; wasm takes ${ratio(timed[0], timed[2])} times as long`,
      ],
    };
  });
};

/** Exact edit distance without labels, for `count` pairs of graphs of `size` nodes that have nothing to do with each other. */
export function edits(size: number, count: number): Job {
  return async (bench) => {
    const pairs = strangeGraphs(size, count);
    const { arguments: given, rows, end } = put(bench, pairs);
    const [items, nodes, goldStarts, goldArcs, predStarts, predArcs, scratch] = given;
    const { exports } = bench.kernels;
    const ours = {
      name: "stepladder, wasm",
      run() {
        exports.graphsEdits(pairs.length, nodes, goldStarts, goldArcs, items, nodes, predStarts, predArcs, EDIT_BUDGET, scratch, rows);
        const written = new Float64Array(exports.memory.buffer, rows, pairs.length * ROW);
        let sum = 0;
        for (let p = 0; p < pairs.length; p++) sum += written[p * ROW + EDIT_DISTANCE] as number;
        return { result: sum / pairs.length };
      },
    };
    const plain = { name: "plain JavaScript, branch and bound by cost", run: () => ({ result: editGraphsPlain(pairs) }) };
    const limit = native("edits", [fileOf(bench, `edit-columns-${size}`, packed(pairs))], bench.folder);
    return withNative(limit, async (contenders, notes) => {
      const timed = await contend([ours, plain, ...contenders], { rounds: 5, warmUp: 1 });
      end();
      return {
        job: `exact edit distance without labels, ${pairs.length} pairs of ${size} nodes`,
        timed,
        amount: [pairs.length, "pairs"],
        result: "mean distance",
        quoted: size === 8 ? [{ name: "networkx, not rerun", wall: NETWORKX_EDITS_OF_8 * pairs.length }] : [],
        notes: [...notes, `C limit, the same search: wasm takes ${ratio(timed[0], timed[2])} times as long`],
      };
    });
  };
}

type Pointers = [items: number, nodes: number, goldStarts: number, goldArcs: number, predStarts: number, predArcs: number, scratch: number];

function put({ kernels: { arena } }: Bench, pairs: readonly GraphPair[]): { arguments: Pointers; rows: number; end(): void } {
  const mark = arena.mark();
  const columns = [Int32Array.from(pairs.keys()), ...graphColumns(pairs)].map((column) => arena.put(column));
  const most = pairs.reduce((larger, { nodes }) => Math.max(larger, nodes), 0);
  const scratch = arena.alloc(MATRICES * most * 8 + SEARCH_BYTES);
  return { arguments: [...columns, scratch] as Pointers, rows: arena.alloc(pairs.length * ROW * 8), end: () => arena.release(mark) };
}

/** The file that graphs.h reads: sizes in bytes, then the columns. */
function packed(pairs: readonly GraphPair[]): Uint8Array {
  const columns = graphColumns(pairs);
  const sizes = columns.map(({ byteLength }) => byteLength);
  return new Uint8Array(Int32Array.from([...sizes, ...columns.flatMap((column) => [...column])]).buffer);
}
