import type { AskedFamily, Columns } from "../asked.ts";
import type { Statistic } from "../contract.ts";
import { Lists } from "../lists.ts";

/** A ranking: candidates by their number, best first (below 0: one that gold does not know); or a score for each of them. */
export type Ranking = { readonly candidates: readonly number[] } | { readonly scores: ArrayLike<number> };

const CUTOFFS = [1, 3, 5] as const;

function atCutoffs(id: string, title: string): Statistic[] {
  return CUTOFFS.map((k) => ({ id: `${id}-at-${k}`, title: `${title}@${k}` }));
}

/** The `ranking` family: ranked candidates against the set of relevant ones. */
export const ranking: AskedFamily<readonly number[], Ranking> = {
  id: "ranking",
  statistics: [
    { id: "ranking-asked", title: "Asks for a ranking" },
    { id: "ranking-answered", title: "Has one" },
    { id: "reciprocal-rank", title: "Reciprocal rank" },
    ...atCutoffs("accuracy", "Accuracy"),
    ...atCutoffs("recall", "Recall"),
    ...atCutoffs("precision", "Precision"),
    ...atCutoffs("f1", "F1"),
    ...atCutoffs("ndcg", "nDCG"),
  ],
  gold: relevantColumns,
  answers: rankingColumns,
  scratch: 0,
  run: ({ exports }, ...pointers) => exports.rankingMeasure(...pointers),
};

function relevantColumns(): Columns<readonly number[]> {
  const relevant = new Lists();
  return { push: (one = []) => relevant.push(one), words: () => relevant.columns(), clear: () => relevant.clear() };
}

function rankingColumns(): Columns<Ranking> {
  const answered: number[] = [];
  const lists = new Lists();
  const scores: number[] = [];
  const starts = [0];
  return {
    push: (one) => {
      answered.push(Number(one !== undefined));
      lists.push(one !== undefined && "candidates" in one ? one.candidates : []);
      if (one !== undefined && "scores" in one) for (let i = 0; i < one.scores.length; i++) scores.push(one.scores[i] as number);
      starts.push(scores.length);
    },
    words: () => [
      Int32Array.from(answered),
      ...lists.columns(),
      Int32Array.from(starts),
      Float32Array.from(scores),
      Float64Array.from(scores),
    ],
    clear: () => {
      answered.length = scores.length = 0;
      starts.length = 1;
      lists.clear();
    },
  };
}
