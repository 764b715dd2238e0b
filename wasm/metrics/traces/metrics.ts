import { type AdditiveMetric, additive, type SummedMetric, type Value } from "../contract.ts";
import { ORDERED_KINDS } from "./measure.ts";

type Own = Pick<AdditiveMetric, "title" | "explains" | "source" | "statistics" | "finish">;

function runMetric<Id extends string>(id: Id, told: Own): SummedMetric & { readonly id: Id } {
  const shared = {
    group: "Consistency over a run",
    unit: "fraction",
    better: "higher",
    binary: false,
    byGroup: true,
    family: "traces",
  } as const;
  return { ...additive({ ...told, ...shared, id }), id };
}

/** Share of runs of which every question is answered right. */
export const runConsistency = runMetric("run-consistency", {
  title: "All questions of a run",
  explains: "Share of the runs of which every question is answered right; one wrong answer costs the run.",
  source:
    "The rule of SX-Bench, whose items of several judgements count only where all are correct (abstract and description; no code was found)",
  statistics: ["text-match"],
  finish: (sums, weight) => ({ kind: "value", value: Number(sums[0] === weight) }),
});

/** REval's consistency: what a system says of a run, as far as it is right in order. */
export const incrementalConsistency = runMetric("incremental-consistency", {
  title: "Incremental consistency",
  explains:
    "Of each run 1 where line executed, value, next line and output are right, .5 without the output, .25 with the first two alone, .125 with the first alone, and 0 for every other pattern; the mean over runs.",
  source: "REval, as ExecVerify's evaluation_exec_verify.py computes it; ours is a fraction, not a percentage",
  statistics: ORDERED_KINDS.flatMap((kind) => [`${kind}-text-match`, `${kind}-texts-asked`]),
  finish: (sums): Value => {
    const shares = ORDERED_KINDS.map((_, kind) => (sums[2 * kind] as number) / (sums[2 * kind + 1] as number));
    if (shares.some(Number.isNaN)) return { kind: "none", reason: "not every run is asked all four questions" };
    const [c, v, n, o] = shares as [number, number, number, number];
    return { kind: "value", value: c * (v * (n * (o + (1 - o) / 2) + ((1 - n) * (1 - o)) / 4) + ((1 - v) * (1 - n) * (1 - o)) / 8) };
  },
});
