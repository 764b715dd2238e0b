import type { Procedure } from "@stepladder/schema";
import { loadAligningKernels } from "@stepladder/wasm/host/node.ts";
import { keptRun } from "../core/kept.ts";
import { WholeFiles } from "../core/output.ts";
import type { ModelClient } from "../model/client.ts";
import type { OrderOfSteps } from "./claims.ts";
import { embeddedOf, together } from "./embedded.ts";
import { type Answer, answerOf, crosstaskObject, htmAlignObject, htStepTable } from "./layouts.ts";
import { learntMoves } from "./learnt.ts";
import type { Order, Settings } from "./settings.ts";
import type { Similarity } from "./similarity.ts";
import { type Findings, withVideo } from "./told.ts";
import { type AlignedVideo, alignVideo, lexicalOf, type Piece } from "./video.ts";

/** Files of a run. */
const FILES = ["grounded.jsonl", "ht-step.csv", "htm-align.json", "crosstask.json", "report.json"] as const;

/** What decides what is found in a video. */
export const CODE = [
  "data/schema/grounded.ts",
  "pipeline/aligners",
  "wasm/aligning",
  "wasm/host/borrowing.ts",
  "wasm/metrics/captions/stem.ts",
];

/** What decides a run beside its videos. */
export interface Aligning {
  readonly out: string;
  readonly order: Order;
  readonly settings: Settings;
  /** Whose vectors count beside words. */
  readonly client?: ModelClient | undefined;
  /** All that were given: labels count through them. */
  readonly procedures: readonly Procedure[];
}

/** Counts of a run, as report.json has them. */
export interface AligningReport {
  readonly order: Order;
  readonly threshold: number;
  readonly embeddings?: string;
  readonly videos: number;
  /** Videos whose order of steps was learnt from others. */
  readonly learnt: number;
  readonly procedures: number;
  readonly sentences: number;
  /** Steps of all pairs, and those with a segment. */
  readonly steps: number;
  readonly grounded: number;
  readonly segments: number;
  /** Segments that were not sure enough. */
  readonly leftOut: number;
}

/** Grounds each procedure in its video and writes all files of the run, or none. Returns their counts, and what else is told of them. */
export async function alignAll(
  pieces: readonly Piece[],
  aligning: Aligning,
  signal: AbortSignal,
): Promise<{ report: AligningReport; findings: Findings }> {
  const { out, order, settings, client } = aligning;
  const kernels = await loadAligningKernels();
  const similar = async (piece: Piece): Promise<Similarity> => {
    const lexical = lexicalOf(piece);
    return client === undefined ? lexical : together(lexical, await embeddedOf(client, piece, signal));
  };
  const run = {
    out,
    mark: ".align",
    code: CODE,
    options: { order, settings, embeddings: client?.model },
    noun: "videos",
  };
  const work = async (piece: Piece): Promise<AlignedVideo> =>
    alignVideo(kernels, piece, await similar(piece), orderOf(piece, order), settings);
  const learnt = pieces.filter(({ paths = [] }) => paths.length > 0).length;
  return keptRun(run, pieces, work, (results) => written(results, learnt, aligning), signal);
}

/** What other videos show of the order of steps, or else what the article's own is worth. */
function orderOf({ paths = [], procedure }: Piece, order: Order): OrderOfSteps {
  return paths.length === 0 ? order : learntMoves(paths, procedure.steps.length);
}

async function written(
  results: AsyncIterable<AlignedVideo>,
  learnt: number,
  { out, order, settings, client, procedures }: Aligning,
): Promise<{ report: AligningReport; findings: Findings }> {
  const answers: Answer[] = [];
  let findings: Findings = { found: [] };
  const counts = { sentences: 0, steps: 0, grounded: 0, segments: 0, leftOut: 0 };
  const files = await WholeFiles.open(out, FILES);
  try {
    for await (const aligned of results) {
      const { sentences, steps, segments } = aligned.video;
      counts.sentences += sentences.length;
      counts.steps += steps.length;
      counts.grounded += new Set(segments.map(({ step }) => step)).size;
      counts.segments += segments.length;
      counts.leftOut += aligned.leftOut;
      answers.push(answerOf(aligned));
      findings = withVideo(findings, aligned.video);
      await files.write("grounded.jsonl", `${JSON.stringify(aligned.video)}\n`);
    }
    const report = {
      order,
      threshold: settings.threshold,
      ...(client === undefined ? {} : { embeddings: client.model }),
      videos: answers.length,
      learnt,
      procedures: new Set(answers.map(({ procedure }) => procedure)).size,
      ...counts,
    };
    await files.write("ht-step.csv", htStepTable(answers, procedures));
    await files.write("htm-align.json", htmAlignObject(answers));
    await files.write("crosstask.json", crosstaskObject(answers));
    await files.write("report.json", `${JSON.stringify(report, null, 2)}\n`);
    await files.commit();
    return { report, findings };
  } catch (error) {
    await files.abandon();
    throw error;
  }
}
