import type { ExactItem } from "@stepladder/schema";

/** An answer of an imagined system, to try scoring with: some stand in code blocks, some are wrong, and one is left out. */
export function sampleRecord({ id, expected }: ExactItem, index: number): object | undefined {
  if (index === 19) return undefined;
  if (index % 5 === 1) return { id, output: `\`\`\`\n${expected}\n\`\`\`` };
  if (index % 7 === 3) return { id, output: expected.slice(1) };
  return index % 2 === 0 ? { id, output: `${expected}\n` } : { id, prediction: { text: expected } };
}
