import type { CriticalFailure, Judgment, ProcedureItem, ProcedurePrediction, ReasonedJudgment } from "@stepladder/schema";
import type { Remark } from "@stepladder/wasm/host/track.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { pyInt, pyTruth } from "@stepladder/wasm/lib/python.ts";
import type { JudgmentsCodec, Judgment as Measured, Verdict } from "@stepladder/wasm/metrics/judgments/measure.ts";
import { type Fields, fieldsOf, plainNumbers } from "../records.ts";
import { given } from "./steps.ts";

/** Fields of which any makes a record a judgment. */
const OF_JUDGMENTS = ["has_failure", "n_failures", "parse_failed", "critical_failures"] as const;

export function isJudgment(fields: Fields): boolean {
  return OF_JUDGMENTS.some((name) => fields[name] !== undefined);
}

/** A judgment as aggregate.py reads it: flags by Python's truth, so that the text "false" is true; a number of failures that is none is 0. */
export function officialJudgment({ has_failure, n_failures, parse_failed }: Fields): Judgment {
  const failures = n_failures === undefined ? undefined : safe(Number(pyInt(n_failures) ?? 0));
  return {
    has_failure: pyTruth(has_failure),
    ...(failures === undefined ? {} : { n_failures: failures }),
    ...(pyTruth(parse_failed) ? { parse_failed: true } : {}),
  };
}

/** The same with the failures that it lists. */
export function reasonedJudgment(fields: Fields): ReasonedJudgment {
  const found = Array.isArray(fields.critical_failures) ? failuresAmong(fields.critical_failures) : [];
  return { ...officialJudgment(fields), ...(found.length === 0 ? {} : { critical_failures: found }) };
}

/** The failures of a list as judge.py counts them: its objects. Of what they hold only what can be read, since none of it is scored. */
export function failuresAmong(listed: readonly unknown[]): CriticalFailure[] {
  return listed.map(fieldsOf).flatMap((one) => {
    if (one === undefined) return [];
    const { failure, L1_steps, L2_steps } = one;
    return [
      { ...(typeof failure === "string" ? { failure } : {}), ...stepNumbers("L1_steps", L1_steps), ...stepNumbers("L2_steps", L2_steps) },
    ];
  });
}

function stepNumbers(name: "L1_steps" | "L2_steps", value: unknown): CriticalFailure {
  const numbers = plainNumbers(value);
  return Array.isArray(numbers) ? { [name]: numbers.filter(Number.isSafeInteger) } : {};
}

/** Numbers too large to tell apart are held at the safe ones' ends. Plus 0: there is no -0 among Python's integers. */
function safe(number: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number)) + 0;
}

/** What deserves a look in a judgment: a flag that is none, failures counted where there is said to be none, or another number than are listed. */
export function remarksOf(fields: Fields): Remark[] {
  const { has_failure, n_failures, critical_failures: listed } = fields;
  if (pyTruth(fields.parse_failed)) return [];
  if (typeof has_failure !== "boolean") {
    const counts = pyTruth(has_failure) ? "a failure" : "no failure";
    return [odd("has_failure", "true or false", has_failure, `write true or false; as officially this counts as ${counts}`)];
  }
  if (!has_failure && Number(n_failures) > 0)
    return [
      odd(
        "has_failure",
        "true, as failures are counted",
        has_failure,
        "write true where there is a failure; as officially this flag is scored",
      ),
    ];
  if (!Array.isArray(listed) || n_failures === undefined) return [];
  const { length } = failuresAmong(listed);
  if (length === n_failures) return [];
  return [odd("n_failures", `${length}, as listed`, n_failures, "count the failures that are listed; as officially this number is taken")];
}

function odd(field: string, expected: string, found: unknown, fix: string): Remark {
  return { kind: "odd-judgment", field, expected, found: shown(found), fix };
}

function verdictOf({ has_failure, parse_failed }: Judgment): Verdict {
  if (parse_failed === true) return "not-parsed";
  return has_failure ? "has-failure" : "no-failure";
}

function measured(judgment: Judgment): Measured {
  return { verdict: verdictOf(judgment), failures: judgment.n_failures ?? 0 };
}

/** How records of this track become columns. A judgment of gold's that was not parsed is none to agree with. */
export const judgmentsCodec: JudgmentsCodec<ProcedureItem, ProcedurePrediction> = {
  gold: ({ steps, judgment }) => {
    const verdict = judgment === undefined ? "not-parsed" : verdictOf(judgment);
    return { steps: steps.length, ...(verdict === "not-parsed" ? {} : { verdict }) };
  },
  prediction: ({ steps, judgment }) => ({
    ...(judgment === undefined ? {} : { judgment: measured(judgment) }),
    ...(steps === undefined ? {} : { steps: given(steps) }),
  }),
};

/** What samples of an item vote with: the verdict, or the steps where there is none. */
export function verdictVote({ steps, judgment }: ProcedurePrediction): string {
  return judgment === undefined ? JSON.stringify(steps ?? null) : verdictOf(judgment);
}
