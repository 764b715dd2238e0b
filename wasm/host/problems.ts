import { PROBLEM_EXAMPLES, type Problem, type ProblemGroup } from "@stepladder/schema";
import { escapeUnseen } from "../intake/excerpt.ts";

/** Collects problems by kind: the first hundred of each and the count of all. */
export class ProblemList {
  readonly #groups = new Map<string, ProblemGroup>();
  /** The problem added last. */
  last: Problem | undefined;

  add(problem: Problem): void {
    this.last = problem;
    this.addGroup({ kind: problem.kind, severity: problem.severity, count: 1, examples: [printable(problem)] });
  }

  addGroup({ kind, severity, count, examples }: ProblemGroup): void {
    const group = this.#groups.get(kind) ?? { kind, severity, count: 0, examples: [] };
    group.count += count;
    group.examples.push(...examples.slice(0, PROBLEM_EXAMPLES - group.examples.length));
    this.#groups.set(kind, group);
  }

  /** Groups, errors first, then by kind. */
  groups(): ProblemGroup[] {
    return [...this.#groups.values()].sort((a, b) => rank(a) - rank(b) || (a.kind < b.kind ? -1 : 1));
  }
}

/** A problem as it may stand on a terminal and a page: what cannot be seen in a stranger's text is written as escapes, and text without end is cut. */
function printable(problem: Problem): Problem {
  const parts = Object.entries(problem).map(([part, value]) => {
    const longest = part === "expected" || part === "fix" ? LONGEST : LONGEST_FOREIGN;
    return [part, typeof value === "string" ? clipped(escapeUnseen(value.slice(0, 2 * longest)), longest) : value];
  });
  return Object.fromEntries(parts) as Problem;
}

/** Characters of what is expected, which may list all layouts of a track, and of what to do. */
const LONGEST = 2000;
/** Characters of names, ids, fields and what was found. */
const LONGEST_FOREIGN = 300;

function clipped(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function rank({ severity }: ProblemGroup): number {
  return severity === "error" ? 0 : 1;
}

/** Input from which no score can be made. Carries every problem found, for a person to read. */
export class InputError extends Error {
  readonly problems: readonly ProblemGroup[];
  constructor(problems: readonly ProblemGroup[], options?: ErrorOptions) {
    const [first] = problems[0]?.examples ?? [];
    super(first === undefined ? "unusable input" : describe(first), options);
    this.name = "InputError";
    this.problems = problems;
  }
}

/** One problem as a line of text: `file:line id field: expected ..., found ...; fix`. */
export function describe(problem: Problem): string {
  const { file, line, id, field, expected, found, fix } = printable(problem);
  const where = [file === undefined ? undefined : `${file}${line === undefined ? "" : `:${line}`}`, id, field].filter(
    (part) => part !== undefined,
  );
  return `${where.length > 0 ? `${where.join(" ")}: ` : ""}expected ${expected}, found ${found}; ${fix}`;
}
