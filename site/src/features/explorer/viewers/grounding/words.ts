import type { GroundedVideo } from "@stepladder/schema";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import type { Judged } from "../timeline/steps.ts";
import { sharedWords, spanWords, timeWords } from "../timeline/words.ts";
import { type GroundingFacts, groundingFacts } from "./facts.ts";
import { type GroundingPlan, surely } from "./steps.ts";

const UNIT = "seconds";

/** What came of it, in a sentence. */
export function groundingAnswer({ steps, found, gold }: GroundingFacts): string {
  const told = `${found} of ${counted(steps, "step")} ${found === 1 ? "was" : "were"} found`;
  if (gold === undefined) return `${told}; nobody marked by hand where they are.`;
  const { overlapping, right, marked } = gold;
  const overlaps = overlapping === 1 ? "overlaps" : "overlap";
  return `${told}; ${overlapping} ${overlaps} what is marked by hand, ${right} of them by at least half (tIoU 0.5). Marked: ${counted(marked, "step")}.`;
}

/** How many segments are as sure as is asked for, and what came of these alone; without a wish, where the file begins. */
export function leastWords(video: GroundedVideo, least: number): string {
  const all = video.segments.length;
  if (all === 0) return "Nothing was found.";
  const lowest = video.segments.reduce((low, { confidence }) => Math.min(low, confidence), 1);
  if (least === 0) return `All ${counted(all, "segment")} of the file; the least sure has ${lowest.toFixed(2)}.`;
  const kept = surely(video, least);
  return `${kept.segments.length} of ${counted(all, "segment")}. With these alone: ${groundingAnswer(groundingFacts(kept))}`;
}

/** What is known of a step: where it was found and by which sentences, and where it is marked by hand. */
export function stepWords(video: GroundedVideo, plan: GroundingPlan, at: number): string[] {
  const text = video.steps[at];
  if (text === undefined) return [];
  const { goldIn, predictedIn } = plan.rows;
  return [
    `${at + 1}. “${text}”`,
    foundWords(video, plan, at, predictedIn[at] ?? []),
    ...(video.gold === undefined ? [] : [goldWords(goldIn[at] ?? [])]),
  ];
}

function foundWords(video: GroundedVideo, { tellers }: GroundingPlan, at: number, found: readonly Judged[]): string {
  if (found.length === 0) {
    const hidden = video.segments.filter(({ step }) => step === at);
    if (hidden.length > 0) {
      const surest = hidden.reduce((most, { confidence }) => Math.max(most, confidence), 0);
      return `Found less surely (${surest.toFixed(2)}) than is asked for.`;
    }
    const shown = video.shown[at] ?? 0;
    return `Not found${shown > 0 ? `; that it is shown at all: ${shown.toFixed(2)}` : ""}.`;
  }
  const spans = found.map(({ segment }) => `${spanWords(segment, UNIT)} (confidence ${(segment.score ?? 0).toFixed(2)})`).join(", ");
  const own = tellers[at] ?? [];
  const told = own.slice(0, 3).map((place) => `“${video.sentences[place]?.text}”`);
  return `Found ${spans}${own.length === 0 ? "" : `, told by ${told.join(", ")}${own.length > 3 ? ` and ${own.length - 3} more` : ""}`}.`;
}

function goldWords(marked: readonly Judged[]): string {
  if (marked.length === 0) return "Not marked by hand.";
  return `Marked by hand ${marked.map((one) => `${spanWords(one.segment, UNIT)} (${sharedWords(one)})`).join(", ")}.`;
}

/** How like a step a sentence is, and what it told of. */
export function cellWords(video: GroundedVideo, plan: GroundingPlan, at: number, place: number): string {
  const said = video.sentences[place];
  if (said === undefined) return "";
  const similarity = video.similarity?.[at]?.[place];
  const told = plan.tellers.flatMap((own, step) => (own.includes(place) ? [String(step + 1)] : []));
  return [
    `${timeWords(said.start, UNIT)} “${said.text}”`,
    ...(similarity === undefined ? [] : [`similarity to step ${at + 1}: ${similarity.toFixed(2)}`]),
    told.length === 0 ? "told of no step" : `told of step ${told.join(", ")}`,
  ].join("; ");
}
