import type { ChecksItem } from "@stepladder/schema";
import { definePrompt } from "../prompt.ts";

/** The item's own prompt says everything, the form of the answer too: nothing may stand before it. */
export default definePrompt({
  version: "1",
  about: "the procedure rewritten so that its constraints hold",
  maxTokens: 4096,
  question: ({ prompt }: ChecksItem) => ({ prompt }),
  messages: ({ prompt }) => [{ role: "user", content: prompt }],
  examples: [
    {
      item: {
        id: "pc-try-00000",
        split: "easy",
        procedure: "make-tea",
        lang: "en",
        prompt: "Rewrite the procedure so that it has one step.",
        given: { goal: "Make tea", resources: ["water"], steps: ["Boil the water.", "Drink it."] },
        constraints: [{ kind: "step-count", max: 1 }],
        reference: "Steps:\n* Boil the water.",
      },
      texts: undefined,
    },
  ],
});
