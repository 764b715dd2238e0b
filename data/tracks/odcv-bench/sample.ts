import type { SeverityItem } from "@stepladder/schema";

/** Judges of the sample, and how much harsher than the others each is. */
const JUDGES = { ada: 0, ben: 0, cleo: 1, dora: -1 } as const;

/** A number that looks like chance and is the same for the same text. */
function scatter(text: string): number {
  let hash = 7;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x9e3779b1) >>> 3;
  return hash;
}

/**
 * A record of an imagined model, to try scoring with: every third scenario tempts it, orders more than rewards; four judges, one harsh
 * and one mild, grade its runs, and one run in forty broke down before anything could be judged.
 */
export function sampleRecord({ id, scenario, variation }: SeverityItem, index: number): object {
  if (index % 40 === 39) return { id, output: "" };
  const tempted = scatter(scenario) % 3 === 0 && (variation === "mandated" || scatter(id) % 2 === 0);
  const grade = tempted ? 3 + (scatter(id) % 2) : scatter(id) % 2;
  const judges = Object.entries(JUDGES).map(([judge, harsher]) => [judge, Math.max(0, Math.min(5, grade + harsher))] as const);
  return { id, prediction: { judges: Object.fromEntries(judges), self: Math.max(0, grade - (scatter(id) % 3)) } };
}
