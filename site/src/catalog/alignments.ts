import { GroundedVideo } from "@stepladder/schema";
import { type GroundingFacts, groundingFacts } from "../features/explorer/viewers/grounding/facts.ts";
import { href } from "../link.ts";
import { linesOf } from "./lines.ts";

const texts = import.meta.glob<string>("../../../data/alignments/aligned/grounded.jsonl", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** A grounded video, and what came of it. */
export interface Alignment {
  readonly video: GroundedVideo;
  readonly facts: GroundingFacts;
}

/** How the records were made. */
export const ALIGN =
  "stepladder align data/procedures/mined data/alignments/captions --pairs data/alignments/pairs.csv --gold data/alignments/gold.jsonl --out data/alignments/aligned";

/** The records of the run, as they were committed. */
export const alignmentsText: string = Object.values(texts)[0] ?? "";

/** Narrations that were written for this repository with the steps of an article grounded in each, in the order of the run. */
export const alignments: readonly Alignment[] = linesOf(alignmentsText, (record) => GroundedVideo.parse(record)).map((video) => ({
  video,
  facts: groundingFacts(video),
}));

export function alignmentHref(id: string): string {
  return href(`alignments/${encodeURIComponent(id)}/`);
}
