import { type AdditiveMetric, additive, quotient, type SummedMetric } from "../contract.ts";

type Told = Pick<AdditiveMetric, "title" | "explains" | "source" | "statistics" | "finish"> & Pick<Partial<AdditiveMetric>, "byGroup">;

function pointingMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return {
    ...additive({ ...told, id, group: "Pointing in time", unit: "fraction", better: "higher", binary: false, family: "pointing" }),
    id,
  };
}

const NOTHING_ASKED = "no query has a window in gold";

/** Pooled R@1: the share of all queries whose point is right. A system that points at nothing at all answers another question. */
export const pointingRecall = pointingMetric("pointing-recall", {
  title: "R@1",
  statistics: ["pointing-hits", "pointing-queries", "pointing-answered"],
  finish(sums) {
    const [hits = 0, queries = 0, answered = 0] = sums;
    return queries > 0 && answered === 0 ? { kind: "none", reason: "no time was pointed at" } : quotient(hits, queries, NOTHING_ASKED);
  },
  explains: "Share of the queries, such as sentences or steps, whose one predicted time lies in a window of gold; all videos together.",
  source: "TemporalAlignNet, eval/eval_zeroshot_align.py (R@1); for HT-Step the pointing game of VINA and NaSVA",
});

/** The recall of each group, then their plain mean. */
export const averageRecall = pointingMetric("average-recall", {
  title: "Average recall",
  statistics: ["pointing-hits", "pointing-queries"],
  byGroup: true,
  finish: (sums) => quotient(sums[0] ?? 0, sums[1] ?? 0, NOTHING_ASKED),
  explains: "Share of the steps whose one predicted second shows them in gold, task by task, then the plain mean over tasks.",
  source: "CrossTask, train.py (get_recalls)",
});

/** Hits over the queries that got a point: conditional, a system picks what it answers. */
export const answeredPointingRecall = pointingMetric("answered-pointing-recall", {
  title: "R@1 where answered",
  statistics: ["pointing-hits", "pointing-answered"],
  finish: (sums) => quotient(sums[0] ?? 0, sums[1] ?? 0, "no time was pointed at"),
  explains: "Share of the points that lie in a window of gold. Conditional: queries without a point cost nothing here.",
  source: "Ours",
});
