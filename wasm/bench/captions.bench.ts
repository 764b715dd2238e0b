import { captions, guidelines } from "../metrics/captions/measure.ts";
import type { Matrix } from "../metrics/contract.ts";
import { metrics } from "../metrics/index.ts";
import { type CaptionPairs, captionPairs } from "./captions-workload.ts";
import { contend } from "./contend.ts";
import { type Bench, fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { plainCaptions } from "./plain-captions.ts";
import { ratio } from "./report.ts";

/** Wall time in ms at this size on the machine of BUDGETS.md. */
const PYCOCOEVALCAP = 4937;

/** From captions as text to BLEU-4, ROUGE-L and CIDEr-D. */
const job: Job = async (bench) => {
  const pairs = captionPairs();
  const ours = { name: "stepladder, from strings, METEOR too", run: () => ({ result: scored(bench, pairs) }) };
  const plain = { name: "plain JavaScript, split and maps", run: () => ({ result: plainCaptions(pairs) }) };
  const text = pairs.references.map((reference, i) => `${reference}\t${pairs.captions[i]}\n`).join("");
  return withNative(native("captions", [fileOf(bench, "pairs.tsv", text)], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 9, warmUp: 3 });
    return {
      job: `BLEU-4 + ROUGE-L + CIDEr-D of ${pairs.captions.length} pairs from text, ${(text.length / 1e6).toFixed(1)} MB`,
      timed,
      amount: [pairs.captions.length, "pairs"],
      result: "BLEU-4 + ROUGE-L + CIDEr-D",
      quoted: [{ name: "pycocoevalcap, not rerun", wall: PYCOCOEVALCAP }],
      notes: [...notes, `goal: at most 1.6 times the C limit; now ${ratio(timed[0], timed[2])}`],
    };
  });
};
export default job;

/** What a submission of one caption each goes through, once it was parsed. */
function scored({ kernels }: Bench, { references, captions: told }: CaptionPairs): number {
  const measure = captions<string, string>(guidelines, { references: (text) => [{ text }], captions: (text) => [{ text }] });
  const gold = measure.gold();
  for (const reference of references) gold.add(reference);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, caption] of told.entries()) measurer.add(i, caption);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  const width = measure.statistics.length;
  const column = (s: number): Float64Array => Float64Array.from(references, (_, i) => rows[i * width + s] as number);
  const matrix: Matrix = {
    items: references.length,
    columns: Object.fromEntries(measure.statistics.map(({ id }, s) => [id, column(s)])),
  };
  return (["guideline-bleu-4", "guideline-rouge-l", "guideline-cider-d"] as const).reduce((sum, id) => {
    const value = metrics[id].value(matrix, undefined);
    return sum + (value.kind === "value" ? value.value : Number.NaN);
  }, 0);
}
