import type { Procedure, ProcedureStep } from "@stepladder/schema";

/** A step as a reader of it reads it: its title and its text. */
export function textOfStep({ title, text }: ProcedureStep): string {
  return title === undefined ? text : `${title}. ${text}`;
}

/** The steps of a procedure as text. */
export function stepTexts({ steps }: Pick<Procedure, "steps">): string[] {
  return steps.map(textOfStep);
}

/** Goal and steps, a line each: what a procedure is compared, classified and measured by. */
export function textOf(procedure: Pick<Procedure, "goal" | "steps">): string {
  return [procedure.goal, ...stepTexts(procedure)].join("\n");
}

/** Share of texts that a test is true of; 0 of none. */
export function shareOf(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}
