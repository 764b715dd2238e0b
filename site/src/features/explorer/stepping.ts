import type { Steps } from "./viewers/contract.ts";

/** Where playing stops by itself. */
export interface Breakpoints {
  /** At a step that is wrong. */
  readonly error: boolean;
  /** At a state that is not as long as the one before it. */
  readonly size: boolean;
  /** At a step that holds this text, whatever its case; empty: nowhere. */
  readonly word: string;
}

export const NO_STOPS: Breakpoints = { error: false, size: false, word: "" };

/** The first wrong step after this one. */
export function nextError({ errors }: Steps, after: number): number | undefined {
  return errors.find((at) => at > after);
}

/** Why playing stops at a step, in words; `undefined` where it goes on. */
export function stopAt(steps: Steps, at: number, { error, size, word }: Breakpoints): string | undefined {
  if (error && steps.errors.includes(at)) return "it differs from gold";
  if (size && at > 0 && steps.size !== undefined && steps.size(at) !== steps.size(at - 1)) return "the length of the state changes";
  if (word !== "" && steps.text?.(at).toLowerCase().includes(word.toLowerCase())) return `it holds “${word}”`;
  return undefined;
}

/** The step at which playing on from this one comes to rest: the next stop, else the last. */
export function runFrom(steps: Steps, from: number, stops: Breakpoints): number {
  for (let at = from + 1; at < steps.count; at++) if (stopAt(steps, at, stops) !== undefined) return at;
  return Math.max(0, steps.count - 1);
}

/** What is read out as a step is reached. */
export function stepWords(steps: Steps, at: number): string {
  const place = steps.place?.(at) ?? `Step ${at + 1} of ${steps.count}`;
  if (!steps.errors.includes(at)) return `${place}.`;
  return steps.errors[0] === at ? `${place}: the first error.` : `${place}: an error.`;
}
