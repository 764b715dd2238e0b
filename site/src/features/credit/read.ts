import type { Step, Tree } from "@stepladder/wasm/credit/contract.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { expectedOf, isFor, LONGEST_TEXT, MOST_STEPS, NUMBER_FIELDS } from "./fields.ts";
import { inWalkOrder } from "./tree.ts";

/** A tree, or the first thing that is wrong with it, for a person. */
export type ReadTree = { readonly tree: Tree } | { readonly fault: string };

class Fault extends Error {}

const KNOWN: readonly string[] = ["parent", "text", "executed", ...NUMBER_FIELDS];

/** Reads a tree that somebody wrote: `{"question": "...", "steps": [...]}`, by the fields of a step; `first` is the parent that means step 1. */
export function readTree(value: unknown, first: 0 | 1 = 0): ReadTree {
  try {
    return { tree: inWalkOrder(treeOf(value, first)) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

/** The same of a text. */
export function readTreeText(json: string): ReadTree {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { fault: `The tree is no JSON: ${(error as Error).message}.` };
  }
  return readTree(value);
}

function treeOf(value: unknown, first: 0 | 1): Tree {
  const { question, steps } = (value ?? {}) as { readonly question?: unknown; readonly steps?: unknown };
  if (!Array.isArray(steps)) throw new Fault('Expected a tree such as {"question": "...", "steps": [...]}, with a list of steps.');
  if (steps.length === 0 || steps.length > MOST_STEPS)
    throw new Fault(`Expected 1 to ${MOST_STEPS} steps, found ${steps.length}${steps.length === 0 ? "" : "; leave some out"}.`);
  const read = steps.map((step, at) => stepOf(step, at, first));
  const followed = new Set(read.map(({ parent }) => parent));
  for (const [at, { outcome }] of read.entries()) {
    const isEnd = !followed.has(at);
    if (isEnd && outcome === undefined) throw new Fault(`Step ${at + 1}: expected an outcome, for no step follows it.`);
    if (!isEnd && outcome !== undefined) throw new Fault(`Step ${at + 1}: expected no outcome, for a step follows it.`);
  }
  return { question: textOf("The question", question), steps: read };
}

function stepOf(value: unknown, at: number, first: 0 | 1): Step {
  const where = `Step ${at + 1}`;
  if (typeof value !== "object" || value === null) throw new Fault(`${where}: expected an object, found ${shown(value)}.`);
  const given = value as Readonly<Record<string, unknown>>;
  const stray = Object.keys(given).find((key) => !KNOWN.includes(key));
  if (stray !== undefined) throw new Fault(`${where}: expected no field ${shown(stray)}; the fields are ${KNOWN.join(", ")}.`);
  const { parent, executed } = given;
  if (parent !== undefined && !(Number.isInteger(parent) && (parent as number) >= first && (parent as number) < first + at))
    throw new Fault(
      at === 0
        ? `${where}: expected no parent, for it is the first, found ${shown(parent)}.`
        : `${where}: expected as parent the ${first === 0 ? "index" : "number"} of an earlier step, ${first} to ${first + at - 1}, or none, found ${shown(parent)}.`,
    );
  const numbers = NUMBER_FIELDS.flatMap((field) => {
    const number = given[field];
    if (field === "outcome" && number === undefined) return [];
    if (!isFor(field, number)) throw new Fault(`${where}: expected ${field} to be ${expectedOf(field)}, found ${shown(number)}.`);
    return [[field, number] as const];
  });
  if (typeof executed !== "boolean") throw new Fault(`${where}: expected executed to be true or false, found ${shown(executed)}.`);
  return {
    ...(parent === undefined ? {} : { parent: (parent as number) - first }),
    text: textOf(`The text of step ${at + 1}`, given.text),
    executed,
    ...(Object.fromEntries(numbers) as unknown as Omit<Step, "parent" | "text" | "executed">),
  };
}

function textOf(what: string, value: unknown): string {
  if (typeof value !== "string" || value.length > LONGEST_TEXT) {
    const found = typeof value === "string" ? `${value.length}` : shown(value);
    throw new Fault(`${what}: expected at most ${LONGEST_TEXT} letters, found ${found}.`);
  }
  return value;
}
