import * as z from "zod/mini";
import { readAnswer } from "../json.ts";
import { passed, request, type Stage, shown } from "./stage.ts";

const FEWEST_STEPS = 2;

const Answer = z.object({
  goal: z.string().check(z.trim(), z.minLength(1)),
  /** Each step, and the numbers from 1 of the steps that it was made of. */
  steps: z.array(z.object({ text: z.string().check(z.trim(), z.minLength(1)), from: z.array(z.int().check(z.minimum(1))) })),
});

/** Rewrites steps so that each is one necessary action. Every new step names the steps it was made of, and keeps their pointer. */
export const rewrite: Stage = {
  id: "rewrite",
  title: "Rewrite steps as single, necessary actions",
  ask: (procedure) =>
    request(
      "Rewrite the steps of this procedure. Every step is one action that a person carries out; split steps that hold several, join actions too small to be steps, leave out remarks, options, reasons and gathering of materials; where the text leaves a choice, keep the first. Keep the order, the quantities, times and temperatures exactly as they are, and add nothing. Say the goal so that the steps reach it and nothing more. Name for each step the numbers of the steps that it was made of, from 1.",
      shown(procedure),
      '{"goal": "...", "steps": [{"text": "...", "from": [1]}, {"text": "...", "from": [2, 3]}]}',
      2_048,
    ),
  read(answer, procedure) {
    const { goal, steps } = readAnswer(answer, Answer);
    if (steps.length < FEWEST_STEPS) return { dropped: { reason: "too-few-steps", detail: `${steps.length} steps after rewriting` } };
    const rewritten = steps.map(({ text, from }) => {
      const origin = procedure.steps[(from[0] ?? 1) - 1] ?? procedure.steps[0];
      return { text, pointer: origin?.pointer ?? procedure.pointer, ...(origin?.section === undefined ? {} : { section: origin.section }) };
    });
    return { kept: passed({ ...procedure, goal, steps: rewritten }, "rewrite", `${procedure.steps.length} steps before`) };
  },
};
