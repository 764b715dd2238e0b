import { Random } from "../../data/tracks/procladder/random.ts";
import { FRAME_BYTES, SUMS_BYTES } from "../metrics/pointing/abi.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { ratio } from "./report.ts";

/** Videos, steps and seconds as in all of CrossTask. */
const VIDEOS = 2750;
const STEPS = [3, 11] as const;
const SECONDS = [60, 540] as const;
const SEED = 45;

interface Video {
  readonly frames: number;
  readonly steps: number;
  readonly costs: Float32Array;
}

/** The ordered assignment (CrossTask's dp.pyx) from costs that lie ready to the step of every second. */
const alignment: Job = async (bench) => {
  const { arena, exports } = bench.kernels;
  const videos = drawn();
  const cells = videos.reduce((sum, { costs }) => sum + costs.length, 0);
  const mark = arena.mark();
  const placed = videos.map(({ frames, steps, costs }) => ({ frames, steps, costs: arena.put(costs) }));
  const scratch = arena.alloc(SECONDS[1] * FRAME_BYTES + SUMS_BYTES);
  const assigned = arena.alloc(SECONDS[1] * 4);
  const ours = {
    name: "stepladder, wasm",
    run() {
      const shown = new Int32Array(exports.memory.buffer, assigned, SECONDS[1]);
      let sum = 0;
      for (const { frames, steps, costs } of placed) {
        exports.pointingAssign(frames, steps, costs, 1, 0, scratch, assigned);
        for (let t = 0; t < frames; t++) if (shown[t]! > 0) sum += t;
      }
      return { result: sum };
    },
  };
  const plain = { name: "plain JavaScript, typed arrays", run: () => ({ result: plainSum(videos) }) };
  return withNative(native("alignment", [fileOf(bench, "costs", packed(videos))], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 15, warmUp: 5, repeat: 3 });
    arena.release(mark);
    const perCell = (wall: number | undefined): string => `${(((wall ?? Number.NaN) * 1e6) / cells).toFixed(2)} ns`;
    return {
      job: `assign the steps of ${VIDEOS} videos to their seconds in order, with traceback: ${(cells / 1e6).toFixed(1)} M cells`,
      timed,
      amount: [cells / 1e6, "M cells"],
      result: "sum of seconds",
      notes: [
        ...notes,
        `a cell: ${timed.map(({ name, wall }) => `${name} ${perCell(wall)}`).join(", ")}`,
        "this is CrossTask's assignment, one frame a step. The goal of BUDGETS.md, at most 1.5 times the limit and 2,000 times the 9.2 us of the official code, is for Drop-DTW, which no track needs yet",
        `C limit: the same algorithm with SSE; now ${ratio(timed[0], timed[2])}`,
      ],
    };
  });
};
export default alignment;

function drawn(): Video[] {
  const random = new Random(SEED, 0);
  const between = ([least, most]: readonly [number, number]): number => least + random.below(most - least + 1);
  return Array.from({ length: VIDEOS }, () => {
    const [frames, steps] = [between(SECONDS), between(STEPS)];
    return { frames, steps, costs: Float32Array.from({ length: frames * steps }, () => random.bits() / 2 ** 32) };
  });
}

function plainSum(videos: readonly Video[]): number {
  let sum = 0;
  const most = STEPS[1] + 1;
  const [idle, shown] = [new Float64Array(most), new Float64Array(most)];
  const ended = new Uint8Array(SECONDS[1] * most);
  for (const { frames, steps, costs } of videos) {
    idle.fill(Number.POSITIVE_INFINITY);
    shown.fill(Number.POSITIVE_INFINITY);
    idle[0] = 0;
    for (let t = 0; t < frames; t++) {
      for (let k = steps; k >= 0; k--) {
        const comes = shown[k]! < idle[k]!;
        const least = comes ? shown[k]! : idle[k]!;
        ended[t * most + k] = Number(comes);
        idle[k] = least;
        if (k < steps) shown[k + 1] = least + costs[t * steps + k]!;
      }
    }
    let k = steps;
    let shows = !(idle[k]! < shown[k]!);
    for (let t = frames - 1; t >= 0; t--) {
      if (shows) {
        sum += t;
        k--;
      }
      shows = ended[t * most + k] === 1;
    }
  }
  return sum;
}

/** The file that alignment.c reads. */
function packed(videos: readonly Video[]): Uint8Array {
  const words = [Int32Array.of(VIDEOS, ...videos.flatMap(({ frames, steps }) => [frames, steps])), ...videos.map(({ costs }) => costs)];
  const bytes = new Uint8Array(words.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const column of words) {
    bytes.set(new Uint8Array(column.buffer), at);
    at += column.byteLength;
  }
  return bytes;
}
