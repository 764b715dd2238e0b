import { askedExample } from "../example.ts";
import { type Graded, grades, type Trajectory } from "./measure.ts";

function item(gold: Trajectory, prediction: Graded) {
  const list = (told: Trajectory["grades"] | undefined): string => (told ?? []).map((grade) => grade ?? "none").join(", ");
  const verdict = prediction.success === undefined ? "" : `, said to ${prediction.success ? "succeed" : "fail"}`;
  return {
    gold,
    prediction,
    shown: { gold: `${list(gold.grades)} (${gold.success ? "succeeded" : "failed"})`, prediction: `${list(prediction.grades)}${verdict}` },
  };
}

/** Trajectories: graded nearly alike, one where a wrong step is let pass, one that failed, and one with a step that got no grade. */
export const example = askedExample(grades, [
  item({ grades: [9, 8, 3], success: true }, { grades: [9, 7, 2], success: true }),
  item({ grades: [7, 4, 10], success: true }, { grades: [8, 6, 9], success: true }),
  item({ grades: [5, 2], success: false }, { grades: [6, 1], success: false }),
  item({ grades: [10, 6], success: true }, { grades: [undefined, 5] }),
]);
