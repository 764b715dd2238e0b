import { stateKey, statesCodec } from "../../data/tracks/states/rules.ts";
import { GOLD_NEVER, PREDICTION_NEVER, ROW } from "../metrics/states/abi.ts";
import { StateColumns } from "../metrics/states/columns.ts";
import { statesOracle } from "../metrics/states/oracle.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { ratio } from "./report.ts";
import type { Workload } from "./workload.ts";

type Keys = readonly (string | undefined)[];
const REPEAT = 20;

/** The states kernel alone, on columns that lie ready. */
const kernel: Job = async (bench) => {
  const { exports, arena } = bench.kernels;
  const keyed = keysOf(bench.workload);
  const columns = columnsOf(keyed);
  const mark = arena.mark();
  const [items, goldLists, goldStates, goldBytes, lists, states, bytes] = columns.map((column) => arena.put(column)) as Pointers;
  const rows = arena.alloc(keyed.length * ROW * 8);
  const mean = (accuracies: Iterable<number>): number => Iterator.from(accuracies).reduce((sum, next) => sum + next, 0) / keyed.length;
  const ours = {
    name: "stepladder, wasm",
    run() {
      exports.statesMatch(keyed.length, goldLists, goldStates, goldBytes, items, lists, states, bytes, rows);
      const written = new Float64Array(exports.memory.buffer, rows, keyed.length * ROW);
      return { result: mean(keyed.keys().map((i) => written[i * ROW + 1] as number)) };
    },
  };
  const plain = {
    name: "plain JavaScript, the oracle on strings",
    run: () => ({ result: mean(keyed.values().map(({ gold, told, final }) => statesOracle(gold, told, final)[1] as number)) }),
  };
  const limit = native("kernel", [fileOf(bench, "columns", packed(columns))], bench.folder);
  return withNative(limit, async (contenders, notes) => {
    const timed = await contend([ours, plain, ...contenders], { repeat: REPEAT });
    arena.release(mark);
    return {
      job: `states kernel alone, ${keyed.length} items`,
      timed,
      amount: [keyed.length, "items"],
      result: "prefix accuracy",
      notes: [...notes, `no peer: npm and Debian have no scorer of states; C limit: wasm takes ${ratio(timed[0], timed[2])} times as long`],
    };
  });
};
export default kernel;

type Pointers = [number, number, number, number, number, number, number];

interface Keyed {
  readonly gold: Keys;
  readonly told: Keys;
  readonly final: string | undefined;
}

function keysOf({ items, predictions }: Workload): Keyed[] {
  const { gold, prediction, rule } = statesCodec;
  return items.map((item, i) => {
    const right = gold(item);
    const told = prediction(predictions[i]!);
    const rules = right.map(rule);
    return {
      gold: right.map((state, s) => stateKey(state, rules[s]!)),
      told: told.map((state, s) => (s < right.length ? stateKey(state, rules[s]!) : "")),
      final: stateKey(told.at(-1), rules.at(-1)!),
    };
  });
}

/** The columns that the kernel takes (abi.ts), predictions in the order of items. */
function columnsOf(keyed: readonly Keyed[]): (Int32Array | Uint8Array)[] {
  const gold = new StateColumns();
  const told = new StateColumns();
  for (const item of keyed) {
    for (const key of item.gold) gold.push(key, GOLD_NEVER);
    gold.end();
    for (const key of [...item.told, item.final]) told.push(key, PREDICTION_NEVER);
    told.end();
  }
  const [g, t] = [gold.columns(), told.columns()];
  return [Int32Array.from(keyed.keys()), g.lists, g.states, g.bytes, t.lists, t.states, t.bytes];
}

/** The file that kernel.c reads: sizes in bytes, then the columns, each at a multiple of 4. */
function packed(columns: readonly (Int32Array | Uint8Array)[]): Uint8Array {
  const sizes = Int32Array.from(columns, ({ byteLength }) => byteLength);
  const bytes = new Uint8Array(sizes.byteLength + sizes.reduce((sum, size) => sum + Math.ceil(size / 4) * 4, 0));
  let at = 0;
  for (const column of [sizes, ...columns]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += Math.ceil(column.byteLength / 4) * 4;
  }
  return bytes;
}
