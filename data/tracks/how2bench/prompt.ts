import type { ProcedureItem } from "@stepladder/schema";
import { definePrompt, request } from "../prompt.ts";

interface Question {
  readonly goal: string;
  readonly resources: readonly string[];
  /** As officially, a model is told how many steps to write: as many as the reference has. */
  readonly steps: number;
}

const TASK =
  "Write the steps that reach a goal with the resources at hand. Each step is one action, said in one sentence with the amounts, times and conditions that it depends on, and each follows from those before it.";

/** Steps that a judge then looks at; the answer is read by the official rule: the numbered lines. */
export default definePrompt({
  version: "1",
  about: "the steps that reach a goal, as many as the reference has",
  maxTokens: 4096,
  question: ({ goal, resources, steps }: ProcedureItem): Question => ({ goal, resources, steps: steps.length }),
  messages: ({ goal, resources, steps }) =>
    request(
      TASK,
      `Write exactly ${steps} steps, one on each line, each with its number before it as in "1. ", and nothing else.`,
      `Goal: ${goal}\n\nResources:\n${resources.map((resource) => `- ${resource}`).join("\n") || "- none are named"}\n\nSteps to write: ${steps}`,
    ),
  examples: [
    {
      item: { id: "how2bench:tea", topic: "Food & Dining", goal: "Make tea", resources: ["a kettle"], steps: ["Boil water.", "Pour it."] },
      texts: undefined,
    },
  ],
});
