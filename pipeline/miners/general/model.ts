/** A tree as flat lists: node `n` asks whether feature `feature[n]` is below `split[n]`; a leaf has feature -1 and its value in `split`. */
export interface Tree {
  readonly feature: readonly number[];
  readonly split: readonly number[];
  /** Left child of a node; the right one follows it. */
  readonly left: readonly number[];
}

/** Boosted trees: their values add up to log-odds. */
export interface Model {
  readonly features: readonly string[];
  /** Score from which on a candidate is a procedure. */
  readonly threshold: number;
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** The probability that a candidate with these features is a procedure. */
export function probability({ bias, trees }: Pick<Model, "bias" | "trees">, values: readonly number[]): number {
  let sum = bias;
  for (const tree of trees) sum += leafOf(tree, values);
  return 1 / (1 + Math.exp(-sum));
}

function leafOf({ feature, split, left }: Tree, values: readonly number[]): number {
  let node = 0;
  while ((feature[node] as number) >= 0)
    node = (left[node] as number) + Number((values[feature[node] as number] as number) >= (split[node] as number));
  return split[node] as number;
}
