import { probability, type Tree } from "./model.ts";

/** One candidate to learn from. */
export interface Example {
  readonly values: readonly number[];
  /** 1 for a procedure, 0 for none. */
  readonly label: number;
  readonly weight: number;
}

export interface Settings {
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree's values that is added. */
  readonly rate: number;
  /** L2 penalty on leaf values. */
  readonly penalty: number;
  /** Least weight of examples in a leaf. */
  readonly leaf: number;
  /** Places at which a feature may be split, at most. */
  readonly bins: number;
  /** Share of the examples, and of the features, that each tree is grown from. */
  readonly rows: number;
  readonly columns: number;
  /** By feature: 1 where more of it must never lower the score, -1 where it must never raise it, else 0. */
  readonly directions: readonly number[];
}

/** Gradient boosting on log loss with second-order leaf values (Friedman 2001; Chen and Guestrin 2016). Deterministic: what a tree is grown from is drawn with a fixed seed, ties go to the first feature. */
export function boost(examples: readonly Example[], settings: Settings): { bias: number; trees: Tree[] } {
  const count = examples.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const positive = examples.reduce((sum, { weight, label }) => sum + weight * label, 0);
  const bias = Math.log(positive / (total - positive));
  const binned = bins(examples, settings.bins);
  const score = new Float64Array(count).fill(bias);
  const gradient = new Float64Array(count);
  const curvature = new Float64Array(count);
  const trees: Tree[] = [];
  const random = randomFrom(1);
  for (let round = 0; round < settings.trees; round++) {
    examples.forEach(({ label, weight }, at) => {
      const p = 1 / (1 + Math.exp(-(score[at] as number)));
      gradient[at] = weight * (label - p);
      curvature[at] = weight * p * (1 - p);
    });
    const features = binned.cuts.map(() => random() < settings.columns);
    const members = Uint32Array.from(gradient.keys()).filter(() => random() < settings.rows);
    const tree = grow(binned, features, members, gradient, curvature, settings);
    trees.push(tree);
    examples.forEach(({ values }, at) => {
      score[at] = (score[at] as number) + logOdds(tree, values);
    });
  }
  return { bias, trees };
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function logOdds(tree: Tree, values: readonly number[]): number {
  const p = probability({ bias: 0, trees: [tree] }, values);
  return Math.log(p / (1 - p));
}

interface Binned {
  /** By feature: upper ends of the bins, and each example's bin. */
  readonly cuts: readonly (readonly number[])[];
  readonly bin: readonly Uint8Array[];
}

function bins(examples: readonly Example[], most: number): Binned {
  const width = examples[0]?.values.length ?? 0;
  const cuts: number[][] = [];
  const bin: Uint8Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const sorted = Float64Array.from(examples, ({ values }) => values[feature] as number).sort();
    const own: number[] = [];
    for (let at = 1; at < most; at++) {
      const cut = sorted[Math.floor((at * sorted.length) / most)] as number;
      if (cut > (own.at(-1) ?? (sorted[0] as number))) own.push(cut);
    }
    // A rare value must not fall into the bin of the common one.
    const top = sorted.at(-1) as number;
    if (top > (own.at(-1) ?? (sorted[0] as number))) own.push(top);
    cuts.push(own);
    bin.push(
      Uint8Array.from(examples, ({ values }) => {
        const value = values[feature] as number;
        let place = 0;
        while (place < own.length && value >= (own[place] as number)) place++;
        return place;
      }),
    );
  }
  return { cuts, bin };
}

/** What the values of a node must lie between, so that its features keep their directions. */
type Bounds = readonly [number, number];

function grow(
  binned: Binned,
  features: readonly boolean[],
  all: Uint32Array,
  gradient: Float64Array,
  curvature: Float64Array,
  settings: Settings,
): Tree {
  const feature: number[] = [];
  const split: number[] = [];
  const left: number[] = [];
  const place = (members: Uint32Array, bounds: Bounds): number => {
    let [g, h] = [0, 0];
    for (const one of members) {
      g += gradient[one] as number;
      h += curvature[one] as number;
    }
    feature.push(-1);
    split.push(round(settings.rate * within(g / (h + settings.penalty), bounds)));
    left.push(0);
    return feature.length - 1;
  };
  const free: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  place(all, free);
  let level: [number, Uint32Array, Bounds][] = [[0, all, free]];
  for (let depth = 0; depth < settings.depth; depth++) {
    const next: [number, Uint32Array, Bounds][] = [];
    for (const [node, members, bounds] of level) {
      const best = bestSplit(binned, features, members, gradient, curvature, bounds, settings);
      if (best === undefined) continue;
      const bin = binned.bin[best.feature] as Uint8Array;
      const below = members.filter((one) => (bin[one] as number) <= best.bin);
      const above = members.filter((one) => (bin[one] as number) > best.bin);
      feature[node] = best.feature;
      split[node] = (binned.cuts[best.feature] as number[])[best.bin] as number;
      const direction = settings.directions[best.feature] as number;
      const [least, most] = bounds;
      const low: Bounds = [least, best.middle];
      const high: Bounds = [best.middle, most];
      const [boundsBelow, boundsAbove] = direction === 0 ? [bounds, bounds] : direction > 0 ? [low, high] : [high, low];
      left[node] = place(below, boundsBelow);
      place(above, boundsAbove);
      next.push([left[node] as number, below, boundsBelow], [(left[node] as number) + 1, above, boundsAbove]);
    }
    level = next;
  }
  return { feature, split, left };
}

function within(value: number, [least, most]: Bounds): number {
  return Math.min(most, Math.max(least, value));
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function bestSplit(
  { cuts, bin }: Binned,
  features: readonly boolean[],
  members: Uint32Array,
  gradient: Float64Array,
  curvature: Float64Array,
  bounds: Bounds,
  { penalty, leaf, directions }: Settings,
) {
  let best: { feature: number; bin: number; middle: number } | undefined;
  let most = 1e-6;
  const [g, h] = [new Float64Array(256), new Float64Array(256)];
  for (const [feature, own] of cuts.entries()) {
    if (own.length === 0 || !features[feature]) continue;
    g.fill(0);
    h.fill(0);
    const places = bin[feature] as Uint8Array;
    let [G, H] = [0, 0];
    for (const one of members) {
      const at = places[one] as number;
      g[at] = (g[at] as number) + (gradient[one] as number);
      h[at] = (h[at] as number) + (curvature[one] as number);
      G += gradient[one] as number;
      H += curvature[one] as number;
    }
    let [gl, hl] = [0, 0];
    for (let at = 0; at < own.length; at++) {
      gl += g[at] as number;
      hl += h[at] as number;
      if (hl < leaf || H - hl < leaf) continue;
      const gain = gl ** 2 / (hl + penalty) + (G - gl) ** 2 / (H - hl + penalty) - G ** 2 / (H + penalty);
      if (gain <= most) continue;
      const [below, above] = [within(gl / (hl + penalty), bounds), within((G - gl) / (H - hl + penalty), bounds)];
      if ((directions[feature] as number) * (above - below) < 0) continue;
      most = gain;
      best = { feature, bin: at, middle: (below + above) / 2 };
    }
  }
  return best;
}
