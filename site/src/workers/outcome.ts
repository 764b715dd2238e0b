import type { Problem, ProblemGroup } from "@stepladder/schema";
import type { Outcome } from "./messages.ts";

/** Runs a job; whatever it throws becomes problems that a person can read. */
export async function outcome<T>(job: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await job() };
  } catch (error) {
    return { ok: false, problems: problemsOf(error) };
  }
}

/** What went wrong, told to a person. Errors of the core carry their problems; any other is a fault of ours, or of the machine. */
export function problemsOf(error: unknown): readonly ProblemGroup[] {
  if (error instanceof Error && "problems" in error && Array.isArray(error.problems)) return error.problems as ProblemGroup[];
  if (error instanceof Error && "problem" in error) return [alone(error.problem as Problem)];
  return [alone(unforeseen(error))];
}

/** A single problem as a group. */
export function alone(problem: Problem): ProblemGroup {
  return { kind: problem.kind, severity: problem.severity, count: 1, examples: [problem] };
}

function unforeseen(error: unknown): Problem {
  if (error instanceof RangeError || (error instanceof Error && /memory|allocation/i.test(error.message))) {
    return {
      kind: "out-of-memory",
      severity: "error",
      expected: "room in this browser's memory for the columns of gold and predictions",
      found: error.message,
      fix: "score on the command line, or give the predictions in several files",
    };
  }
  return {
    kind: "unforeseen",
    severity: "error",
    expected: "the files to be read and scored",
    found: error instanceof Error ? error.message : String(error),
    fix: "this is a fault of Stepladder, not of your file: please report it with this message",
  };
}
