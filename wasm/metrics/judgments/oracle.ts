import type { Reference, Said } from "./measure.ts";

/** The row that the kernel must write, the slow and obvious way. */
export function judgmentsOracle({ steps: expected, verdict: reference }: Reference, { judgment, steps }: Said): number[] {
  const parsed = judgment !== undefined && judgment.verdict !== "not-parsed";
  const compared = parsed && reference !== undefined;
  const cell = (gold: string, own: string): boolean => compared && reference === gold && judgment.verdict === own;
  const { texts, runs } = steps ?? { texts: [], runs: [] };
  return [
    judgment !== undefined,
    parsed,
    judgment?.verdict === "not-parsed",
    judgment?.verdict === "no-failure",
    parsed ? judgment.failures : 0,
    compared,
    cell("no-failure", "no-failure"),
    cell("no-failure", "has-failure"),
    cell("has-failure", "no-failure"),
    cell("has-failure", "has-failure"),
    steps !== undefined,
    texts.length,
    steps !== undefined && texts.length !== expected,
    new Set(texts).size < texts.length,
    ...[1, 2, 3, 4].map((n) => repetition(runs, n)),
  ].map(Number);
}

function repetition(runs: readonly (readonly string[])[], n: number): number {
  const counts = new Map<string, number>();
  let all = 0;
  for (const run of runs) {
    for (let i = 0; i + n <= run.length; i++) {
      const gram = JSON.stringify(run.slice(i, i + n));
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
      all++;
    }
  }
  const repeated = [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  return all === 0 ? 0 : repeated / all;
}
