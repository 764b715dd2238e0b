/** Ways in which the official models make labels of scores. */
export const COMPARES = ["level", "difference"] as const;
export type Compare = (typeof COMPARES)[number];

/**
 * Labels of thresholded scores: 1 where a score is above the threshold (`level`), or where its rise over the score before is
 * (`difference`, as for the Skywork models; the first is compared as it stands).
 */
export function thresholded(scores: readonly number[], threshold: number, compare: Compare): number[] {
  return scores.map((score, i) => Number((compare === "level" || i === 0 ? score : score - (scores[i - 1] as number)) > threshold));
}
