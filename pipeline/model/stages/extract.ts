import { Resource, type Unmined } from "@stepladder/schema";
import * as z from "zod/mini";
import { readAnswer, Unreadable } from "../json.ts";
import { request, type Stage } from "./stage.ts";

const FEWEST_STEPS = 3;
/** Characters of a page that are shown: about 6,000 tokens. */
const MOST_TEXT = 24_000;

const Found = z.object({
  procedure: z.nullable(
    z.object({
      goal: z.string().check(z.trim(), z.minLength(1)),
      resources: z.array(Resource),
      steps: z.array(z.string().check(z.trim(), z.minLength(1))),
    }),
  ),
});

/** Finds a procedure in the running text of a page on which structure shows none. Every step has to stand in the text. */
export const extract: Stage<Unmined> = {
  id: "extract",
  title: "Find a procedure in running text",
  ask: ({ text }) =>
    request(
      "You are given the text of a web page. If it tells how to do one thing in steps that are done one after another, give the goal, what is needed, and the steps, in the words of the page: leave out remarks, do not add, merge or reorder. If it tells no such procedure, or one of fewer than three steps, the procedure is null.",
      text.slice(0, MOST_TEXT),
      '{"procedure": {"goal": "...", "resources": [{"text": "...", "kind": "supply" or "tool"}], "steps": ["...", "..."]}} or {"procedure": null}',
      2_048,
    ),
  read(answer, { id, lang, source, text }) {
    const { procedure } = readAnswer(answer, Found);
    if (procedure === null) return { dropped: { reason: "no-procedure" } };
    if (procedure.steps.length < FEWEST_STEPS) return { dropped: { reason: "too-few-steps", detail: `${procedure.steps.length} steps` } };
    const strange = procedure.steps.find((step) => !stands(step, text));
    if (strange !== undefined) throw new Unreadable(`expected steps in the words of the page, found "${strange.slice(0, 80)}"`);
    return {
      kept: {
        id: `${id}#text`,
        goal: procedure.goal,
        lang,
        resources: procedure.resources,
        steps: procedure.steps.map((step) => ({ text: step, pointer: "text" })),
        source,
        miner: "model",
        score: 0.5,
        pointer: "text",
        stages: [{ stage: "extract" }],
      },
    };
  },
};

/** Whether most words of a step stand in the page: a model that makes up steps is not believed. */
function stands(step: string, text: string): boolean {
  const words = wordsOf(step);
  const known = new Set(wordsOf(text));
  return words.length > 0 && words.filter((word) => known.has(word)).length >= 0.8 * words.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
