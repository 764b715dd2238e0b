import type { ExactItem } from "@stepladder/schema";
import { definePrompt } from "../prompt.ts";

/** The prompt as it stands: the whole answer is scored, so nothing is added that a model might answer to. */
export default definePrompt({
  version: "1",
  about: "the one right output of an instruction",
  maxTokens: 2048,
  question: ({ prompt }: ExactItem) => ({ prompt }),
  messages: ({ prompt }) => [{ role: "user", content: prompt }],
  examples: [
    {
      item: { id: "exact:copy-word", category: "copying", prompt: "Write the word rung.\nAnswer with that alone.", expected: "rung" },
      texts: undefined,
    },
  ],
});
