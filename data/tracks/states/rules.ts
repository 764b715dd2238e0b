import { isInteger, type StatesItem, type StatesPrediction } from "@stepladder/schema";
import { pyInt, pyIterate, pyStr } from "@stepladder/wasm/lib/python.ts";
import type { StatesCodec } from "@stepladder/wasm/metrics/states/measure.ts";

/** The prediction that stands for an unreadable answer, as the official extraction writes it. */
export const vacant: StatesPrediction = { intermediate: [], final: "" };

/** Which of ProcBench's three matchers a gold state calls for: the official `exact_match` looks at gold's type only. */
export const RULE = { text: 0, integer: 1, list: 2 } as const;

/**
 * Key of a state under a matcher: two states match officially exactly if their keys are equal.
 * Source: ProcBench, proc_bench/evaluator.py (match_str, match_int, match_list), with every quirk of Python's str() and int().
 */
export function stateKey(state: unknown, rule: number): string | undefined {
  if (rule === RULE.text) return textOf(state);
  if (rule === RULE.integer) return Number.isSafeInteger(state) ? String(state) : pyInt(state);
  return listKey(state);
}

/** `str()`, at once for what nearly all states and elements are. */
function textOf(state: unknown): string {
  return typeof state === "string" ? state : Number.isSafeInteger(state) ? String(state) : pyStr(state);
}

/** Elements by their str(); an empty list matches nothing. */
function textsOf(state: unknown): readonly string[] | undefined {
  const elements: readonly unknown[] | undefined = Array.isArray(state) ? state : pyIterate(state);
  if (elements === undefined || elements.length === 0) return undefined;
  return elements.every((element): element is string => typeof element === "string") ? elements : elements.map(textOf);
}

/** Each element behind its length, so that no two lists share a key. */
function listKey(state: unknown): string | undefined {
  const texts = textsOf(state);
  if (texts === undefined) return undefined;
  let key = "";
  for (const text of texts) key += `${text.length}:${text}`;
  return key;
}

/** The matcher for a gold state. */
export function stateRule(state: unknown): number {
  if (typeof state === "string") return RULE.text;
  return isInteger(state) ? RULE.integer : RULE.list;
}

/** How records of state-by-state tracks become columns, under ProcBench's rules of equality. */
export const statesCodec: StatesCodec<StatesItem, StatesPrediction> = {
  gold: ({ intermediate, final }) => [...intermediate, final],
  prediction: ({ intermediate, final }) => [...intermediate, final],
  rule: stateRule,
  key: (state, rule) => (rule === RULE.list ? textsOf(state) : stateKey(state, rule)),
};
