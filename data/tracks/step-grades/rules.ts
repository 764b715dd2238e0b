import type { TrajectoryItem, TrajectoryPrediction } from "@stepladder/schema";
import { pyInt } from "@stepladder/wasm/lib/python.ts";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { Graded, Trajectory } from "@stepladder/wasm/metrics/grades/measure.ts";

/** Where a grader's text says its grade: the first such place counts, and of a number its leading digits. */
const EXPECTED_VALUE = /expected value:\s*(\p{Nd}+)/iu;

/** The grade in a grader's text by the official rule (step_eval); absent where it says none. */
export function gradeOf(text: string): number | undefined {
  const [, digits] = EXPECTED_VALUE.exec(text) ?? [];
  const grade = pyInt(digits);
  return grade === undefined ? undefined : Math.min(Number(grade), Number.MAX_SAFE_INTEGER);
}

/** A judge's verdict on a trajectory by the official rule (auto_eval_parallel.py), which looks at capitals; absent where it says neither. */
export function verdictOf(text: string): boolean | undefined {
  if (text.includes("NOT SUCCESS")) return false;
  return text.includes("SUCCESS") ? true : undefined;
}

const graded = (grades: readonly (number | null)[]) => grades.map((grade) => grade ?? undefined);

/** How records of this track become columns. */
export const gradesCodec: AskedCodec<TrajectoryItem, TrajectoryPrediction, Trajectory, Graded, true> = {
  gold: ({ grades, success = true }) => ({ gold: { grades: graded(grades), success }, context: true }),
  answer: ({ grades, success }) => ({ success, ...(grades === undefined ? {} : { grades: graded(grades) }) }),
};
