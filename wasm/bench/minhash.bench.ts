import { BANDS } from "../mining/minhash/abi.ts";
import { COEFFICIENTS, sketchesOf, suspectsOf, twinsOf } from "../mining/minhash/minhash.ts";
import { contend } from "./contend.ts";
import { type Bench, fileOf, type Job, withNative } from "./job.ts";
import { type Procedures, procedures } from "./minhash-workload.ts";
import { native } from "./native.ts";
import { twinsPlain } from "./plain-minhash.ts";
import { figure, ratio } from "./report.ts";

const LEAST = 0.8;
/** Wall times in ms of tools written in Python at this size, on the machine of BUDGETS.md: from and to. */
const PYTHON = [85_000, 100_000] as const;

/** Near-duplicates among as many procedures as How2Mine found, from strings. */
const minhash: Job = async (bench) => {
  const work = procedures();
  const { texts } = work;
  const megabytes = texts.reduce((sum, { length }) => sum + length, 0) / 1e6;
  const ours = { name: "stepladder, wasm, from strings", run: () => ({ result: twins(bench, texts) }) };
  const plain = { name: "plain JavaScript, the same algorithm", run: () => ({ result: twinsPlain(texts, LEAST) }) };
  const lines = Buffer.concat([new Uint8Array(COEFFICIENTS.buffer), Buffer.from(`${texts.join("\n")}\n`)]);
  return withNative(native("minhash", [fileOf(bench, "procedures", lines)], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 5, warmUp: 1 });
    return {
      job: `near-duplicates among ${texts.length} procedures, ${megabytes.toFixed(0)} MB`,
      timed,
      amount: [megabytes, "MB"],
      result: "twins",
      quoted: PYTHON.map((wall) => ({ name: "tools in Python, not rerun", wall })),
      notes: [
        ...notes,
        `goals: at most 2 s a core, now ${figure((timed[0]?.wall ?? Number.NaN) / 1000)} s, ${ratio(timed[0], timed[2])} times the C limit`,
        recall(bench, work),
      ],
    };
  });
};
export default minhash;

function twins({ kernels }: Bench, texts: readonly string[]): number {
  const sketches = sketchesOf(texts, kernels);
  const suspects = suspectsOf(sketches, kernels);
  const own = new Uint32Array(suspects.length * BANDS);
  for (const [at, i] of suspects.entries()) own.set(sketches.subarray(i * BANDS, (i + 1) * BANDS), at * BANDS);
  return twinsOf({ texts: Array.from(suspects, (i) => texts[i] as string), sketches: own, least: LEAST }, kernels).length;
}

/** Copies that the sketches pair with what they were copied from, among those that are similar enough by all their shingles. */
function recall({ kernels }: Bench, { texts, copied }: Procedures): string {
  const sketches = sketchesOf(texts, kernels);
  const [pairs, found] = [new Map<string, number>(), new Map<string, number>()];
  for (const [i, of] of copied.entries()) {
    if (of < 0) continue;
    const pair = [texts[of] as string, texts[i] as string];
    // Equal sketches bring any two texts together, so that their similarity is told.
    const [twin] = twinsOf({ texts: pair, sketches: new Uint32Array(2 * BANDS), least: LEAST }, kernels);
    if (twin === undefined) continue;
    const band = twin.similarity === 1 ? "1" : `.${Math.floor(twin.similarity * 20 + 1e-9) * 5}`;
    pairs.set(band, (pairs.get(band) ?? 0) + 1);
    const shares = Array.from({ length: BANDS }, (_, b) => sketches[i * BANDS + b] === sketches[of * BANDS + b]).some(Boolean);
    found.set(band, (found.get(band) ?? 0) + Number(shares));
  }
  const told = [...pairs.keys()]
    .toSorted()
    .map((band) => `${figure(((found.get(band) ?? 0) / pairs.get(band)!) * 100, 4)} % of ${pairs.get(band)} from ${band}`);
  return `recall of copies by their similarity (goal 98 % from .8): ${told.join(", ")}`;
}
