import { Random } from "../../data/tracks/procladder/random.ts";
import { DEEPEST, HITS, ONCE, ROW } from "../metrics/grounding/abi.ts";
import { grounding, type Query, type Segment } from "../metrics/grounding/measure.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { ratio } from "./report.ts";

/** Texts by how often each is asked about, as on Goal-Step's validation split: 7,696 queries. */
const TEXTS = [
  [1, 4249],
  [2, 434],
  [3, 157],
  [4, 87],
  [11, 160],
] as const;
/** Seconds of a video. */
const VIDEO = 1800;
const SEED = 45;
/** Wall time in ms of the starter code's scorer on as many queries with one window each, the least of five runs, on the machine of BUDGETS.md. */
const QUOTED = [{ name: "starter code (numpy), one window a query, not rerun", wall: 229 }];

/** The grounding kernel alone, on columns that lie ready. */
const job: Job = async (bench) => {
  const { arena } = bench.kernels;
  const { queries, answers } = asked();
  const [gold, told] = [grounding.gold(), grounding.answers()];
  for (const query of queries) gold.push(query);
  for (const answer of answers) told.push(answer);
  const columns = { gold: gold.words(), told: told.words() };
  const mark = arena.mark();
  const pointers = [...columns.gold, Int32Array.from(queries.keys()), ...columns.told].map((words) => arena.put(words));
  const rows = arena.alloc(queries.length * ROW * 8);
  const ours = {
    name: "stepladder, wasm",
    run() {
      grounding.run(bench.kernels, queries.length, ...pointers, rows, rows);
      return { result: recall(new Float64Array(bench.kernels.exports.memory.buffer, rows, queries.length * ROW), queries.length) };
    },
  };
  const [lists, starts, ends, onces] = columns.gold as [Int32Array, Float64Array, Float64Array, Int32Array];
  const times = columns.told[2] as Float64Array;
  const own = new Float64Array(queries.length * ROW);
  const plain = {
    name: "plain JavaScript, loops over typed arrays",
    run: () => ({ result: recall(plainRows({ lists, starts, ends, onces, times }, own), queries.length) }),
  };
  const packed = fileOf(bench, "queries", pack([lists, onces], [starts, ends, times]));
  return withNative(native("grounding", [packed], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 15, warmUp: 10, repeat: 100 });
    arena.release(mark);
    return {
      job: `${queries.length} queries, ${DEEPEST} segments each against all windows of their text (${starts.length} in pairs): hits by both rules, IoU`,
      timed,
      amount: [queries.length, "queries"],
      result: "R@1, IoU .3",
      quoted: QUOTED,
      notes: [
        ...notes,
        `no goal in BUDGETS.md; now ${ratio(timed[0], timed[2])} times the C limit, plain JavaScript ${ratio(timed[1], timed[0])} times ours`,
      ],
    };
  });
};
export default job;

function recall(rows: Float64Array, queries: number): number {
  let [hits, texts] = [0, 0];
  for (let row = 0; row < queries * ROW; row += ROW) {
    if (rows[row + ONCE] === 0) continue;
    hits += rows[row + HITS]!;
    texts++;
  }
  return hits / texts;
}

/** Windows and segments of all queries; one segment in five lies near a window. */
function asked(): { queries: Query[]; answers: Segment[][] } {
  const random = new Random(SEED, 0);
  const share = (): number => random.bits() / 2 ** 32;
  const near = (at: number, length: number): Segment => [at, at + length * (0.5 + share())];
  const queries: Query[] = [];
  const answers: Segment[][] = [];
  for (const [times, texts] of TEXTS) {
    for (let text = 0; text < texts; text++) {
      const windows = Array.from({ length: times }, () => near(share() * VIDEO, 20));
      for (const [at, window] of windows.entries()) {
        queries.push({ windows: [window, ...windows.filter((other) => other !== window)], once: at === 0 });
        answers.push(
          Array.from({ length: DEEPEST }, () => (share() < 0.2 ? near(window[0] + 4 * share(), 18) : near(share() * VIDEO, 30))),
        );
      }
    }
  }
  return { queries, answers };
}

interface Columns {
  readonly lists: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly onces: Int32Array;
  readonly times: Float64Array;
}

function plainRows({ lists, starts, ends, onces, times }: Columns, rows: Float64Array): Float64Array {
  for (let q = 0; q < onces.length; q++) {
    let [first, any, ownFirst, ownAny] = [0, 0, 0, 0];
    for (let s = 0; s < DEEPEST; s++) {
      const start = times[(q * DEEPEST + s) * 2]!;
      const end = times[(q * DEEPEST + s) * 2 + 1]!;
      let best = 0;
      let own = 0;
      for (let w = lists[q]!; w < lists[q + 1]!; w++) {
        const shared = Math.max(0, Math.min(end, ends[w]!) - Math.max(start, starts[w]!));
        const overlap = shared / (Math.max(end, ends[w]!) - Math.min(start, starts[w]!));
        if (w === lists[q]) own = overlap;
        if (overlap > best) best = overlap;
      }
      if (s === 0) [first, ownFirst] = [best, own];
      any = Math.max(any, best);
      ownAny = Math.max(ownAny, own);
    }
    const at = q * ROW;
    rows[at] = rows[at + 1] = 1;
    rows[at + ONCE] = onces[q]!;
    for (const [i, overlap] of [first, any, ownFirst, ownAny].entries()) {
      rows[at + HITS + 2 * i] = Number(overlap > 0.3);
      rows[at + HITS + 2 * i + 1] = Number(overlap > 0.5);
    }
    rows[at + HITS + 8] = first;
    rows[at + HITS + 9] = ownFirst;
  }
  return rows;
}

/** The file that grounding.c reads. */
function pack(whole: readonly [lists: Int32Array, onces: Int32Array], doubles: readonly Float64Array[]): Uint8Array {
  const [lists, onces] = whole;
  const start = Math.ceil((8 + lists.byteLength + onces.byteLength) / 8) * 8;
  const bytes = new Uint8Array(start + doubles.reduce((sum, { byteLength }) => sum + byteLength, 0));
  bytes.set(new Uint8Array(Int32Array.of(onces.length, doubles[0]!.length).buffer));
  bytes.set(new Uint8Array(lists.buffer), 8);
  bytes.set(new Uint8Array(onces.buffer), 8 + lists.byteLength);
  let at = start;
  for (const column of doubles) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}
