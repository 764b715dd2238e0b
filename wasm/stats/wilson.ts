/** The 97.5 % point of the standard normal. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a share of `n` independent draws of 0 or 1.
 * Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference". Absent for n = 0.
 */
export function wilson(share: number, n: number): { low: number; high: number } | undefined {
  if (n === 0) return undefined;
  const z2 = (Z * Z) / n;
  const centre = share + z2 / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return { low: Math.max(0, (centre - half) / (1 + z2)), high: Math.min(1, (centre + half) / (1 + z2)) };
}
