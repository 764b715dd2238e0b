/** The row that the kernel must write, the slow and obvious way, over keys instead of bytes (`undefined` matches nothing). */
export function statesOracle(
  gold: readonly (string | undefined)[],
  predicted: readonly (string | undefined)[],
  final: string | undefined,
): number[] {
  const match = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;
  const longest = Math.max(gold.length, predicted.length);
  const hits = gold.map((state, i) => i < predicted.length && match(state, predicted[i]));
  const miss = hits.indexOf(false);
  const prefix = miss === -1 ? gold.length : miss;
  const accuracy = longest === 0 ? 0 : prefix / longest;
  const ratio = longest === 0 ? 0 : hits.filter(Boolean).length / longest;
  return [prefix, accuracy, Number(accuracy === 1), Number(match(gold.at(-1), final)), ratio, gold.length, predicted.length];
}
