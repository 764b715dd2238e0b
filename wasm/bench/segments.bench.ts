import { metrics } from "../metrics/index.ts";
import {
  EDIT_SIMILARITY,
  FRAMES,
  FRAMES_RIGHT,
  HITS_10,
  HITS_25,
  HITS_50,
  ROW,
  RUN_BYTES,
  SCRATCH_BYTES,
  SEGMENTS_GOLD,
  SEGMENTS_PREDICTED,
  VECTOR_BYTES,
} from "../metrics/segments/abi.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { scoreSegmentsPlain } from "./plain-segments.ts";
import { figure, ratio } from "./report.ts";
import { breakfastSized, type FramesPair } from "./segments-workload.ts";

/** Wall times in ms at this size on the machine of BUDGETS.md. */
const EVAL_PY = 1677;
const NUMPY = 68;

/** The columns that the figures need, by their statistics. */
const COLUMNS = {
  frames: FRAMES,
  "frames-right": FRAMES_RIGHT,
  "edit-similarity": EDIT_SIMILARITY,
  "segments-predicted": SEGMENTS_PREDICTED,
  "segments-gold": SEGMENTS_GOLD,
  "segment-hits-10": HITS_10,
  "segment-hits-25": HITS_25,
  "segment-hits-50": HITS_50,
} as const;
const FIGURES = ["f1-at-50", "f1-at-25", "f1-at-10", "edit-score", "frame-accuracy"] as const;

/** All official figures of frame labels that lie in memory as bytes. */
const segments: Job = async (bench) => {
  const { arena, exports } = bench.kernels;
  const pairs = breakfastSized();
  const { starts, gold, predicted } = packed(pairs);
  const mark = arena.mark();
  const longest = pairs.reduce((most, pair) => Math.max(most, pair.gold.length), 0);
  const pointers = [starts, gold, Int32Array.from(pairs.keys()), starts, predicted].map((words) => arena.put(words));
  const [goldStarts, goldFrames, items, predStarts, predFrames] = pointers as [number, number, number, number, number];
  const runs = arena.alloc(longest * RUN_BYTES + SCRATCH_BYTES);
  const vectors = arena.alloc(longest * VECTOR_BYTES + SCRATCH_BYTES);
  const rows = arena.alloc(pairs.length * ROW * 8);
  const ours = {
    name: "stepladder, wasm",
    run() {
      exports.segmentsMatch(pairs.length, goldStarts, goldFrames, items, predStarts, predFrames, runs, vectors, rows);
      return { result: meanFigure(new Float64Array(exports.memory.buffer, rows, pairs.length * ROW)) };
    },
  };
  const plain = { name: "plain JavaScript, lists of segments", run: () => ({ result: scoreSegmentsPlain(pairs) }) };
  const file = new Uint8Array(4 + starts.byteLength + gold.length + predicted.length);
  file.set(new Uint8Array(Int32Array.of(pairs.length, ...starts).buffer));
  file.set(gold, 4 + starts.byteLength);
  file.set(predicted, 4 + starts.byteLength + gold.length);
  return withNative(native("segments", [fileOf(bench, "frames", file)], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 15, warmUp: 5, repeat: 5 });
    arena.release(mark);
    return {
      job: `segmentation metrics, ${pairs.length} videos of ${(gold.length / 1e6).toFixed(2)} M frames: accuracy, edit score, F1 at three thresholds`,
      timed,
      amount: [gold.length, "frames"],
      result: "mean of the five",
      quoted: [
        { name: "MS-TCN eval.py, not rerun", wall: EVAL_PY },
        { name: "numpy and rapidfuzz, not rerun", wall: NUMPY },
      ],
      notes: [
        ...notes,
        `goals: at least 500 times eval.py, now ${figure(EVAL_PY / (timed[0]?.wall ?? Number.NaN))}; at most 1.4 times the C limit, now ${ratio(timed[0], timed[2])}`,
      ],
    };
  });
};
export default segments;

/** Videos one behind the other, and where each begins. */
function packed(pairs: readonly FramesPair[]): { starts: Int32Array; gold: Uint8Array; predicted: Uint8Array } {
  const starts = new Int32Array(pairs.length + 1);
  for (const [i, { gold }] of pairs.entries()) starts[i + 1] = (starts[i] as number) + gold.length;
  const joined = (part: keyof FramesPair): Uint8Array => {
    const all = new Uint8Array(starts[pairs.length] as number);
    for (const [i, pair] of pairs.entries()) all.set(pair[part], starts[i]);
    return all;
  };
  return { starts, gold: joined("gold"), predicted: joined("predicted") };
}

/** The official figures of all videos as one split, finished as scoring does. */
function meanFigure(rows: Float64Array): number {
  const sums = new Float64Array(ROW);
  for (let at = 0; at < rows.length; at += ROW) for (let c = 0; c < ROW; c++) sums[c] = (sums[c] as number) + (rows[at + c] as number);
  const values = FIGURES.map((id) => {
    const { statistics, finish } = metrics[id];
    return finish(
      Float64Array.from(statistics, (name) => sums[COLUMNS[name as keyof typeof COLUMNS]] as number),
      rows.length / ROW,
    );
  });
  return values.reduce((sum, value) => sum + (value.kind === "value" ? value.value : Number.NaN), 0) / FIGURES.length;
}
