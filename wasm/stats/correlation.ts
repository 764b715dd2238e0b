/** Pearson's correlation of two columns of equal length. Absent where one does not vary, or for fewer than two rows. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] as number) - meanX, (y[i] as number) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (isConstant(x) || isConstant(y)) return undefined;
  return Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
}

/** Spearman's rank correlation: Pearson's of mean ranks, so that ties count fairly. Absent where Pearson's is. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  return pearson(meanRanks(x), meanRanks(y));
}

/**
 * Kendall's tau-b: pairs in the same order less pairs in opposite order, over the geometric mean of the pairs that each column orders.
 * Source: Kendall 1945, "The treatment of ties in ranking problems". Absent where one column does not vary. Takes n^2 / 2 steps.
 */
export function kendallTauB(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  let [agreement, orderedX, orderedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const signX = Math.sign((x[i] as number) - (x[j] as number));
      const signY = Math.sign((y[i] as number) - (y[j] as number));
      agreement += signX * signY;
      orderedX += Math.abs(signX);
      orderedY += Math.abs(signY);
    }
  }
  return orderedX === 0 || orderedY === 0 ? undefined : agreement / (Math.sqrt(orderedX) * Math.sqrt(orderedY));
}

/** Ranks from 1; equal values share the mean of their places. */
function meanRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = values[order[from] as number];
    while (to < order.length && values[order[to] as number] === value) to++;
    for (let i = from; i < to; i++) ranks[order[i] as number] = (from + 1 + to) / 2;
  }
  return ranks;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

function isConstant(values: ArrayLike<number>): boolean {
  return Array.from(values).every((value) => value === values[0]);
}
