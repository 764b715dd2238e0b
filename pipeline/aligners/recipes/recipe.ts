import type { Procedure } from "@stepladder/schema";
import { actionsOf } from "@stepladder/tracks/step-alignment/ara.ts";
import { stepText } from "../video.ts";
import { termsOf } from "../words.ts";

/** An action of a procedure, and what is said around it. */
export interface Action {
  /** How links name it: the number of its first token, or of its step, from 1. */
  readonly token: number;
  /** Its verb, as a stem. */
  readonly verb: string;
  /** Terms of its clause but the verb. */
  readonly terms: readonly string[];
}

export interface Recipe {
  readonly name: string;
  readonly actions: readonly Action[];
}

/**
 * A recipe in CoNLL-U. The clause of an action goes on up to the next one or the end of its sentence; the first of a sentence has what
 * comes before it too.
 */
export function recipeOf(text: string, name: string): Recipe {
  const words = new Map<number, string>();
  for (const line of text.split(/\r?\n/)) {
    const [token = "", word = ""] = line.split("\t");
    if (/^\d+$/.test(token)) words.set(Number(token), word);
  }
  const spans = actionsOf(text, name);
  const ends = [...words].flatMap(([token, word]) => (/^[.!?]$/.test(word) ? [token] : []));
  const last = Math.max(0, ...words.keys());
  const actions = spans.map(({ token, text: own }, i) => {
    const before = Math.max(0, ...ends.filter((end) => end < token));
    const follows = spans[i - 1] !== undefined && (spans[i - 1] as (typeof spans)[number]).token > before;
    const end = ends.find((one) => one > token) ?? last + 1;
    const between = (from: number, to: number): string => Array.from({ length: to - from }, (_, k) => words.get(from + k) ?? "").join(" ");
    const clause = between(follows ? token : before + 1, Math.min(end, spans[i + 1]?.token ?? last + 1));
    return actionOf(token, own, clause, "en");
  });
  return { name, actions };
}

/** A procedure, each of whose steps is an action. */
export function recipeOfSteps({ id, lang, steps }: Procedure): Recipe {
  return { name: id, actions: steps.map((step, i) => actionOf(i + 1, step.text, stepText(step), lang)) };
}

/** Its verb is the first word that says anything. */
function actionOf(token: number, own: string, clause: string, lang: string): Action {
  const [verb = own.toLowerCase()] = termsOf(own, lang);
  return { token, verb, terms: termsOf(clause, lang).filter((term) => term !== verb) };
}
