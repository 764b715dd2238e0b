import type { ProblemGroup } from "@stepladder/schema";
import { describe, InputError } from "@stepladder/wasm/host/problems.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";

/** Bad input or a check that fails: exit code 1. The message is for a person. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CommandError";
  }
}

/** How many examples of a kind the terminal shows; the scorecard has a hundred. */
const SHOWN = 3;

/** Problems as lines for the terminal. */
export function problemLines(groups: readonly ProblemGroup[]): string[] {
  return groups.flatMap(({ kind, severity, count, examples }) => [
    `${severity} ${kind}: ${count}`,
    ...examples.slice(0, SHOWN).map((problem) => `  ${describe(problem)}`),
    ...(count > SHOWN ? [`  ... and ${count - SHOWN} more`] : []),
  ]);
}

/** What an error says to the person at the terminal; `undefined` where it is a defect of ours. */
export function told(error: unknown): string | undefined {
  if (error instanceof InputError) return problemLines(error.problems).join("\n");
  if (error instanceof FileProblem) return describe(error.problem);
  if (error instanceof CommandError) return error.message;
  return undefined;
}
