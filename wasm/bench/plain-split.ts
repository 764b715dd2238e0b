/** Takes one frame into the running moments of a segment that then has `n`; gives the sum of its deviations where that is asked for. */
function take(features: Float64Array, at: number, means: Float64Array, squares: Float64Array, n: number, costs: boolean): number {
  const part = 1 / n;
  let sum = 0;
  for (let d = 0; d < means.length; d++) {
    const x = features[at + d]!;
    const off = x - means[d]!;
    const mean = means[d]! + off * part;
    const square = squares[d]! + off * (x - mean);
    means[d] = mean;
    squares[d] = square;
    if (costs) sum += Math.sqrt(square * part);
  }
  return sum;
}

/** The mean deviation of the best split, as metrics/frames/split.as.ts finds it. */
export function splitPlain(features: Float64Array, frames: number, dims: number, steps: number, least: number): number {
  const means = new Float64Array(dims);
  const squares = new Float64Array(dims);
  const costs = Array.from({ length: steps }, () => new Float64Array(frames + 1).fill(Infinity));
  const ends = Array.from({ length: steps }, () => new Int32Array(frames + 1));
  for (let i = frames - 1; i >= 0; i--) costs[0]![i] = take(features, i * dims, means, squares, frames - i, true);
  for (let i = frames - 2 * least; i >= 0; i--) {
    const fewest = i === 0 ? Math.max(2, steps) : 2;
    const most = i === 0 ? steps : Math.min(steps - 1, Math.floor((frames - i) / least));
    if (fewest > most || (i > 0 && i < least)) continue;
    means.fill(0);
    squares.fill(0);
    for (let j = i + 1; j <= frames - (fewest - 1) * least; j++) {
      const cost = take(features, (j - 1) * dims, means, squares, j - i, j - i >= least);
      if (j - i < least) continue;
      for (let k = fewest; k <= most && j <= frames - (k - 1) * least; k++) {
        const all = cost + costs[k - 2]![j]!;
        if (all >= costs[k - 1]![i]!) continue;
        costs[k - 1]![i] = all;
        ends[k - 1]![i] = j;
      }
    }
  }
  let from = 0;
  let sum = 0;
  for (let k = steps; k >= 1; k--) {
    const to = k === 1 ? frames : ends[k - 1]![from]!;
    sum += averageStd(features, dims, from, to);
    from = to;
  }
  return sum / steps;
}

function averageStd(features: Float64Array, dims: number, from: number, to: number): number {
  let all = 0;
  for (let d = 0; d < dims; d++) {
    let sum = 0;
    for (let frame = from; frame < to; frame++) sum += features[frame * dims + d]!;
    const mean = sum / (to - from);
    let squares = 0;
    for (let frame = from; frame < to; frame++) squares += (features[frame * dims + d]! - mean) ** 2;
    all += Math.sqrt(squares / (to - from));
  }
  return all / dims;
}
