import type { ExactItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<ExactItem>(track, import.meta.url);

export const prompted: Prompted<ExactItem> = {
  gold: "gold.jsonl",
  answer: ({ expected }) => expected,
  altered: (item) => ({ ...item, expected: `${item.expected} not` }),
  full: { "text-match": 1, "text-match-strict": 1 },
};
