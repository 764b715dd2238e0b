import { fileURLToPath } from "node:url";
import { piecesOf, readFound, readPairs } from "../../aligners/pairs.ts";
import { stepText } from "../../aligners/video.ts";
import { readNarrations } from "../../captions/read.ts";
import { testProcedures } from "../../core/procedures.ts";
import type { GoldVideo } from "./video.ts";

const DATA = fileURLToPath(new URL("../../../data/", import.meta.url));

/** The narrations that were written for this repository, in its order; which sentence tells of which step, their gold does not say. */
export async function writtenSet(): Promise<GoldVideo[]> {
  const pairs = `${DATA}alignments/pairs.csv`;
  const pieces = piecesOf({
    narrations: await Array.fromAsync(readNarrations(`${DATA}alignments/captions`, new AbortController().signal)),
    procedures: await testProcedures(`${DATA}procedures/mined`),
    pairs: { path: pairs, rows: await readPairs(pairs) },
    gold: await readFound(`${DATA}alignments/gold.jsonl`),
  });
  return pieces.map(({ narration: { id, sentences, duration }, procedure, gold = [] }) => ({
    id,
    group: procedure.id,
    steps: procedure.steps.map(stepText),
    segments: gold,
    sentences,
    duration,
    paths: [],
  }));
}
