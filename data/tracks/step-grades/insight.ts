import type { TrajectoryItem, TrajectoryPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import { defineInsight } from "../define.ts";
import { failureAt } from "../failures.ts";

/** A step is kept where its grade is above this. */
const KEPT = 5;

type Grade = number | null;

/** Grades that go wrong in one way: `is` tells by gold's grade, which there is, and the system's, null where it gave none. */
function ofGrades(
  words: Pick<FailureKind<never, never>, "id" | "title" | "explains">,
  is: (gold: number, own: Grade) => boolean,
): FailureKind<TrajectoryItem, TrajectoryPrediction> {
  return {
    ...words,
    find(prediction, { grades: gold }) {
      const { grades: own } = prediction;
      if (own === undefined) return undefined;
      const wrong = [...gold.keys()].filter((step) => {
        const grade = gold[step] as Grade;
        return grade !== null && is(grade, own[step] ?? null);
      });
      const mended = () => {
        const grades = Array.from({ length: Math.max(gold.length, own.length) }, (_, step) => own[step] ?? null);
        for (const step of wrong) grades[step] = gold[step] as number;
        return { ...prediction, grades };
      };
      const details = wrong.map((step) => `gold's ${gold[step]} graded ${own[step] ?? "not at all"}`);
      return failureAt(wrong, mended, details);
    },
  };
}

const tooHigh = ofGrades(
  {
    id: "too-high",
    title: "A step graded too high",
    explains: "A step that gold drops, at 5 or less, is kept; mended, it has gold's grade.",
  },
  (gold, own) => gold <= KEPT && own !== null && own > KEPT,
);

const tooLow = ofGrades(
  { id: "too-low", title: "A step graded too low", explains: "A step that gold keeps, above 5, is dropped; mended, it has gold's grade." },
  (gold, own) => gold > KEPT && own !== null && own <= KEPT,
);

const otherGrade = ofGrades(
  {
    id: "other-grade",
    title: "Another grade on the right side",
    explains: "A step is rightly kept or dropped, with another grade than gold's; mended, it has gold's grade.",
  },
  (gold, own) => own !== null && own !== gold && own > KEPT === gold > KEPT,
);

const noGrade = ofGrades(
  { id: "no-grade", title: "A step without a grade", explains: "A step that gold grades has no grade; mended, it has gold's." },
  (_, own) => own === null,
);

const label = (grade: Grade | undefined): string => (typeof grade === "number" ? `${grade}` : "no grade");

export default defineInsight<TrajectoryItem, TrajectoryPrediction>({
  view({ id, site, success, grades: gold }, predicted) {
    const own = predicted?.grades;
    return {
      title: site === "" ? id : `${site}, ${id}`,
      facts: [
        ...(gold.length === 0 ? [{ name: "Grades in gold", value: "none: what is asked is a verdict on the trajectory" }] : []),
        ...(success === undefined ? [] : [{ name: "Outcome in gold", value: success ? "Succeeded" : "Failed" }]),
        ...(predicted?.success === undefined ? [] : [{ name: "Verdict of the system", value: predicted.success ? "Succeeded" : "Failed" }]),
      ],
      panels: [
        {
          kind: "labels",
          title: "Grades of the steps, kept above 5",
          steps: gold.map((grade, step) => ({
            text: `Step ${step + 1}`,
            ...(grade === null ? {} : { gold: label(grade) }),
            ...(own === undefined ? {} : { predicted: label(own[step]) }),
            ...(grade === null || own === undefined ? {} : { same: (own[step] ?? 0) > KEPT === grade > KEPT }),
          })),
          wrong: Array.from({ length: KEPT + 1 }, (_, grade) => label(grade)),
        },
      ],
    };
  },
  failures: [tooHigh, tooLow, otherGrade, noGrade],
});
