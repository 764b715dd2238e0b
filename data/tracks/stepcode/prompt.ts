import type { TraceItem } from "@stepladder/schema";
import { definePrompt } from "../prompt.ts";
import { promptOf } from "./wording.ts";

/** The prompt says all, and the track reads the answer: nothing stands beside it. */
export default definePrompt({
  version: "1",
  about: "the answer to a question about a run of a program",
  maxTokens: 8192,
  question: ({ program, question }: TraceItem) => ({ program, question }),
  messages: (asked) => [{ role: "user", content: promptOf(asked) }],
  examples: [
    {
      item: {
        id: "sc-try-00000-output",
        run: "sc-try-00000",
        split: "easy",
        kind: "output",
        program: " 1  a = 2\n 2  print a",
        question: "What does the program print? Answer with the number.",
        length: 2,
        expected: "2",
      },
      texts: undefined,
    },
  ],
});
