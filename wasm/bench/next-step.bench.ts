import { Random } from "../../data/tracks/procladder/random.ts";
import { RECIPROCAL_RANK, ROW } from "../metrics/ranking/abi.ts";
import { ranking } from "../metrics/ranking/measure.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { ratio } from "./report.ts";

const QUERIES = 7000;
/** Steps of COIN's vocabulary. */
const CANDIDATES = 778;
const SEED = 44;
/** Wall times in ms at this size on the machine of BUDGETS.md. */
const QUOTED = [
  { name: "scikit-learn, not rerun", wall: 507 },
  { name: "numpy at its best, not rerun", wall: 4.3 },
];

/** The ranking kernel alone, on score vectors that lie ready. */
const nextStep: Job = async (bench) => {
  const { arena } = bench.kernels;
  const { relevant, scores } = scored();
  const [gold, answers] = [ranking.gold(), ranking.answers()];
  for (let query = 0; query < QUERIES; query++) {
    gold.push([relevant[query]!]);
    answers.push({ scores: scores.subarray(query * CANDIDATES, (query + 1) * CANDIDATES) });
  }
  const mark = arena.mark();
  const columns = [...gold.words(), Int32Array.from(relevant.keys()), ...answers.words()].map((words) => arena.put(words));
  const rows = arena.alloc(QUERIES * ROW * 8);
  const ours = {
    name: "stepladder, wasm",
    run() {
      ranking.run(bench.kernels, QUERIES, ...columns, rows, rows);
      const written = new Float64Array(bench.kernels.exports.memory.buffer, rows, QUERIES * ROW);
      let sum = 0;
      for (let row = 0; row < QUERIES; row++) sum += written[row * ROW + RECIPROCAL_RANK]!;
      return { result: sum / QUERIES };
    },
  };
  const plain = { name: "plain JavaScript, a loop over typed arrays", run: () => ({ result: plainReciprocalRank(relevant, scores) }) };
  return withNative(native("next-step", [fileOf(bench, "scores", packed(relevant, scores))], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 15, warmUp: 10, repeat: 3 });
    arena.release(mark);
    return {
      job: `rank the right one of ${CANDIDATES} steps by score, ${QUERIES} times, with all figures at 1, 3 and 5`,
      timed,
      amount: [QUERIES, "queries"],
      result: "mean reciprocal rank",
      quoted: QUOTED,
      notes: [
        ...notes,
        "64-bit scores, ordered exactly; 32 bits of them decide nearly always. The quoted times are of 32-bit scores",
        `goal: at most 1.2 times the C limit; now ${ratio(timed[0], timed[2])}`,
      ],
    };
  });
};
export default nextStep;

/** The right step is first in two of five queries, else high up; few scores are equal. */
function scored(): { relevant: Int32Array; scores: Float64Array } {
  const random = new Random(SEED, 0);
  const share = (): number => random.bits() / 2 ** 32;
  const relevant = Int32Array.from({ length: QUERIES }, () => random.below(CANDIDATES));
  const scores = Float64Array.from({ length: QUERIES * CANDIDATES }, () => Math.fround(1 + share()));
  for (let query = 0; query < QUERIES; query++) {
    const below = (30 * share() ** 3) / CANDIDATES;
    scores[query * CANDIDATES + relevant[query]!] = share() < 0.4 ? 2.5 : 2 - below;
  }
  return { relevant, scores };
}

function plainReciprocalRank(relevant: Int32Array, scores: Float64Array): number {
  let sum = 0;
  for (let query = 0; query < QUERIES; query++) {
    const start = query * CANDIDATES;
    const wanted = start + relevant[query]!;
    const own = scores[wanted]!;
    let before = 0;
    for (let at = start; at < wanted; at++) if (scores[at]! >= own) before++;
    for (let at = wanted + 1; at < start + CANDIDATES; at++) if (scores[at]! > own) before++;
    sum += 1 / (before + 1);
  }
  return sum / QUERIES;
}

/** The file that next-step.c reads. */
function packed(relevant: Int32Array, scores: Float64Array): Uint8Array {
  const start = Math.ceil((8 + relevant.byteLength) / 8) * 8;
  const bytes = new Uint8Array(start + scores.byteLength);
  bytes.set(new Uint8Array(Int32Array.of(QUERIES, CANDIDATES).buffer));
  bytes.set(new Uint8Array(relevant.buffer), 8);
  bytes.set(new Uint8Array(scores.buffer), start);
  return bytes;
}
