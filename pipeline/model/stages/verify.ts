import * as z from "zod/mini";
import { readAnswer } from "../json.ts";
import { passed, request, type Stage, shown } from "./stage.ts";

/** The four questions of How2Mine's last filter, in our words. */
const QUESTIONS = {
  correct: "Would a person who follows the steps reach the goal?",
  sequential: "Does the order of the steps matter?",
  general: "Is it of use beyond one particular product, company, person or place?",
  aligned: "Do the steps do what the goal says, all of it and nothing else?",
} as const;
type Question = keyof typeof QUESTIONS;

const Answer = z.object({ correct: z.boolean(), sequential: z.boolean(), general: z.boolean(), aligned: z.boolean() });

/** Keeps a procedure only where all four questions are answered with yes. */
export const verify: Stage = {
  id: "verify",
  title: "Four last questions",
  ask: (procedure) =>
    request(
      `Answer these questions about the procedure, each with true or false:\n${Object.entries(QUESTIONS)
        .map(([question, says]) => `- ${question}: ${says}`)
        .join("\n")}`,
      shown(procedure),
      '{"correct": true, "sequential": true, "general": true, "aligned": true}',
      64,
    ),
  read(answer, procedure) {
    const said = readAnswer(answer, Answer);
    const no = (Object.keys(QUESTIONS) as Question[]).find((question) => !said[question]);
    return no === undefined ? { kept: passed(procedure, "verify") } : { dropped: { reason: `not-${no}`, detail: QUESTIONS[no] } };
  },
};
