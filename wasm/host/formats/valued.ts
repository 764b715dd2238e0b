import type { Score, Scorecard } from "@stepladder/schema";
import { InputError, ProblemList } from "../problems.ts";

/** A metric's score that has a value. */
export interface Valued {
  readonly id: string;
  readonly score: Score & { readonly value: number };
}

/** The scores with a value, the ranking metric's first. Throws InputError where there is none. */
export function valuedScores({ track, scores }: Scorecard): readonly [Valued, ...Valued[]] {
  const [first, ...others] = Object.entries(scores).flatMap(([id, score]) =>
    score.value === undefined ? [] : [{ id, score: { ...score, value: score.value } }],
  );
  if (first === undefined) throw noScore(track, "any metric", Object.values(scores)[0]?.reason);
  return [first, ...others];
}

/** The score that ranks. Throws InputError where it has no value: another metric's would pass for it. */
export function rankingScore(scorecard: Scorecard): Valued {
  const [ranking] = Object.keys(scorecard.scores);
  const [first] = valuedScores(scorecard);
  if (first.id !== ranking) throw noScore(scorecard.track, String(ranking), scorecard.scores[String(ranking)]?.reason);
  return first;
}

function noScore(track: string, metric: string, reason = "none"): InputError {
  const problems = new ProblemList();
  problems.add({
    kind: "no-score",
    severity: "error",
    id: track,
    expected: `a score of ${metric}`,
    found: reason,
    fix: "this format has no place for a result without one; take another",
  });
  return new InputError(problems.groups());
}
