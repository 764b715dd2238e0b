import type { Entry } from "@stepladder/schema";
import type { TrackInfo } from "./describe.ts";

/** A step towards the same figures: what it does, and the command where there is one. */
export interface ReproduceStep {
  readonly does: string;
  readonly command?: string;
}

/** How an entry's figures are made again; empty where nothing was computed here. */
export function reproduceSteps({ system, evidence, predictions }: Entry, { id, gold, title }: TrackInfo): ReproduceStep[] {
  if (evidence.kind !== "recomputed") return [];
  const getGold: ReproduceStep =
    gold === "generated"
      ? { does: `Make the gold of ${title} by its recipe.`, command: `npx stepladder build ${id}` }
      : { does: `Import your copy of the official files of ${title}.`, command: `npx stepladder import ${id} --from <official folder>` };
  const check: ReproduceStep = {
    does: "Hold the committed entries against their packs: every score is finished again and compared to the last bit.",
    command: `npx stepladder entry check ${id}`,
  };
  if (system.kind === "baseline") {
    const rerun = {
      does: "Run the baseline on that gold again, and compare with the committed entry byte for byte.",
      command: `npx stepladder build ${id} --check`,
    };
    return [getGold, rerun, check];
  }
  const score: ReproduceStep = {
    does: "Score them. The hashes in the scorecard are those above; that of gold's files is another where gold comes in another layout.",
    command: `npx stepladder score ${id} <predictions> --out scorecard.json`,
  };
  const verify: ReproduceStep = {
    does: "A scorecard made elsewhere is scored again; the first item that differs is named.",
    command: `npx stepladder verify scorecard.json --predictions <predictions>`,
  };
  const fetch = { does: `Get the predictions${predictions === undefined ? "; their hash is above" : `: ${predictions.where}`}.` };
  return [getGold, fetch, score, verify, check];
}
