/** What a difference between two ratings weighs: any is one; by the ratings between; by the square of the distance. */
export type Level = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's alpha: 1 is perfect agreement, 0 what chance gives. `ratings[rater][unit]`, `undefined` where a rater left a unit out;
 * units with fewer than two ratings say nothing. Absent where no unit has two, or where all ratings that count are the same.
 * Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section E.
 */
export function krippendorffAlpha(ratings: readonly (readonly (number | undefined)[])[], level: Level): number | undefined {
  const units = Array.from({ length: Math.max(0, ...ratings.map(({ length }) => length)) }, (_, unit) =>
    ratings.map((row) => row[unit]).filter((rating) => rating !== undefined),
  ).filter((unit) => unit.length > 1);
  const pairable = units.flat();
  const distance = distanceOf(pairable, level);
  const observed = sum(units.map((unit) => disagreement(unit, distance) / (unit.length - 1)));
  const expected = disagreement(pairable, distance) / (pairable.length - 1);
  return pairable.some((rating) => rating !== pairable[0]) ? 1 - observed / expected : undefined;
}

/** Sum of the distances of all ordered pairs. */
function disagreement(ratings: readonly number[], distance: (a: number, b: number) => number): number {
  const counts = countsOf(ratings);
  return sum([...counts].flatMap(([a, n]) => [...counts].map(([b, m]) => n * m * distance(a, b))));
}

function distanceOf(pairable: readonly number[], level: Level): (a: number, b: number) => number {
  if (level === "nominal") return (a, b) => Number(a !== b);
  if (level === "interval") return (a, b) => (a - b) * (a - b);
  // Ratings from one to the other, of the ends only half.
  const counts = countsOf(pairable);
  const place = new Map<number, number>();
  let below = 0;
  for (const [rating, n] of [...counts].sort(([a], [b]) => a - b)) {
    place.set(rating, below + n / 2);
    below += n;
  }
  const apart = (a: number, b: number): number => (place.get(a) as number) - (place.get(b) as number);
  return (a, b) => apart(a, b) * apart(a, b);
}

/**
 * Fleiss' kappa. `counts[unit][category]`: how many raters put the unit there; every unit has the same number of raters, two or more.
 * Absent where that is not so, or where all ratings are of one category. Source: Fleiss 1971, "Measuring nominal scale agreement among
 * many raters".
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | undefined {
  const raters = sum(counts[0] ?? []);
  if (raters < 2 || counts.some((unit) => sum(unit) !== raters)) return undefined;
  const all = counts.length * raters;
  const categories = (counts[0] as readonly number[]).map((_, category) => sum(counts.map((unit) => unit[category] as number)));
  if (categories.includes(all)) return undefined;
  const observed = sum(counts.flatMap((unit) => unit.map((n) => n * (n - 1)))) / (all * (raters - 1));
  const expected = sum(categories.map((n) => (n / all) * (n / all)));
  return (observed - expected) / (1 - expected);
}

function countsOf(ratings: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
