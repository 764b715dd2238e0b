import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { plainNumbers } from "../records.ts";
import { itemId } from "./gold.ts";
import track from "./track.ts";

interface Sentence {
  readonly alignable: 0 | 1;
  readonly start: number;
  readonly end: number;
  readonly sim: readonly number[];
  readonly align_score: number;
}

interface AlignCase {
  readonly videos: readonly { readonly vid: string; readonly sentences: readonly Sentence[] }[];
  readonly "R@1": number;
  readonly n_alignable: number;
  readonly ROC_AUC: number;
}

interface AucCase {
  readonly y: readonly (0 | 1)[];
  readonly score: readonly number[];
  readonly roc_auc: number;
}

/** The formulas of eval_zeroshot_align.py of TengdaHan/TemporalAlignNet @ 28b5e04 on synthetic similarities, and roc_auc_score of scikit-learn 1.2.1. */
const parity: Parity = {
  track: "htm-align",
  folder: "crosstask-htmalign",
  metrics: ["pointing-recall", "alignability-auc"],
  reconstructed: ["R@1 and ROC-AUC"],
  async *cases(files, kernels) {
    yield compared(files, "htm_align_case.json", "R@1 and ROC-AUC", async (records) => aligned(records[0] as AlignCase, kernels));
    yield compared(files, "roc_auc_cases.json", "ROC-AUC with ties", async (records) => areas(records as readonly AucCase[], kernels));
  },
};
export default parity;

async function compared(
  files: GoldenFiles,
  file: string,
  name: string,
  compare: (records: readonly unknown[]) => Promise<Comparing>,
): Promise<ParityCase> {
  const source = files.get(`golden/${file}`);
  if (source === undefined) return { name, compared: 0, different: [], absent: `${file} is not at hand` };
  const records = (await Array.fromAsync(readSource(source, { problem: () => {} }))).flat();
  return (await compare(records.map(({ value }) => plainNumbers(value)))).result(name);
}

/** Videos in the official layout, and the answers of a system. */
async function scored(
  videos: readonly { readonly id: string; readonly sentences: readonly Omit<Sentence, "sim" | "align_score">[]; readonly answer: object }[],
  kernels: Kernels,
) {
  const gold = Object.fromEntries(
    videos.map(({ id, sentences }) => [id, sentences.map(({ alignable, start, end }) => [alignable, start, end, ""])]),
  );
  const records = videos.map(({ id, answer }) => `${JSON.stringify({ id: itemId(id), prediction: answer })}\n`);
  return scoreTrack({
    track,
    gold: [textFile("htm_align.json", JSON.stringify(gold))],
    predictions: [textFile("p.jsonl", ...records)],
    kernels,
  });
}

function textFile(name: string, ...text: string[]): Source {
  return fromBlob(name, new Blob(text));
}

async function aligned({ videos, "R@1": recall, n_alignable, ROC_AUC }: AlignCase, kernels: Kernels): Promise<Comparing> {
  const comparing = new Comparing();
  const { items, scores } = await scored(
    videos.map(({ vid, sentences }) => ({
      id: vid,
      sentences,
      answer: { similarity: sentences.map(({ sim }) => sim), alignable: sentences.map(({ align_score }) => align_score) },
    })),
    kernels,
  );
  comparing.same("R@1", scores["pointing-recall"]?.value, recall);
  comparing.same("ROC-AUC", scores["alignability-auc"]?.value, ROC_AUC);
  const asked = items.reduce((sum, { statistics }) => sum + (statistics["pointing-queries"] ?? 0), 0);
  comparing.same("alignable sentences", asked, n_alignable);
  return comparing;
}

/** Each case as one video. */
async function areas(cases: readonly AucCase[], kernels: Kernels): Promise<Comparing> {
  const comparing = new Comparing();
  for (const [c, { y, score, roc_auc }] of cases.entries()) {
    const sentences = y.map((alignable) => ({ alignable, start: 0, end: 1 }));
    const { scores } = await scored([{ id: `case-${c}`, sentences, answer: { alignable: score } }], kernels);
    comparing.same(`case ${c}`, scores["alignability-auc"]?.value, roc_auc);
  }
  return comparing;
}
