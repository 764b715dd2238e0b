import type { StatesItem } from "@stepladder/schema";
import { Random } from "./random.ts";

/** Seed of the sample's mistakes. */
const SEED = 7;
/** Chance per step, in percent, that the run goes wrong there. */
const SLIP = 3;

/**
 * A record of an imagined system, to try scoring with: it slips at some step and stands still from there on, answers a
 * tenth of the items in prose with a fenced block, and leaves out one in fifty.
 */
export function sampleRecord(item: StatesItem, index: number): object | undefined {
  const random = new Random(SEED, index);
  if (random.below(50) === 0) return undefined;
  const states = [item.init, ...item.intermediate, item.final];
  const slip = states.findIndex((_, step) => step > 0 && random.below(100) < SLIP);
  const run = states.map((state, step) => (slip > 0 && step >= slip ? states[slip - 1] : state)).slice(1);
  const prediction = { intermediate: run.slice(0, -1), final: run.at(-1) };
  if (random.below(10) > 0) return { id: item.id, prediction };
  return { id: item.id, output: `I carry out the steps one by one.\n\n\`\`\`json\n${JSON.stringify(prediction)}\n\`\`\`\n` };
}
