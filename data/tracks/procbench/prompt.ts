import type { StatesItem } from "@stepladder/schema";
import { asObject, definePrompt, request } from "../prompt.ts";

const TASK = "Carry out the procedure step by step and tell the state after every step.";
const FORM = `${asObject('{"intermediate": [...], "final": ...}')}. "intermediate" lists the state after every step but the last one, in order; "final" is the state after the last step.`;

/** The benchmark's own prompt, which leaves the form of the answer open, and ours for that; the track reads the answer. */
export default definePrompt({
  version: "1",
  about: "the state after every step of the procedure in the item's own prompt",
  maxTokens: 8192,
  withheld: ({ prompt }) => (prompt === undefined ? "a prompt, which this gold leaves out; the official rows have them" : undefined),
  question: ({ prompt = "" }: StatesItem) => ({ prompt }),
  messages: ({ prompt }) => request(TASK, FORM, prompt),
  examples: [
    {
      item: {
        id: "task01_0000",
        task: "Sort",
        prompt: "Sort the letters of cab, one swap per step.",
        init: "cab",
        intermediate: ["acb"],
        final: "abc",
      },
      texts: undefined,
    },
  ],
});
