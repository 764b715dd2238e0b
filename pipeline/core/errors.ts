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
  return toldOfSystem(error);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "no permission",
  EEXIST: "something else of that name",
  EISDIR: "a folder where a file should be",
  ENOENT: "nothing there",
  ENOSPC: "no space left on the disk",
  ENOTDIR: "a file where a folder should be",
  EPERM: "no permission",
  EROFS: "a disk that cannot be written to",
};

/** The operating system's refusal to read or write a file, for a person. */
function toldOfSystem(error: unknown): string | undefined {
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  if (!(error instanceof Error) || code === undefined || syscall === undefined) return undefined;
  return `${dest ?? path ?? syscall}: expected a file or folder that can be read or written, found ${REASONS[code] ?? code}; choose another place`;
}
