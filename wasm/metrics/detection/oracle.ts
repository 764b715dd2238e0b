import type { DetectedSegment, GoldSegment } from "./measure.ts";

type Stretch = Pick<GoldSegment, "start" | "end">;

/** Length that two stretches have in common over the length of both together; 0 where they have none. */
export function overlapOf(a: Stretch, b: Stretch): number {
  const common = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return common === 0 ? 0 : common / (b.end - b.start + (a.end - a.start) - common);
}

/** From the highest score down, of equal ones the later in the submission first. */
export function byScore(a: DetectedSegment, b: DetectedSegment): number {
  return b.score - a.score || b.order - a.order;
}

/** Which segments find one of gold at a threshold, the slow and obvious way; ranked by `byScore`. */
export function matchOracle(gold: readonly Stretch[], ranked: readonly DetectedSegment[], threshold: number): boolean[] {
  const found = new Set<number>();
  return ranked.map((segment) => {
    let best = -1;
    let most = threshold;
    for (const [g, own] of gold.entries()) {
      const overlap = overlapOf(segment, own);
      if (overlap < most || found.has(g)) continue;
      best = g;
      most = overlap;
    }
    if (best >= 0) found.add(best);
    return best >= 0;
  });
}

/** Area under the largest precision that can still be reached, over recall: `right` by rank, of `toFind` in all. */
export function averagePrecisionOracle(right: readonly boolean[], toFind: number): number {
  const found = right.map((_, i) => right.slice(0, i + 1).filter(Boolean).length);
  const precisions = found.map((count, i) => count / (i + 1));
  const recalls = found.map((count) => count / toFind);
  return right.reduce((area, isRight, i) => {
    return isRight ? area + ((recalls[i] as number) - (recalls[i - 1] ?? 0)) * Math.max(...precisions.slice(i)) : area;
  }, 0);
}
