import type { StepScoresItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<StepScoresItem>(track, import.meta.url);

export const prompted: Prompted<StepScoresItem> = {
  gold: "official/gold",
  answer: ({ steps, errors }) => {
    const judged = Array.from({ length: steps }, (_, i) => ({
      step: i + 1,
      valid: !errors.includes(i + 1),
      redundant: errors.includes(i + 1),
    }));
    return `I look at each step. ${JSON.stringify({ steps: judged })}`;
  },
  altered: (item) => ({ ...item, errors: item.errors.includes(1) ? [] : [1] }),
  full: { "validity-accuracy": 1, "validity-f1": 1 },
  official: { folders: ["prmbench"], files: /gold\/prm/, items: 6969 },
};
