import type { ChecksItem } from "@stepladder/schema";
import { Random } from "../procladder/random.ts";

/** Seed of the sample's mistakes. */
const SEED = 11;

/**
 * A record of an imagined system, to try scoring with: two answers in five are as they should be, others have a line of chat before them,
 * stand in a fence, lack a step or come as a list; one in thirty is missing.
 */
export function sampleRecord(item: ChecksItem, index: number): object | undefined {
  const random = new Random(SEED, index);
  const { id, reference, given } = item;
  if (random.below(30) === 0) return undefined;
  const lines = reference.split("\n");
  const kind = random.below(10);
  if (kind < 4) return { id, output: reference };
  if (kind < 6) return { id, output: `Sure, here is the procedure:\n${reference}` };
  if (kind === 6) return { id, output: `\`\`\`\n${reference}\n\`\`\`` };
  if (kind === 7) return { id, output: lines.length > 1 ? lines.slice(0, -1).join("\n") : reference };
  return { id, prediction: { steps: given.steps, resources: given.resources } };
}
