import { CIDER_D, HITS, NGRAMS, REFERENCE_WORDS, ROUGE_L, ROW } from "../metrics/captions/abi.ts";
import { layOut } from "../metrics/captions/layout.ts";
import { captions, guidelines } from "../metrics/captions/measure.ts";
import { Vocabulary } from "../metrics/captions/vocabulary.ts";
import type { Matrix } from "../metrics/contract.ts";
import { metrics } from "../metrics/index.ts";
import { type CaptionPairs, captionPairs } from "./captions-workload.ts";
import { contend } from "./contend.ts";
import { type Bench, fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { plainCaptions } from "./plain-captions.ts";
import { ratio } from "./report.ts";

/** Wall times in ms at this size on the machine of BUDGETS.md: what a user would run, and the C limit to scale it by. */
const QUOTED = { pycocoevalcap: 4937, limit: 52 };

/** From captions as text to BLEU-4, ROUGE-L and CIDEr-D. */
const job: Job = async (bench) => {
  const pairs = captionPairs();
  const ours = { name: "stepladder, from strings", run: () => ({ result: overlaps(bench, pairs) }) };
  const whole = { name: "stepladder, a submission's whole way, METEOR too", run: () => ({ result: scored(bench, pairs) }) };
  const plain = { name: "plain JavaScript, split and maps", run: () => ({ result: plainCaptions(pairs) }) };
  const text = pairs.references.map((reference, i) => `${reference}\t${pairs.captions[i]}\n`).join("");
  return withNative(native("captions", [fileOf(bench, "pairs.tsv", text)], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, whole, plain, ...limit], { rounds: 15, warmUp: 5 });
    const scale = (timed[3]?.wall ?? Number.NaN) / QUOTED.limit;
    return {
      job: `BLEU-4 + ROUGE-L + CIDEr-D of ${pairs.captions.length} pairs from text, ${(text.length / 1e6).toFixed(1)} MB`,
      timed,
      amount: [pairs.captions.length, "pairs"],
      result: "BLEU-4 + ROUGE-L + CIDEr-D",
      quoted: [{ name: "pycocoevalcap, not rerun, scaled by the C limit", wall: QUOTED.pycocoevalcap * scale }],
      notes: [
        ...notes,
        `goals: at most 1.6 times the C limit, now ${ratio(timed[0], timed[3])}; at least 45 times as fast as pycocoevalcap`,
      ],
    };
  });
};
export default job;

/** Words by number, the kernel, and the sums of its rows. */
function overlaps({ kernels }: Bench, { references, captions: told }: CaptionPairs): number {
  const { arena, exports } = kernels;
  const count = references.length;
  const mark = arena.mark();
  const vocabulary = new Vocabulary();
  const inTurn = Int32Array.from({ length: count + 1 }, (_, i) => i);
  const [words, starts] = numbered(references, (text, into) => vocabulary.add(text, into));
  const gold = layOut(kernels, { vocabulary: vocabulary.size, items: inTurn, starts, words, stems: new Int32Array() });
  const [said, saidStarts] = numbered(told, (text, into) => vocabulary.read(text, into));
  const [places, ones] = [arena.put(inTurn), arena.put(new Int32Array(count).fill(1))];
  const rows = arena.alloc(count * ROW * 8);
  exports.captionsMeasure(count, gold, places, ones, ones, places, places, arena.put(saidStarts), arena.put(said), rows);
  const sums = new Float64Array(ROW);
  const written = new Float64Array(exports.memory.buffer, rows, count * ROW);
  for (let at = 0; at < written.length; at++) sums[at % ROW]! += written[at]!;
  arena.release(mark);
  const sum = (column: number): number => sums[column] as number;
  const product = [0, 1, 2, 3].reduce((all, n) => all * (sum(HITS + n) / sum(NGRAMS + n)), 1);
  const bleu = Math.exp(Math.min(0, 1 - sum(REFERENCE_WORDS) / sum(NGRAMS))) * product ** 0.25;
  return bleu + (sum(ROUGE_L) + sum(CIDER_D)) / count;
}

function numbered(texts: readonly string[], read: (text: string, into: number[]) => void): [words: Int32Array, starts: Int32Array] {
  const words: number[] = [];
  const starts = new Int32Array(texts.length + 1);
  for (const [i, text] of texts.entries()) {
    read(text, words);
    starts[i + 1] = words.length;
  }
  return [Int32Array.from(words), starts];
}

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
