import type { FirstErrorItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<FirstErrorItem>(track, import.meta.url);

export const prompted: Prompted<FirstErrorItem> = {
  gold: "official/gold",
  answer: ({ label }) => `Step 0 could be \\boxed{7}, but no. So it is \\boxed{${label}}.`,
  altered: (item) => ({ ...item, label: item.label === 0 ? -1 : 0 }),
  full: { "mean-first-error-f1": 1, "first-error-f1": 1 },
  official: { folders: ["processbench"], files: /dataset\//, items: 2400 },
};
