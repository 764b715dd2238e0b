import type { FirstErrorItem } from "@stepladder/schema";
import { type SolutionTexts, textsOf } from "../labels/solutions.ts";
import { definePrompt, request } from "../prompt.ts";

const TASK =
  "A problem and a solution to it are given, the solution as numbered steps, counted from 0. Check the steps one after the other, each given those before it, and find the first one that is wrong: that says or does something that is not so, or does not follow. A step that rests on a wrong one is not the first.";
const FORM =
  "Say what you find at each step, then end with the number of the first wrong step in \\boxed{}, such as \\boxed{2}, or with \\boxed{-1} where no step is wrong.";

/** The answer is read by the official rule: the last box. */
export default definePrompt({
  version: "1",
  about: "the number of the first wrong step of a solution",
  maxTokens: 8192,
  material: {
    title: "the official <subset>.json",
    *read({ value }) {
      yield* textsOf(value, "problem", "steps", ({ id }) => id);
    },
  },
  question: (_item: FirstErrorItem, texts: SolutionTexts) => texts,
  messages: ({ problem, steps }) => request(TASK, FORM, { problem, steps: steps.map((text, step) => ({ step, text })) }),
  examples: [
    {
      item: { id: "gsm8k-0", subset: "gsm8k", problem: "gsm8k-0", generator: "nobody", steps: 2, label: 1, answer: false },
      texts: { problem: "Two bags hold 3 nuts each. How many nuts are there?", steps: ["There are two bags of 3.", "2 + 3 = 5."] },
    },
  ],
});
