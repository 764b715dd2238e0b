import { Random } from "../../data/tracks/procladder/random.ts";
import { alignSteps, type Claims } from "../aligning/order/align.ts";
import { listMoves } from "../aligning/order/moves.ts";
import { loadAligningKernels } from "../host/node.ts";
import { contend } from "./contend.ts";
import type { Job } from "./job.ts";
import { alignPlain } from "./plain-order.ts";

/** Videos with as many sentences as narrations have, and as many steps as articles. */
const VIDEOS = 500;
const SENTENCES = [20, 240] as const;
const STEPS = [3, 20] as const;
const SEED = 46;

/** Alignment in order with drops on both sides, the way back and the least cost through every claim; columns are copied in and out. */
const order: Job = async () => {
  const kernels = await loadAligningKernels();
  const videos = drawn();
  const cells = videos.reduce((sum, { costs }) => sum + costs.length, 0);
  const contender = (name: string, align: (claims: Claims) => { path: Int32Array; through: Float64Array }) => ({
    name,
    run() {
      let sum = 0;
      for (const video of videos) {
        const { path, through } = align(video);
        for (const [m, step] of path.entries()) sum += (step + 1) * (m + 1);
        sum += through[0]!;
      }
      return { result: sum };
    },
  });
  const timed = await contend(
    [contender("stepladder, wasm", (claims) => alignSteps(kernels, claims)), contender("plain JavaScript, typed arrays", alignPlain)],
    { rounds: 15, warmUp: 5, repeat: 3 },
  );
  const perCell = timed.map(({ name, wall }) => `${name} ${((wall * 1e6) / cells).toFixed(1)} ns`).join(", ");
  return {
    job: `align the steps and sentences of ${VIDEOS} videos in any order with the way back and all max-marginals: ${(cells / 1e6).toFixed(2)} M cells`,
    timed,
    amount: [cells / 1e6, "M cells"],
    result: "sum over paths",
    notes: [
      `a cell (a sentence and a step): ${perCell}`,
      "the 9.2 us a cell of the official Drop-DTW are for one way in one order; here every step may follow every other, and each cell tells what all else costs with it. No C limit is written for this",
    ],
  };
};
export default order;

function drawn(): Claims[] {
  const random = new Random(SEED, 0);
  const between = ([least, most]: readonly [number, number]): number => least + random.below(most - least + 1);
  return Array.from({ length: VIDEOS }, () => {
    const [sentences, steps] = [between(SENTENCES), between(STEPS)];
    const costs = Float64Array.from({ length: sentences * steps }, () => 1 - 3 * (random.bits() / 2 ** 32) ** 4);
    const moves = listMoves(steps, { skip: 0.3, back: 1, again: 0.1 });
    return { steps, sentences, costs, drops: new Float64Array(sentences), moves };
  });
}
