import type { TrajectoryPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";

/** Above this a grade is no slip of a grader that was asked for 0 to 10. */
const SLIP = 12;

/** Grades on a scale to 100. */
export const gradedTo100: Diagnose<TrajectoryPrediction, undefined> = {
  id: "graded-to-100",
  title: "Grades go to 100 instead of 10",
  explanation: "Grades are 0 to 10, and a step is held for correct above 5. On a scale to 100 nearly every grade is above that.",
  fix: "divide the grades by 10",
  mend({ grades, ...rest }) {
    const told = grades?.filter((grade) => grade !== null) ?? [];
    if (grades === undefined || !told.some((grade) => grade > SLIP) || told.some((grade) => grade > 100)) return undefined;
    return { ...rest, grades: grades.map((grade) => (grade === null ? null : Math.round(grade / 10))) };
  },
};
