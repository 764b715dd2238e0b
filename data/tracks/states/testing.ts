import type { StatesItem } from "@stepladder/schema";
import type { Prompted } from "../testing.ts";

/** Right answers of tracks that ask for states. */
export const statesPrompted: Prompted<StatesItem> = {
  gold: "gold.jsonl",
  answer: ({ intermediate, final }) => `Step by step:\n\`\`\`json\n${JSON.stringify({ intermediate, final })}\n\`\`\``,
  altered: (item) => ({ ...item, intermediate: [["other"], ...item.intermediate], final: "other" }),
  full: { "prefix-accuracy": 1, "sequential-match": 1, "final-match": 1 },
};
