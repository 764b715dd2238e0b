import type { Events, Value, Weights } from "../contract.ts";
import { POSITIVES } from "./measure.ts";

/** How many negatives and positives stand at or above a score: what the curve goes through. */
interface Point {
  readonly negatives: number;
  readonly positives: number;
}

/**
 * The area under the ROC curve of ranked events, as scikit-learn 1.2.1 computes it (roc_curve, auc): one point for each score, without
 * those that lie on a straight line, and trapezoids added up as NumPy adds. What is wanted and has no event stands last, as if all of
 * it had one lowest score.
 */
export function rocArea(events: Events, weights: Weights): Value {
  const weightOf = (item: number): number => (weights === undefined ? 1 : (weights[item] as number));
  const { items, classes, counts } = events.wanted;
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < items.length; i++) {
    const count = weightOf(items[i] as number) * (counts[i] as number);
    if (classes[i] === POSITIVES) positives += count;
    else negatives += count;
  }
  const points = pointsOf(events, weightOf);
  if (points.length === 0) return { kind: "none", reason: "no sentence got a score" };
  if (positives === 0) return { kind: "none", reason: "no sentence is alignable" };
  if (negatives === 0) return { kind: "none", reason: "every sentence is alignable" };
  const last = points.at(-1) as Point;
  if (last.negatives < negatives || last.positives < positives) points.push({ negatives, positives });
  return { kind: "value", value: trapezoids([{ negatives: 0, positives: 0 }, ...corners(points)], { negatives, positives }) };
}

/** A point for each score that has any weight, from the highest on. */
function pointsOf({ items, ties, hits }: Events, weightOf: (item: number) => number): Point[] {
  const points: Point[] = [];
  let positives = 0;
  let negatives = 0;
  let weight = 0;
  for (let i = 0; i < items.length; i++) {
    const own = weightOf(items[i] as number);
    weight += own;
    if (((hits[i] as number) & 1) === 1) positives += own;
    else negatives += own;
    if (ties[i + 1] === 1 || weight === 0) continue;
    points.push({ negatives, positives });
    weight = 0;
  }
  return points;
}

/** The points without those that lie on a straight line with both neighbours, at equal steps; the ends stay. */
function corners(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (before === undefined || after === undefined) return true;
    return (
      after.negatives - point.negatives !== point.negatives - before.negatives ||
      after.positives - point.positives !== point.positives - before.positives
    );
  });
}

function trapezoids(points: readonly Point[], whole: Point): number {
  const terms = new Float64Array(points.length - 1);
  for (let i = 0; i < terms.length; i++) {
    const [from, to] = [points[i] as Point, points[i + 1] as Point];
    const width = to.negatives / whole.negatives - from.negatives / whole.negatives;
    terms[i] = (width * (to.positives / whole.positives + from.positives / whole.positives)) / 2;
  }
  return pairwiseSum(terms);
}

const LANES = 8;
const BLOCK = 128;

/** The sum in the order of NumPy: eight running sums in blocks of up to 128, larger lists by halves. */
function pairwiseSum(terms: Float64Array): number {
  const n = terms.length;
  if (n > BLOCK) {
    const half = Math.floor(n / 2);
    const cut = half - (half % LANES);
    return pairwiseSum(terms.subarray(0, cut)) + pairwiseSum(terms.subarray(cut));
  }
  const whole = n - (n % LANES);
  const at = (i: number): number => terms[i] as number;
  let sum = 0;
  if (whole > 0) {
    const lanes = terms.slice(0, LANES);
    for (let i = LANES; i < whole; i++) lanes[i % LANES] = (lanes[i % LANES] as number) + at(i);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = lanes;
    sum = a + b + (c + d) + (e + f + (g + h));
  }
  for (let i = whole; i < n; i++) sum += at(i);
  return sum;
}
