import type { ProcedureItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<ProcedureItem>(track, import.meta.url);

/** Steps are scored by a judge; without one only their form is. */
export const prompted: Prompted<ProcedureItem> = {
  gold: "gold.jsonl",
  answer: ({ steps }) => `<think>\n1. What is at hand?\n</think>\n${steps.map((step, i) => `${i + 1}. ${step}`).join("\n")}`,
  altered: (item) => ({ ...item, steps: item.steps.map(() => "Wait."), judgment: { has_failure: item.judgment?.has_failure === false } }),
  full: { "duplicate-step": 0, "step-count-mismatch": 0 },
};
