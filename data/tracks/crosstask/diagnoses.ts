import type { CrosstaskPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { otherUnits } from "../times.ts";
import type { CrosstaskContext } from "./formats.ts";

type CrosstaskDiagnose = Diagnose<CrosstaskPrediction, CrosstaskContext>;

/** The official assignment takes costs, negative logarithms of probabilities: here the higher score is the likelier. */
const costs: CrosstaskDiagnose = {
  id: "costs",
  title: "The scores are costs",
  explanation: "Every row holds negative logarithms of probabilities that add up to 1: the lowest number is that of the likeliest step.",
  fix: "write the logarithms as they are, or probabilities: the higher the score, the likelier the step",
  mend({ scores }) {
    const isCosts = (row: readonly number[]): boolean => Math.abs(row.reduce((sum, cost) => sum + Math.exp(-cost), 0) - 1) < 1e-3;
    return scores?.every(isCosts) ? { scores: scores.map((row) => row.map((cost) => -cost)) } : undefined;
  },
};

export const diagnoses: readonly CrosstaskDiagnose[] = [...otherUnits<CrosstaskPrediction, CrosstaskContext>(), costs];
