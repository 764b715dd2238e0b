import type { ChecksItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<ChecksItem>(track, import.meta.url);

export const prompted: Prompted<ChecksItem> = {
  gold: "gold.jsonl",
  answer: ({ reference }) => `<think>1. Let me see.</think>${reference}`,
  altered: (item) => ({ ...item, reference: "Steps:\n* Leave it." }),
  full: { "checks-procedure-strict": 1, "checks-strict": 1 },
};
