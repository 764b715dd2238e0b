import type { ProcedureItem, ProcedurePrediction, ReasonedJudgment } from "@stepladder/schema";
import * as z from "zod/mini";
import { defineJudge } from "../judge.ts";
import { asObject, definePrompt, objectIn, request } from "../prompt.ts";
import { failuresAmong } from "./judgments.ts";

/** What a judge sees of a generated procedure: officially not the resources. */
interface Judged {
  readonly id: string;
  readonly goal: string;
  readonly reference: readonly string[];
  readonly judged: readonly string[];
}

const TASK =
  "Two procedures for one goal are given. L1 is the reference, which is known to work; L2 is to be judged. Name the critical failures of L2: each thing because of which somebody who follows L2 to the letter would not reach the goal, or would come to harm. It may be a step left out, done too early or too late, done needlessly with bad effect, at odds with L1 or with L2 itself, or told so vaguely that what decides success is missing, such as an amount, a time or a condition. No failure is: another wording, another order that works as well, a step split or merged, more detail, or another way that reaches the same goal. Name each failure once.";
const FORM = '{"critical_failures": [{"failure": "what is wrong, in a sentence", "L1_steps": [2], "L2_steps": [3]}, ...]}';
const EMPTY = "Steps are numbered from 1; a list of them may be empty. Where L2 has no critical failure, the list of failures is empty.";

/** As officially, any list is an answer: one failure in another form costs no verdict. */
const Answer = z.object({ critical_failures: z.array(z.unknown()) });

/** Critical failures as How2Everything defines them, asked for in our words: figures of another prompt are not to be put beside these. */
export default defineJudge<ProcedureItem, ProcedurePrediction, Judged>({
  prompt: definePrompt<Judged, Judged>({
    version: "1",
    about: "what keeps somebody who follows a procedure from its goal, held against a reference",
    maxTokens: 4096,
    question: (judged) => judged,
    messages: ({ goal, reference, judged }) =>
      request(TASK, `${asObject(FORM)}. ${EMPTY}`, `Goal: ${goal}\n\nL1:\n${numbered(reference)}\n\nL2:\n${numbered(judged)}`),
    read(answer, { id }): ReasonedJudgment {
      const { critical_failures: listed } = objectIn(answer, Answer, id, FORM);
      const critical_failures = failuresAmong(listed);
      const n_failures = critical_failures.length;
      // judge.py takes its verdict from the list's length, and counts the objects in it.
      return { has_failure: listed.length > 0, n_failures, ...(n_failures === 0 ? {} : { critical_failures }) };
    },
    examples: [
      {
        item: {
          id: "how2bench:tea",
          goal: "Make a cup of tea",
          reference: ["Boil a cup of water.", "Pour it over a tea bag.", "Wait four minutes."],
          judged: ["Pour water over a tea bag.", "Wait."],
        },
        texts: undefined,
      },
    ],
  }),
  seen: ({ id, goal, steps: reference }, { steps: judged }) => (judged === undefined ? undefined : { id, goal, reference, judged }),
  needs: "steps",
  withVerdict: (prediction, verdict) => ({
    ...prediction,
    // As officially: what cannot be parsed is a failure that is left out of the score.
    judgment: (verdict as ReasonedJudgment | undefined) ?? { has_failure: true, n_failures: 0, parse_failed: true },
  }),
  hasVerdict: ({ judgment }) => judgment !== undefined && judgment.parse_failed !== true,
  agreedWith({ judgment: _, ...item }, { judgment }) {
    if (judgment === undefined) return item;
    const { critical_failures: _named, ...verdict } = judgment;
    return { ...item, judgment: verdict };
  },
  agreement: [
    "verdict-agreement",
    "verdict-kappa",
    "verdict-alpha",
    "failure-recall",
    "failure-precision",
    "no-failure-recall",
    "no-failure-precision",
  ],
});

function numbered(steps: readonly string[]): string {
  return steps.map((step, i) => `${i + 1}. ${step}`).join("\n");
}
