import type { StepScoresItem } from "@stepladder/schema";
import * as z from "zod/mini";
import { type SolutionTexts, textsOf } from "../labels/solutions.ts";
import { asObject, definePrompt, objectIn, request } from "../prompt.ts";
import { fault } from "../records.ts";

const TASK =
  "A problem and a solution to it are given, the solution as numbered steps, counted from 1. Tell of every step whether it is valid: whether what it says is so, follows from the problem and the steps before it, and says no more than these allow. Tell too whether it is redundant: whether the solution would lose nothing without it, or it goes round in a circle. A step may be valid and redundant.";
const FORM = '{"steps": [{"step": 1, "valid": true, "redundant": false}, ...]}';

const Answer = z.object({ steps: z.array(z.object({ step: z.int(), valid: z.boolean(), redundant: z.boolean() })) });

interface Question extends SolutionTexts {
  readonly id: string;
}

export default definePrompt({
  version: "1",
  about: "of every step of a solution whether it is valid and whether it is redundant",
  maxTokens: 8192,
  material: {
    title: "the official prm800k_*.jsonl and prm_test_*.jsonl",
    *read({ value }) {
      yield* textsOf(value, "modified_question", "modified_process", ({ classification, idx }) => `${classification}_${idx}`);
      // The solution before the change is an item of its own.
      yield* textsOf(value, "original_question", "original_process", ({ classification, idx }) =>
        classification === "redundency" ? `correct_${idx}` : undefined,
      );
    },
  },
  question: ({ id }: StepScoresItem, texts: SolutionTexts): Question => ({ id, ...texts }),
  messages: ({ problem, steps }) =>
    request(TASK, asObject(FORM), { problem, steps: steps.map((text, place) => ({ step: place + 1, text })) }),
  read(answer, { id, steps }) {
    const told = new Map(objectIn(answer, Answer, id, FORM).steps.map((one) => [one.step, one]));
    const judged = steps.flatMap((_, place) => told.get(place + 1) ?? []);
    if (judged.length === steps.length && told.size === steps.length)
      return { labels: judged.map(({ valid }) => valid), redundant: judged.map(({ redundant }) => redundant) };
    const fix = "have the model judge every step once, by its number";
    throw fault(id, "output", `the steps 1 to ${steps.length}`, [...told.keys()].join(", "), fix);
  },
  examples: [
    {
      item: { id: "confidence_prm_test_p1_0", classification: "confidence", question: "prm_test_p1_0", steps: 2, errors: [2] },
      texts: { problem: "Two bags hold 3 nuts each. How many nuts are there?", steps: ["There are two bags of 3.", "2 + 3 = 5."] },
    },
  ],
});
