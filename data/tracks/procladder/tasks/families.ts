/**
 * What decides about the next step of a task type beyond its place in a list, by family: the types of each.
 * All other types are straight: their steps follow one another as the prompt lists them.
 */
const CONTROLLED = {
  branching: ["branch-on-a-number", "route-through-stations"],
  loops: ["rounds-of-a-count", "serve-the-queue"],
  "sub-procedures": ["call-by-name", "fold-a-text"],
  constraints: ["keep-within-limits", "moves-on-a-board"],
  interleaved: ["take-turns", "lower-goes-first"],
} as const;

/** The families, straight procedures first. */
export const families = ["straight", ...Object.keys(CONTROLLED)];

/** The family of a task type; what no family lists is straight. */
export function familyOf(task: string): string {
  return Object.entries(CONTROLLED).find(([, types]) => types.some((type) => type === task))?.[0] ?? "straight";
}
