import type { CrosstaskPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { CrosstaskContext } from "./formats.ts";

type CrosstaskDiagnose = Diagnose<CrosstaskPrediction, CrosstaskContext>;

/** Times so many times beyond the last segment are in another unit: no video goes on for so long after its last step. */
const FAR = 5;

/** Points that are `factor` times what they should be. */
function inUnits(id: string, factor: number, title: string, fix: string): CrosstaskDiagnose {
  return {
    id,
    title,
    explanation: `The last point lies more than ${FAR} times later than the end of the video's last step. Points are seconds, also where features are not.`,
    fix,
    mend({ seconds = [] }, { end }) {
      if (!seconds.some((second) => second !== null && second > FAR * end)) return undefined;
      return { seconds: seconds.map((second) => (second === null ? null : second / factor)) };
    },
  };
}

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

export const diagnoses: readonly CrosstaskDiagnose[] = [
  inUnits("frames-at-30", 30, "The points are frames at 30 a second", "divide the number of a frame by the frames a second"),
  inUnits("frames-at-25", 25, "The points are frames at 25 a second", "divide the number of a frame by the frames a second"),
  inUnits("milliseconds", 1000, "The points are milliseconds", "divide by 1,000"),
  costs,
];
