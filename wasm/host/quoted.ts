import type { Quoted } from "@stepladder/schema";

/** Whether a computed value is another than the printed one, at the decimals that the source prints. */
export function differsFromPrinted(computed: number, printed: number, { decimals }: Pick<Quoted, "decimals">): boolean {
  // Halves are rounded either way, and a printed decimal is no binary fraction.
  return Math.abs(computed - printed) >= 0.5 / 10 ** decimals + 1e-12;
}
