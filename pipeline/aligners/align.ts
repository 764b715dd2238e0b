import type { GroundedVideo, NarratedSentence } from "@stepladder/schema";
import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { NONE } from "@stepladder/wasm/aligning/order/abi.ts";
import { type Aligned, alignSteps, type Claims } from "@stepladder/wasm/aligning/order/align.ts";
import { claimsOf, type OrderOfSteps } from "./claims.ts";
import type { Settings, Sureness } from "./settings.ts";
import type { Similarity } from "./similarity.ts";

/** Where a video was found to show each step. */
export interface Grounding {
  readonly segments: GroundedVideo["segments"];
  /** How sure it is that a step is shown at all. */
  readonly shown: number[];
  /** For each step the second at which it is shown if it is; undefined where nothing is said. */
  readonly seconds: (number | undefined)[];
  /** For each sentence how sure it is that it tells of a step. */
  readonly telling: number[];
  /** What the sureness of a step, and of each segment before the threshold, was made of: for those who fit it. */
  readonly margins: { readonly steps: readonly number[]; readonly segments: readonly Timed[] };
}

/** What aligns: the sentences by start, how like each step they are, and what the order of steps is worth. */
export interface Given {
  readonly sentences: readonly NarratedSentence[];
  readonly duration?: number | undefined;
  readonly similarity: Similarity;
  readonly order: OrderOfSteps;
}

/** Grounds steps in a video by what is said in it. */
export function ground(kernels: AligningKernels, given: Given, settings: Settings): Grounding {
  const { sentences, similarity } = given;
  const claims = claimsOf(kernels, similarity, sentences.length, given.order, settings);
  const aligned = alignSteps(kernels, claims);
  const steps = similarity.length;
  const best = similarity.map((_, step) => bestSentence(claims, aligned, step));
  const margins = best.map((m, step) =>
    m === undefined ? Number.NEGATIVE_INFINITY : without(kernels, claims, step) - throughOf(aligned, steps, m, step),
  );
  const runs = runsOf(aligned, claims, sentences, settings.gap);
  const segments = timed(runs, given, settings);
  const sure = segments.map(({ margin, ...segment }) => ({ ...segment, confidence: sureness(settings.segment, margin) }));
  return {
    segments: sure.filter(({ confidence }) => confidence >= settings.threshold),
    shown: margins.map((margin) => sureness(settings.shown, margin)),
    seconds: best.map((m) => (m === undefined ? undefined : pointOf(sentences[m] as NarratedSentence, given, settings))),
    telling: sentences.map((_, m) => sureness(settings.segment, marginOf(aligned, steps, m, steps) * -1)),
    margins: { steps: margins, segments },
  };
}

function throughOf({ through }: Aligned, steps: number, m: number, claim: number): number {
  return through[m * (steps + 1) + claim] as number;
}

/** How much more everything costs where a sentence does not make a claim: a step, or the number of steps for none. */
function marginOf(aligned: Aligned, steps: number, m: number, claim: number): number {
  let other = Number.POSITIVE_INFINITY;
  for (let own = 0; own <= steps; own++) if (own !== claim) other = Math.min(other, throughOf(aligned, steps, m, own));
  const given = throughOf(aligned, steps, m, claim);
  return other === given ? 0 : other - given;
}

/**
 * The sentence that best tells of a step: by its own words, and by what all else costs where it does. All sentences of the path have the
 * same share of the latter, so that their words decide. Of equal ones the middle one.
 */
function bestSentence({ sentences, steps, costs: own }: Claims, aligned: Aligned, step: number): number | undefined {
  const costs = Array.from({ length: sentences }, (_, m) => throughOf(aligned, steps, m, step) + (own[m * steps + step] as number));
  const least = Math.min(...costs);
  const equal = [...costs.keys()].filter((m) => costs[m] === least);
  return equal[Math.floor((equal.length - 1) / 2)];
}

/** The least cost where no sentence tells of a step. */
function without(kernels: AligningKernels, claims: Claims, step: number): number {
  const costs = claims.costs.slice();
  for (let at = step; at < costs.length; at += claims.steps) costs[at] = Number.POSITIVE_INFINITY;
  return alignSteps(kernels, { ...claims, costs }).cost;
}

interface Run {
  readonly step: number;
  readonly sentences: number[];
  margin: number;
}

/** Sentences of the path that tell of one step with no other between them. */
function runsOf(aligned: Aligned, { steps }: Claims, sentences: readonly NarratedSentence[], gap: number): Run[] {
  const runs: Run[] = [];
  for (const [m, step] of aligned.path.entries()) {
    if (step === NONE) continue;
    const margin = marginOf(aligned, steps, m, step);
    const last = runs.at(-1);
    const before = sentences[last?.sentences.at(-1) ?? 0];
    const isNear = before !== undefined && (sentences[m] as NarratedSentence).start - before.end <= gap;
    if (last === undefined || last.step !== step || !isNear) runs.push({ step, sentences: [m], margin });
    else {
      last.sentences.push(m);
      last.margin = Math.max(last.margin, margin);
    }
  }
  return runs;
}

type Timed = Omit<GroundedVideo["segments"][number], "confidence"> & { readonly margin: number };

/**
 * When runs are shown: while they are told, moved by the shift, and as long as a step takes at least, if the next run lets it. Where nobody
 * knows how long the video is, that may be after the last word: what is done goes on while nobody speaks.
 */
function timed(runs: readonly Run[], { sentences, duration = Number.POSITIVE_INFINITY }: Given, settings: Settings): Timed[] {
  const startOf = (run: Run): number => (sentences[run.sentences[0] as number] as NarratedSentence).start;
  return runs.map((run, i) => {
    const next = runs[i + 1];
    const told = Math.max(...run.sentences.map((m) => (sentences[m] as NarratedSentence).end));
    const free = next === undefined ? duration - settings.shift : startOf(next);
    const end = Math.max(told, Math.min(startOf(run) + settings.duration, free));
    const within = (second: number): number => thousandths(Math.min(Math.max(0, second + settings.shift), duration));
    return { step: run.step, start: within(startOf(run)), end: within(end), margin: run.margin, sentences: run.sentences };
  });
}

/** The second that is most likely shown by what a sentence says. */
function pointOf({ start }: NarratedSentence, { duration = Number.POSITIVE_INFINITY }: Given, { shift, point }: Settings): number {
  return thousandths(Math.min(Math.max(0, start + shift + point), duration));
}

function sureness({ scale, bias }: Sureness, margin: number): number {
  return thousandths(1 / (1 + Math.exp(-(scale * margin + bias))));
}

/** Rounded, as the record has it. */
export function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
