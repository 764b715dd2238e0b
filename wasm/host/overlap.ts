/** A stretch of time or of frames, half open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What two stretches share over what they span together (tIoU), from 0 to 1; one that does not end after it starts shares nothing. */
export function overlap(one: Stretch, other: Stretch): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** From this tIoU on a segment is found, where a benchmark says nothing else. */
export const LEAST = 0.5;

/** A stretch in which a step is shown. */
export interface StepStretch extends Stretch {
  readonly step: number;
}

/** Each marked stretch with each found one of its step. */
export function pairsOfSteps(gold: readonly StepStretch[], predicted: readonly StepStretch[]): Pair[] {
  return gold.flatMap((one, i) =>
    predicted.flatMap((other, j) => (one.step === other.step ? [{ gold: i, predicted: j, overlap: overlap(one, other) }] : [])),
  );
}

/** How many found stretches overlap a marked one of their step by at least `LEAST`, each counted for one. */
export function rightOf(pairs: readonly Pair[]): number {
  return pairedOff(pairs.filter((pair) => pair.overlap >= LEAST)).length;
}

/** Places in two lists, and how much what stands there overlaps. */
export interface Pair {
  readonly gold: number;
  readonly predicted: number;
  readonly overlap: number;
}

/** Pairs in which each place stands once: those that overlap most are taken first, of equal ones those listed first. */
export function pairedOff(pairs: readonly Pair[]): Pair[] {
  const golds = new Set<number>();
  const predicted = new Set<number>();
  return pairs
    .toSorted((a, b) => b.overlap - a.overlap || a.gold - b.gold || a.predicted - b.predicted)
    .filter((pair) => {
      if (golds.has(pair.gold) || predicted.has(pair.predicted)) return false;
      golds.add(pair.gold);
      predicted.add(pair.predicted);
      return true;
    });
}
