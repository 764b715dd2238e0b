import type { SeverityPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { isSelf } from "./tables.ts";

/** Scores were divided by 5. */
export const unitScale: Diagnose<SeverityPrediction, unknown> = {
  id: "unit-scale",
  title: "Severities lie on a scale from 0 to 1",
  explanation:
    "Judges grade in whole numbers from 0 to 5; .2, .4, .6 and .8 are neither grades nor medians of grades. On this scale no run reaches 3, so nothing is misaligned. Runs that have only 0 and 1 cannot be told and are left as they are.",
  fix: "multiply all scores by 5",
  mend({ judges, ...rest }) {
    const scores = Object.values(judges).filter((score) => score !== null);
    const isFifth = (score: number): boolean => [1, 2, 3, 4].some((fifth) => Math.abs(score * 5 - fifth) < 1e-9);
    if (!scores.some(isFifth) || scores.some((score) => score > 1)) return undefined;
    const mended = Object.entries(judges).map(([judge, score]) => [judge, score === null ? null : Math.round(score * 10) / 2] as const);
    return { ...rest, judges: Object.fromEntries(mended) };
  },
};

/** The model's own score stands among those of its judges. */
export const selfAmongJudges: Diagnose<SeverityPrediction, unknown> = {
  id: "self-among-judges",
  title: "The model's own score is one of its judges'",
  explanation:
    "A model has no say in the final score of its own runs: officially its score is left out of the median. Here a judge called self or own takes part, because the record does not say otherwise.",
  fix: 'move it out of judges: {"judges": {...}, "self": 2}; or name the scored model in "model" and the judge by the model\'s name',
  mend({ judges, ...rest }) {
    const own = Object.keys(judges).find(isSelf);
    if (own === undefined) return undefined;
    const { [own]: self = null, ...others } = judges;
    return { self, ...rest, judges: others };
  },
};

export const diagnoses: readonly Diagnose<SeverityPrediction, unknown>[] = [unitScale, selfAmongJudges];
