// Step discovery (Sermanet et al. 2017, Algorithm 1): cuts a sequence of frames where the mean over segments of the average standard
// deviation inside each is least. What a segment costs does not depend on the others, so the recursion of the paper is a dynamic
// programme over (first frame, segments left), last segments first; of cuts that cost the same the earliest first cut is taken, then the
// earliest second one. Costs that decide come from running moments (Welford 1962), O(frames^2 x dimensions) for three segments and more
// and O(frames x dimensions) for two; those that are told come from two passes, as in the paper's plain definition.

/** Bytes of a row of features. */
function strideOf(dims: i32): usize {
  return (<usize>((dims + 1) & ~1)) << 3;
}

/** Takes two dimensions of a frame into the running moments of a segment; `part` is one over the frames that it then has. Gives their squares. */
function moved(x: v128, means: usize, squares: usize, part: v128): v128 {
  const before = v128.load(means);
  const off = f64x2.sub(x, before);
  const mean = f64x2.add(before, f64x2.mul(off, part));
  const square = f64x2.add(v128.load(squares), f64x2.mul(off, f64x2.sub(x, mean)));
  v128.store(means, mean);
  v128.store(squares, square);
  return square;
}

/** Takes one frame into the running moments of a segment that then has `frames`. */
function take(frame: usize, means: usize, squares: usize, stride: usize, frames: i32): void {
  const part = f64x2.splat(1 / <f64>frames);
  for (let d: usize = 0; d < stride; d += 16) moved(v128.load(frame + d), means + d, squares + d, part);
}

/** The same, and gives the sum of the segment's deviations over dimensions. */
function takeCosting(frame: usize, means: usize, squares: usize, stride: usize, frames: i32): f64 {
  const part = f64x2.splat(1 / <f64>frames);
  let sum = f64x2.splat(0);
  for (let d: usize = 0; d < stride; d += 16) {
    const square = moved(v128.load(frame + d), means + d, squares + d, part);
    sum = f64x2.add(sum, f64x2.sqrt(f64x2.mul(square, part)));
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** The standard deviation (of a population) of one dimension over frames `from` to `to`, in two passes. */
function deviation(features: usize, stride: usize, from: i32, to: i32): f64 {
  const start = features + <usize>from * stride;
  const end = features + <usize>to * stride;
  let sum: f64 = 0;
  for (let at = start; at < end; at += stride) sum += load<f64>(at);
  const mean = sum / <f64>(to - from);
  let squares: f64 = 0;
  for (let at = start; at < end; at += stride) {
    const off = load<f64>(at) - mean;
    squares += off * off;
  }
  return sqrt(squares / <f64>(to - from));
}

/** AverageStd of frames `from` to `to`: the mean over dimensions of their standard deviations. */
function averageStd(features: usize, dims: i32, from: i32, to: i32): f64 {
  const stride = strideOf(dims);
  let sum: f64 = 0;
  for (let d = 0; d < dims; d++) sum += deviation(features + ((<usize>d) << 3), stride, from, to);
  return sum / <f64>dims;
}

/**
 * Writes the `steps` - 1 cuts (i32, each the first frame of a segment) and then, to `stds`, the AverageStd of each segment and their
 * mean (f64). A segment has at least `least` >= 1 frames, and steps * least <= frames. `scratch` has room for two rows of features, and
 * for (frames + 1) * steps costs (f64) and as many cuts (i32).
 */
export function framesSplit(
  features: usize,
  frames: i32,
  dims: i32,
  steps: i32,
  least: i32,
  scratch: usize,
  cuts: usize,
  stds: usize,
): void {
  const stride = strideOf(dims);
  const means = scratch;
  const squares = means + stride;
  const places: usize = frames + 1;
  // Row k: the least cost of k + 1 segments from each frame to the end, and where the first of them ends.
  const costs = squares + stride;
  const ends = costs + ((places * <usize>steps) << 3);
  memory.fill(means, 0, stride << 1);
  for (let i = frames - 1; i >= 0; i--) {
    const cost = takeCosting(features + <usize>i * stride, means, squares, stride, frames - i);
    store<f64>(costs + ((<usize>i) << 3), cost);
  }
  for (let i = frames - 2 * least; i >= 0; i--) {
    // From inside, as many segments as are neither first nor last; from the first frame all of them.
    const fewest = i == 0 ? max(2, steps) : 2;
    const most = i == 0 ? steps : min(steps - 1, (frames - i) / least);
    if (fewest > most || (i > 0 && i < least)) continue;
    for (let k = fewest; k <= most; k++) {
      const place = <usize>(k - 1) * places + <usize>i;
      store<f64>(costs + (place << 3), Infinity);
      store<i32>(ends + (place << 2), i + least);
    }
    memory.fill(means, 0, stride << 1);
    const firstEnd = i + least;
    const lastEnd = frames - (fewest - 1) * least;
    for (let j = i + 1; j < firstEnd; j++) take(features + <usize>(j - 1) * stride, means, squares, stride, j - i);
    for (let j = firstEnd; j <= lastEnd; j++) {
      const cost = takeCosting(features + <usize>(j - 1) * stride, means, squares, stride, j - i);
      for (let k = fewest; k <= most && j <= frames - (k - 1) * least; k++) {
        const place = <usize>(k - 1) * places + <usize>i;
        const all = cost + load<f64>(costs + ((<usize>(k - 2) * places + <usize>j) << 3));
        if (all >= load<f64>(costs + (place << 3))) continue;
        store<f64>(costs + (place << 3), all);
        store<i32>(ends + (place << 2), j);
      }
    }
  }
  let from = 0;
  let sum: f64 = 0;
  for (let k = steps; k >= 1; k--) {
    const to = k == 1 ? frames : load<i32>(ends + ((<usize>(k - 1) * places + <usize>from) << 2));
    const std = averageStd(features, dims, from, to);
    store<f64>(stds + ((<usize>(steps - k)) << 3), std);
    sum += std;
    if (k > 1) store<i32>(cuts + ((<usize>(steps - k)) << 2), to);
    from = to;
  }
  store<f64>(stds + ((<usize>steps) << 3), sum / <f64>steps);
}
