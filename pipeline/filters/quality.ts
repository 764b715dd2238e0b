import type { MinedProcedure } from "@stepladder/schema";
import type { Filter } from "../core/mining.ts";
import { commanding } from "../miners/general/words.ts";
import { WELL_KNOWN } from "./how-to.ts";
import { primary } from "./language.ts";
import { repetition } from "./prefilter.ts";
import { shareOf, stepTexts } from "./text.ts";

/** What speaks for a procedure, each 0 to 1. */
export interface Quality {
  /** How sure its miner is. */
  readonly mined: number;
  /** Share of steps that begin with a command or hold one early; half at least where the language's commands are not well known. */
  readonly instructs: number;
  /** Share of steps that are neither fragments nor essays. */
  readonly sized: number;
  /** Whether it has 4 to 15 steps, as How2Bench has; less the further it is from that. */
  readonly counted: number;
  /** Share of its pairs of words that are new. */
  readonly fresh: number;
  /** Whether its goal has two words at least, and is no sentence of many. */
  readonly aimed: number;
}

/** Characters of a step that is neither fragment nor essay. */
const SHORTEST = 10;
const LONGEST = 600;

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

export function qualityOf(procedure: MinedProcedure): Quality {
  const steps = stepTexts(procedure);
  const { lang, goal, score } = procedure;
  const { length } = steps;
  return {
    mined: score,
    instructs: Math.max(
      WELL_KNOWN.has(primary(procedure)) ? 0 : 0.5,
      shareOf(steps, (step) => commanding(step, lang) > 0),
    ),
    sized: shareOf(steps, (step) => step.length >= SHORTEST && step.length <= LONGEST),
    counted: length < 4 ? length / 4 : Math.min(1, 15 / length),
    fresh: 1 - repetition(steps, 2),
    aimed: wordsOf(goal) >= 2 && wordsOf(goal) <= 16 ? 1 : 0.5,
  };
}

/** One number for all of it: the product, so that one bad sign is not outweighed by good ones. 0 to 1, two decimals. */
export function qualityScore(procedure: MinedProcedure): number {
  const product = Object.values(qualityOf(procedure)).reduce((all: number, one: number) => all * one, 1);
  return Math.round(product * 100) / 100;
}

/** The stage whose note tells the score. */
const STAGE = "quality";

/** A procedure with its score noted. */
export function withQuality(procedure: MinedProcedure): MinedProcedure {
  return { ...procedure, stages: [...(procedure.stages ?? []), { stage: STAGE, note: qualityScore(procedure).toFixed(2) }] };
}

/** The score that was noted; worked out where none was. */
export function notedQuality(procedure: MinedProcedure): number {
  const note = procedure.stages?.findLast(({ stage }) => stage === STAGE)?.note;
  return note === undefined ? qualityScore(procedure) : Number(note);
}

/** Scores below this are dropped where the filter is asked for. */
const LEAST = 0.2;

export const quality: Filter = {
  id: "quality",
  title: `Quality of ${LEAST} at least`,
  judge(procedure) {
    const score = qualityScore(procedure);
    if (score >= LEAST) return undefined;
    const [worst] = Object.entries(qualityOf(procedure)).toSorted(([, a], [, b]) => a - b);
    return { reason: "low-quality", detail: `${score}, most of all ${worst?.[0]} ${worst?.[1].toFixed(2)}` };
  },
};
