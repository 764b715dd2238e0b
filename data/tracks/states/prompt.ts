import type { StatesItem } from "@stepladder/schema";
import { asObject, definePrompt, type Prompt, request } from "../prompt.ts";

const TASK = "Carry out the procedure step by step and tell the state after every step.";
const FORM = `${asObject('{"intermediate": [...], "final": ...}')}. "intermediate" lists the state after every step but the last one, in order; "final" is the state after the last step.`;

/** What a model is told of an item: its prompt. */
export interface StatesQuestion {
  readonly prompt: string;
}

/** How items are asked that bring their own prompt, of tracks that ask for states. Their raw text is read by the track. */
export function statesPrompt(example: StatesItem): Prompt<StatesItem, StatesQuestion> {
  return definePrompt({
    version: "1",
    about: "the state after every step of the procedure in the item's own prompt",
    maxTokens: 8192,
    withheld: ({ prompt }) => (prompt === undefined ? "gold without prompts; give the official rows, which have them" : undefined),
    question: ({ prompt = "" }: StatesItem) => ({ prompt }),
    messages: ({ prompt }) => request(TASK, FORM, prompt),
    examples: [{ item: example, texts: undefined }],
  });
}
