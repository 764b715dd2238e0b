import type { MinedProcedure } from "@stepladder/schema";
import type { Drop } from "../../core/mining.ts";
import type { Ask } from "../client.ts";

/** What a stage made of its input: a procedure that goes on, or a reason to drop it. */
export type Verdict = { readonly kept: MinedProcedure } | { readonly dropped: Drop };

/** One thing that a model is asked about each procedure. Prompts are ours; what each asks follows How2Mine's stages (arXiv 2602.08808, section 3). */
export interface Stage<Input = MinedProcedure> {
  readonly id: string;
  readonly title: string;
  ask(input: Input): Ask;
  /** Reads an answer. Throws Unreadable where it is not of the form that was asked for. */
  read(answer: string, input: Input): Verdict;
}

/** The one way of asking: what the task is, then the material, then the form of the answer. */
export function request(task: string, material: object | string, form: string, maxTokens: number): Ask {
  const content = typeof material === "string" ? material : JSON.stringify(material, null, 2);
  return {
    messages: [
      { role: "system", content: `${task}\n\nAnswer with one JSON object and nothing else, of this form:\n${form}` },
      { role: "user", content },
    ],
    maxTokens,
  };
}

/** What models see of a procedure. */
export function shown({ goal, resources, steps }: MinedProcedure): object {
  return {
    goal,
    resources: resources.map(({ text }) => text),
    steps: steps.map(({ title, text }) => (title === undefined ? text : `${title}: ${text}`)),
  };
}

/** The procedure with one more stage behind it. */
export function passed(procedure: MinedProcedure, stage: string, note?: string): MinedProcedure {
  return { ...procedure, stages: [...(procedure.stages ?? []), { stage, ...(note === undefined ? {} : { note }) }] };
}
