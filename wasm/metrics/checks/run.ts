import type { Constraint } from "@stepladder/schema";
import type { Kernels } from "../../host/kernels.ts";
import { judge, type Verdict } from "./judge.ts";
import { type Arc, type Match, seeSteps } from "./match.ts";

/** A procedure to check. */
export interface CheckedProcedure {
  readonly goal?: string;
  readonly resources: readonly string[];
  readonly steps: readonly string[];
  /** The text that it was read from; a procedure without one is taken as the JSON object of its parts. */
  readonly raw?: string;
}

/** A part of a step: place of the step from 0, and UTF-16 offsets in its text. */
export interface Span {
  readonly step: number;
  readonly start: number;
  readonly end: number;
}

/** What a check says. */
export interface CheckResult {
  /** Id of the constraint, where it has one, else its kind. */
  readonly check: string;
  readonly passed: boolean;
  /** One sentence. */
  readonly reason: string;
  /** What it points to: what is wrong where it fails; where it passes, the steps that it asked for. */
  readonly spans: readonly Span[];
  /** How the steps that the constraint names were matched, where it names any. */
  readonly matches?: readonly Match[];
}

/** More steps, resources or UTF-16 units in one of them are no procedure: some checks take the square of them in time. */
const MOST = { steps: 2000, resources: 2000, length: 4000 } as const;

/** Checks one procedure: a result for each constraint, in their order. One without steps, or larger than any procedure, passes nothing. */
export function checkProcedure(procedure: CheckedProcedure, constraints: readonly Constraint[], kernels: Kernels): CheckResult[] {
  return checkProcedures([procedure], constraints, kernels)[0] as CheckResult[];
}

/** Procedures that go through the kernels at once: enough that a call costs nothing, few enough that memory stays small. */
const BATCH = 512;

/** Checks many procedures by the same constraints, much faster than one by one; the results are the same. */
export function checkProcedures(
  procedures: readonly CheckedProcedure[],
  constraints: readonly Constraint[],
  kernels: Kernels,
): CheckResult[][] {
  const plan = planOf(constraints);
  const results: CheckResult[][] = [];
  for (let from = 0; from < procedures.length; from += BATCH) {
    const batch = procedures.slice(from, from + BATCH);
    const faults = batch.map(faultOf);
    const seen = seeSteps(
      batch.map(({ steps }, p) => (faults[p] === undefined ? steps : [])),
      plan,
      kernels,
    );
    for (const [p, procedure] of batch.entries()) {
      const { matches, violated, twins } = seen[p] as (typeof seen)[number];
      const fault = faults[p];
      results.push(
        plan.parts.map(({ constraint, groups, arcs }) => {
          const own = matches.slice(...groups);
          if (fault !== undefined) return resultOf(constraint, { passed: false, reason: fault, spans: [] }, own);
          const broken = plan.arcs.slice(...arcs).filter((_, a) => violated[arcs[0] + a]);
          const found = { procedure, matches: own, broken: broken.map(([a, b]): Arc => [a - groups[0], b - groups[0]]), twins };
          return resultOf(constraint, judge(constraint, found), own);
        }),
      );
    }
  }
  return results;
}

/** Why a procedure passes nothing. Nothing at all would otherwise be the best answer to most constraints. */
function faultOf({ steps, resources }: CheckedProcedure): string | undefined {
  if (steps.length === 0) return "There are no steps.";
  if (steps.length > MOST.steps) return `There are more than ${MOST.steps} steps: this is no procedure.`;
  if (resources.length > MOST.resources) return `There are more than ${MOST.resources} resources: this is no procedure.`;
  if ([...steps, ...resources].every(({ length }) => length <= MOST.length)) return undefined;
  return `A step or resource has more than ${MOST.length} characters: this is no procedure.`;
}

function resultOf({ id, kind }: Constraint, { passed, reason, spans }: Verdict, matches: readonly Match[]): CheckResult {
  return { check: id ?? kind, passed, reason, spans, ...(matches.length === 0 ? {} : { matches }) };
}

/** What one constraint asks of the kernels, as ranges of what is asked for all of them. */
interface Part {
  readonly constraint: Constraint;
  readonly groups: readonly [from: number, to: number];
  readonly arcs: readonly [from: number, to: number];
}

function planOf(constraints: readonly Constraint[]) {
  const groups: (readonly string[])[] = [];
  const arcs: Arc[] = [];
  const parts: Part[] = [];
  let wanted = 0;
  for (const constraint of constraints) {
    const [firstWanted, firstArc] = [wanted, arcs.length];
    for (const group of groupsOf(constraint)) {
      groups.push(group);
      wanted += group.length;
    }
    for (const [a, b] of arcsOf(constraint)) arcs.push([a + firstWanted, b + firstWanted]);
    parts.push({ constraint, groups: [firstWanted, wanted], arcs: [firstArc, arcs.length] });
  }
  return { groups, arcs, parts, repeats: constraints.some(({ kind }) => kind === "no-duplicates") };
}

/** Steps that a constraint names; those of one group are different steps of a procedure. */
function groupsOf(constraint: Constraint): readonly (readonly string[])[] {
  switch (constraint.kind) {
    case "required":
    case "ordered":
    case "adjacent":
    case "precedence":
      return [constraint.steps];
    case "forbidden":
      return constraint.steps.map((step) => [step]);
    case "resources-introduced":
      return constraint.things.flatMap(({ by }) => (by === undefined ? [] : [[by]]));
    default:
      return [];
  }
}

function arcsOf(constraint: Constraint): readonly Arc[] {
  if (constraint.kind === "ordered") return constraint.steps.slice(1).map((_, i) => [i, i + 1] as const);
  return constraint.kind === "precedence" ? closureOf(constraint.steps.length, constraint.before) : [];
}

/** All pairs with a path from the first to the second: a step that a procedure leaves out does not part those around it. */
function closureOf(nodes: number, before: readonly (readonly number[])[]): Arc[] {
  const reaches = Array.from({ length: nodes }, () => new Uint8Array(nodes));
  for (const [a = 0, b = 0] of before) (reaches[a] as Uint8Array)[b] = 1;
  for (const [k, beyond] of reaches.entries()) {
    for (const row of reaches) if (row[k] === 1) for (let j = 0; j < nodes; j++) row[j] = (row[j] as number) | (beyond[j] as number);
  }
  return reaches.flatMap((row, a) => [...row].flatMap((reached, b) => (reached === 1 ? [[a, b] as const] : [])));
}
