import { SYNONYMS } from "../synonyms.ts";
import type { Action, Recipe } from "./recipe.ts";

/** What is known of an action of one recipe and one of another, in the order of the weights. */
export const FEATURES = ["any", "same verb", "like verb", "clause", "shared", "best", "before", "after", "distance", "ends"] as const;

/** Rows for each action of the source, of vectors for each of the target. */
export type Features = readonly (readonly Float64Array[])[];

/** How rare a term is among all actions of the recipes of a goal. */
export function raritiesOf(recipes: readonly Recipe[]): (term: string) => number {
  const actions = recipes.flatMap((recipe) => recipe.actions);
  const holders = new Map<string, number>();
  for (const { terms } of actions) for (const term of new Set(terms)) holders.set(term, (holders.get(term) ?? 0) + 1);
  return (term) => Math.log((actions.length + 1) / ((holders.get(term) ?? 0) + 0.5));
}

/** What is known of each pair of actions. Neighbours tell by their clauses, for actions that correspond do so in company. */
export function featuresOf(source: Recipe, target: Recipe, rarity: (term: string) => number): Features {
  const clauses = source.actions.map((own) => target.actions.map((other) => cosine(own.terms, other.terms, rarity)));
  const verbs = source.actions.map((own) => target.actions.map((other) => likeVerbs(own, other)));
  const worth = clauses.map((row, i) => row.map((value, j) => value + (verbs[i]?.[j] as number)));
  const ofSource = worth.map((row) => Math.max(1e-9, ...row));
  const ofTarget = target.actions.map((_, j) => Math.max(1e-9, ...worth.map((row) => row[j] as number)));
  const at = (i: number, j: number): number => worth[i]?.[j] ?? 0;
  const place = (i: number, count: number): number => (count < 2 ? 0.5 : i / (count - 1));
  return source.actions.map((_, i) =>
    target.actions.map((_, j) => {
      const distance = Math.abs(place(i, source.actions.length) - place(j, target.actions.length));
      const clause = clauses[i]?.[j] as number;
      const verb = verbs[i]?.[j] as number;
      const best = at(i, j) / Math.max(ofSource[i] as number, ofTarget[j] as number);
      const ends = Number((i === 0 && j === 0) || (i === source.actions.length - 1 && j === target.actions.length - 1));
      return Float64Array.of(
        1,
        Number(verb === 1),
        Number(verb > 0 && verb < 1),
        clause,
        Number(clause > 0),
        best,
        at(i - 1, j - 1),
        at(i + 1, j + 1),
        distance,
        ends,
      );
    }),
  );
}

/** 1 for the same verb, a half for one that is used in its place. */
function likeVerbs({ verb }: Action, { verb: other }: Action): number {
  return verb === other ? 1 : SYNONYMS.get(verb)?.has(other) ? 0.5 : 0;
}

function cosine(a: readonly string[], b: readonly string[], rarity: (term: string) => number): number {
  const [own, other] = [new Set(a), new Set(b)];
  const norm = (terms: ReadonlySet<string>): number => [...terms].reduce((sum, term) => sum + rarity(term) ** 2, 0);
  const shared = norm(own.intersection(other));
  return shared === 0 ? 0 : shared / Math.sqrt(norm(own) * norm(other));
}
