import type { Constraint } from "@stepladder/schema";
import type { Kernels } from "../../host/kernels.ts";
import { type CheckedProcedure, checkProcedure } from "./run.ts";
import { readWritten } from "./written.ts";

/** The procedure that a text holds, with the text. */
export function procedureOf(text: string): CheckedProcedure {
  const { goal, resources, steps } = readWritten(text);
  return { ...(goal === undefined ? {} : { goal }), resources, steps, raw: text };
}

/**
 * The texts of which one has to pass, as IFEval's loose accuracy makes them: without the first line, the last line, both, and each of
 * these without markdown. IFEval drops asterisks; marks of code and headings are ours.
 */
export function looseTexts(text: string): string[] {
  const lines = text.split("\n");
  const cut = [text, lines.slice(1).join("\n"), lines.slice(0, -1).join("\n"), lines.slice(1, -1).join("\n")];
  return [...cut, ...cut.map((one) => one.replaceAll(/[*`]/g, "").replaceAll(/^#{1,6}[ \t]+/gm, ""))].filter((one) => one.trim() !== "");
}

/** Whether a procedure passes each constraint as it is, and whether any of its loose texts does. */
export function strictAndLoose(
  procedure: CheckedProcedure,
  constraints: readonly Constraint[],
  kernels: Kernels,
): { readonly strict: readonly boolean[]; readonly loose: readonly boolean[] } {
  const strict = checkProcedure(procedure, constraints, kernels).map(({ passed }) => passed);
  const loose = [...strict];
  // A procedure without text has no lines to drop.
  for (const text of procedure.raw === undefined ? [] : looseTexts(procedure.raw).slice(1)) {
    const left = constraints.flatMap((constraint, i) => (loose[i] ? [] : [{ constraint, i }]));
    if (left.length === 0) break;
    const again = checkProcedure(
      procedureOf(text),
      left.map(({ constraint }) => constraint),
      kernels,
    );
    for (const [place, { i }] of left.entries()) loose[i] = (again[place] as (typeof again)[number]).passed;
  }
  return { strict, loose };
}
