import type { NamedStep } from "@stepladder/schema";

/** The steps of a procedure as predictions are read against them: their texts without the full stop that ends them. */
export type Names = readonly string[];

/** Number of a step that no library has. */
export const UNKNOWN = -1;

/** Between two steps of a sequence as the benchmark writes it; the full stop is the first one's. */
const SEPARATOR = ". <-> ";

export function withoutStop(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}

/** Place of a step in the library, or UNKNOWN. Texts are equal to the letter but for a full stop at their end. */
export function placeOf(step: NamedStep, names: Names): number {
  if (typeof step === "number") return step >= 0 && step < names.length ? step : UNKNOWN;
  return names.indexOf(withoutStop(step));
}

/**
 * Places of the steps in a model's own text. The released scripts split it so: whatever stands behind the last separator keeps its
 * full stop, and so is no step where it has one.
 */
export function placesIn(output: string, names: Names): number[] {
  return output.split(SEPARATOR).map((piece) => names.indexOf(piece));
}

/** Whether text has the form of a sequence of steps. */
export function isSequence(output: string): boolean {
  return output.includes("<->");
}

/** Steps that the library has, each where it first stands (src/partial_sequence_completion.py). */
export function knownOnce(places: readonly number[]): number[] {
  return [...new Set(places)].filter((place) => place !== UNKNOWN);
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** Of 40 sampled paths an edge needs more than 4, and its steps more than 5 characters (src/graph.py: NUM_BEAMS, THRESHOLD). */
const BEAMS = 40;
const THRESHOLD = 4;
const SHORTEST = 5;

/**
 * The graph of sampled paths, in order of first appearance: pairs of steps in a row, kept where more than 4 of 40 paths have them (or
 * more than that share of another number of paths), with that share as weight. Steps stand by their name; a number that the library
 * does not have stands by itself.
 */
export function decoded(paths: readonly (string | readonly NamedStep[])[], names: Names): Edge[] {
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const path of paths) {
    const steps = namesOf(path, names);
    for (const [i, to] of steps.slice(1).entries()) {
      const from = steps[i] as string;
      const pair = counts.get(`${from}\n${to}`) ?? { from, to, count: 0 };
      pair.count++;
      counts.set(`${from}\n${to}`, pair);
    }
  }
  return [...counts.values()]
    .filter(({ from, to, count }) => count * BEAMS > THRESHOLD * paths.length && from.length > SHORTEST && to.length > SHORTEST)
    .map(({ from, to, count }) => ({ from, to, weight: count / paths.length }));
}

function namesOf(path: string | readonly NamedStep[], names: Names): readonly string[] {
  const steps = typeof path === "string" ? path.split("<->").filter((text) => text.trim() !== "") : path;
  return steps.map((step) => (typeof step === "string" ? withoutStop(step.trim()) : (names[step] ?? `no step ${step}`)));
}

/** Edges as numbers side by side, as the kernel takes them: each edge that gold cannot know once. */
export function edgeNumbers(edges: readonly { readonly from: NamedStep; readonly to: NamedStep }[], names: Names): number[] {
  const strange = new Set<string>();
  return edges.flatMap(({ from, to }) => {
    const places = [placeOf(from, names), placeOf(to, names)];
    if (!places.includes(UNKNOWN)) return places;
    const key = JSON.stringify([from, to]);
    if (strange.has(key)) return [];
    strange.add(key);
    return places;
  });
}
