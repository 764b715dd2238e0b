import { Constraint } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/browser.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import kernelsUrl from "@stepladder/wasm/kernels.wasm?url";
import { procedureOf } from "@stepladder/wasm/metrics/checks/loose.ts";
import { type CheckedProcedure, type CheckResult, checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { objectIn } from "@stepladder/wasm/metrics/checks/written.ts";

// All that checking needs: the page loads it when something is first checked.

export { sentenceOf } from "@stepladder/wasm/metrics/checks/words.ts";

/** A text that was checked. */
export interface Checked {
  readonly procedure: CheckedProcedure;
  readonly constraints: readonly Constraint[];
  readonly results: readonly CheckResult[];
}

let fetched: Promise<Kernels> | undefined;

function kernels(): Promise<Kernels> {
  // What could not be fetched once may be later.
  fetched ??= loadKernels(kernelsUrl).catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

/** Checks the procedure that a text holds. Rejects where the kernels cannot be fetched. */
export async function checkText(text: string, constraints: readonly Constraint[]): Promise<Checked> {
  const procedure = procedureOf(text);
  return { procedure, constraints, results: checkProcedure(procedure, constraints, await kernels()) };
}

/** What is wrong with a text that begins as JSON does and is no procedure in JSON; a list item such as `[optional] Stir` is no JSON. */
export function jsonFault(text: string): string | undefined {
  if (!/^\s*(?:\{|\[\s*[[{"])/.test(text)) return undefined;
  try {
    JSON.parse(text);
  } catch (error) {
    return `The procedure begins as JSON does, but is broken: ${(error as Error).message}. Mend it, or write the steps as lines.`;
  }
  return objectIn(text) === undefined
    ? 'The procedure is JSON, but no object with a list of steps, such as {"steps": ["Boil water."]}.'
    : undefined;
}

/** Constraints, or what is wrong with them for a person. */
export type ReadConstraints = { readonly constraints: readonly Constraint[] } | { readonly fault: string };

/** Reads constraints as JSON: a list, or an object with such a list, as the published schema has it. */
export function readConstraints(json: string): ReadConstraints {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { fault: `The constraints are no JSON: ${(error as Error).message}.` };
  }
  const list = (value as { readonly constraints?: unknown } | null)?.constraints ?? value;
  if (!Array.isArray(list)) return { fault: 'Expected a list of constraints in brackets, such as [{"kind": "no-duplicates"}].' };
  const constraints: Constraint[] = [];
  for (const [place, one] of list.entries()) {
    const read = readConstraint(one);
    if ("fault" in read) return { fault: `Constraint ${place + 1}: ${read.fault}` };
    constraints.push(read.constraint);
  }
  return { constraints };
}

/** Reads one constraint. */
export function readConstraint(value: unknown): { readonly constraint: Constraint } | { readonly fault: string } {
  const read = Constraint.safeParse(value);
  if (read.success) return { constraint: read.data };
  // A field that is not known comes first: it may be the misspelt one that is missed.
  const { issues } = read.error;
  const { path, message } = (issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0]) as (typeof issues)[number];
  if (path.length === 0) return { fault: `${message}.` };
  const field = path.map((key) => (typeof key === "number" ? `${key + 1}` : String(key))).join(" ");
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  return { fault: `${field}: ${message}; found ${shown(found)}.` };
}
