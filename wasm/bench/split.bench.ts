import { Random } from "../../data/tracks/procladder/random.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { splitPlain } from "./plain-split.ts";
import { ratio } from "./report.ts";

const SEQUENCES = 20;
const FRAMES = 400;
const DIMS = 32;
const STEPS = 3;
const LEAST = 40;
const SEED = 45;
/** Wall time in ms of one sequence of this size on the same machine, median of five: numpy's std of each segment once, and all splits by them. */
const NUMPY = 1110;

/** Step discovery on features that lie ready: the search for splits, and the deviations that are told. */
const split: Job = async (bench) => {
  const { exports, arena } = bench.kernels;
  const features = sequences();
  const mark = arena.mark();
  const [given, cuts, stds] = [arena.put(features), arena.alloc(STEPS * 4), arena.alloc((STEPS + 1) * 8)];
  const scratch = arena.alloc(DIMS * 16 + (FRAMES + 1) * STEPS * 12);
  const bytes = FRAMES * DIMS * 8;
  const ours = {
    name: "stepladder, wasm",
    run() {
      let sum = 0;
      for (let s = 0; s < SEQUENCES; s++) {
        exports.framesSplit(given + s * bytes, FRAMES, DIMS, STEPS, LEAST, scratch, cuts, stds);
        sum += new Float64Array(exports.memory.buffer, stds, STEPS + 1)[STEPS]!;
      }
      return { result: sum / SEQUENCES };
    },
  };
  const plain = {
    name: "plain JavaScript, the same search over typed arrays",
    run() {
      let sum = 0;
      for (let s = 0; s < SEQUENCES; s++) {
        const own = features.subarray(s * FRAMES * DIMS, (s + 1) * FRAMES * DIMS);
        sum += splitPlain(own, FRAMES, DIMS, STEPS, LEAST);
      }
      return { result: sum / SEQUENCES };
    },
  };
  return withNative(native("split", [fileOf(bench, "features", packed(features))], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 9, warmUp: 2 });
    arena.release(mark);
    return {
      job: `step discovery (Algorithm 1), ${SEQUENCES} sequences of ${FRAMES} frames x ${DIMS} features, ${STEPS} steps`,
      timed,
      amount: [SEQUENCES, "sequences"],
      result: "mean deviation",
      quoted: [{ name: "numpy, std of each segment, not rerun", wall: NUMPY * SEQUENCES }],
      notes: [...notes, `no goal; wasm takes ${ratio(timed[0], timed[2])} times as long as C, the same search with 128-bit vectors`],
    };
  });
};
export default split;

/** Features with a level for each step, and noise. */
function sequences(): Float64Array {
  const random = new Random(SEED, 0);
  const features = new Float64Array(SEQUENCES * FRAMES * DIMS);
  for (let s = 0; s < SEQUENCES; s++) {
    const cuts = [random.between(LEAST, 160), random.between(200, FRAMES - LEAST)];
    const levels = random.list(STEPS * DIMS, () => random.below(100));
    for (let frame = 0; frame < FRAMES; frame++) {
      const step = cuts.filter((cut) => frame >= cut).length;
      for (let d = 0; d < DIMS; d++) {
        features[(s * FRAMES + frame) * DIMS + d] = levels[step * DIMS + d]! + (random.bits() / 2 ** 32) * 80;
      }
    }
  }
  return features;
}

/** The file that split.c reads. */
function packed(features: Float64Array): Uint8Array {
  const bytes = new Uint8Array(32 + features.byteLength);
  bytes.set(new Uint8Array(Int32Array.of(SEQUENCES, FRAMES, DIMS, STEPS, LEAST).buffer));
  bytes.set(new Uint8Array(features.buffer), 32);
  return bytes;
}
