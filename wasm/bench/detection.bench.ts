import type { Events } from "../metrics/contract.ts";
import { SCRATCH_BESIDE, SCRATCH_PER_CLASS, SCRATCH_PER_DETECTED, SCRATCH_PER_FOUND } from "../metrics/detection/abi.ts";
import { meanAveragePrecisions } from "../metrics/detection/average.ts";
import { countsOf } from "../stats/draws.ts";
import { contend } from "./contend.ts";
import { detectionColumns, meanAveragePrecisionPlain, THRESHOLDS, thumosSized } from "./detection-workload.ts";
import { type Bench, fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { ratio } from "./report.ts";

/** Times of the table in the budgets, in ms. */
const QUOTED = [
  { name: "ActivityNet eval, not rerun", wall: 26700 },
  { name: "plain Python, not rerun", wall: 160 },
];
const BITS = [...THRESHOLDS.keys()];
const DRAWS = 1000;

/** Ranking, matching and averages of segments that lie ready as columns. */
export const detection: Job = async (bench) => {
  const given = thumosSized();
  const columns = detectionColumns(given);
  const { match, end } = put(bench, columns);
  const ours = {
    name: "stepladder, wasm and averages in JavaScript",
    run: () => ({ result: mean(meanAveragePrecisions(match(), undefined, BITS)) }),
  };
  const plain = { name: "plain JavaScript", run: () => ({ result: meanAveragePrecisionPlain(given) }) };
  return withNative(native("detection", [fileOf(bench, "detections", packed(columns))], bench.folder), async (contenders, notes) => {
    const timed = await contend([ours, plain, ...contenders], { rounds: 15, warmUp: 5, repeat: 3 });
    end();
    return {
      job: `detection mAP, ${columns.scores.length} predictions, ${THRESHOLDS.length} thresholds of tIoU`,
      timed,
      amount: [columns.scores.length, "predictions"],
      result: "mAP",
      quoted: QUOTED,
      notes: [
        ...notes,
        "64-bit scores and times; the C limit sorts 32-bit scores, with which these agree",
        `goal: at most 1.7 times the C limit; now ${ratio(timed[0], timed[2])}; at least 5,000 times as fast as ActivityNet eval as quoted; now ${Math.round(26700 / (timed[0]?.wall ?? 1)).toLocaleString("en")}`,
      ],
    };
  });
};

/** Draws of videos with replacement, each ranked anew: what an interval costs. */
export const detectionDraws: Job = async (bench) => {
  const columns = detectionColumns(thumosSized());
  const { match, end } = put(bench, columns);
  const events = match();
  const videos = 1 + columns.videos.reduce((most, video) => Math.max(most, video), 0);
  const weights = Array.from({ length: DRAWS }, (_, draw) => Float64Array.from(countsOf(1, draw, videos)));
  const ours = {
    name: "stepladder, JavaScript",
    run() {
      let sum = 0;
      for (const own of weights) sum += mean(meanAveragePrecisions(events, own, BITS));
      return { result: sum / DRAWS };
    },
  };
  const timed = await contend([ours], { rounds: 5, warmUp: 1 });
  end();
  return {
    job: `${DRAWS} draws of mAP over ${columns.scores.length} events at ${THRESHOLDS.length} thresholds`,
    timed,
    amount: [DRAWS, "draws"],
    result: "mean mAP",
    notes: ["goal: within about a second"],
  };
};

type Columns = ReturnType<typeof detectionColumns>;

const mean = (values: Float64Array = new Float64Array(0)): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Puts the columns into memory; `match` runs the kernel over them and gives ranked events. */
function put({ kernels: { arena, exports } }: Bench, columns: Columns): { match(): Events; end(): void } {
  const mark = arena.mark();
  const [count, classCount] = [columns.scores.length, columns.ofClass.length];
  const thresholds = arena.put(Float64Array.from(THRESHOLDS));
  const { goldGroups, goldStarts, goldEnds, groups, shifts, classes, starts, ends, scores } = columns;
  const pointers = [goldGroups, goldStarts, goldEnds, groups, shifts, classes, starts, ends, scores].map((column) => arena.put(column));
  const locks = arena.alloc(goldStarts.length * 4);
  const beside = SCRATCH_BESIDE + classCount * SCRATCH_PER_CLASS + columns.largest * SCRATCH_PER_FOUND;
  const scratch = arena.alloc(beside + count * SCRATCH_PER_DETECTED);
  const [ranked, hits] = [arena.alloc(count * 4), arena.alloc(count * 4)];
  const given = pointers as [number, number, number, number, number, number, number, number, number];
  const column = (): Int32Array => new Int32Array(count);
  const events = { items: column(), classes: column(), ties: column(), hits: column(), wanted: columns.wanted };
  return {
    match() {
      exports.detectionMatch(count, thresholds, THRESHOLDS.length, ...given, locks, goldStarts.length, classCount, scratch, ranked, hits);
      const order = new Int32Array(exports.memory.buffer, ranked, count);
      events.hits.set(new Int32Array(exports.memory.buffer, hits, count));
      for (let at = 0; at < count; at++) {
        const i = order[at] as number;
        events.items[at] = columns.videos[i] as number;
        events.classes[at] = classes[i] as number;
      }
      return events;
    },
    end: () => arena.release(mark),
  };
}

/** The file that detection.c reads. */
function packed({ goldGroups, goldStarts, goldEnds, groups, classes, starts, ends, scores, ofClass }: Columns): Uint8Array {
  const counts = Int32Array.of(scores.length, goldGroups.length - 1, ofClass.length, goldStarts.length, THRESHOLDS.length);
  const columns = [
    counts,
    Float64Array.from(THRESHOLDS),
    goldGroups,
    goldStarts,
    goldEnds,
    groups,
    classes,
    starts,
    ends,
    Float32Array.from(scores),
    ofClass,
  ];
  const padded = (size: number): number => Math.ceil(size / 8) * 8;
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + padded(byteLength), 0));
  let at = 0;
  for (const { buffer, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, 0, byteLength), at);
    at += padded(byteLength);
  }
  return bytes;
}
