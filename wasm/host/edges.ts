import type { Edge } from "./panels.ts";

/**
 * What two graphs make of a pair of nodes: in both; in gold alone; predicted the other way round; predicted, and following from gold's
 * edges though it is none of them; predicted, and nothing of that.
 */
export type EdgeVerdict = "right" | "missing" | "reversed" | "implied" | "wrong";

/** An edge as it was predicted, or as gold has it where it is missing. */
export interface JudgedEdge {
  readonly from: string;
  readonly to: string;
  readonly verdict: EdgeVerdict;
}

/** For each node those that its edges lead to. */
export type Successors = ReadonlyMap<string, ReadonlySet<string>>;

export function successorsOf(edges: readonly Edge[]): Successors {
  const successors = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    const own = successors.get(from);
    if (own === undefined) successors.set(from, new Set([to]));
    else own.add(to);
  }
  return successors;
}

/** All nodes that a path of one edge or more leads to. */
export function reachedFrom(node: string, successors: Successors): Set<string> {
  const reached = new Set<string>();
  const waiting = [node];
  for (const one of waiting) {
    for (const next of successors.get(one) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}

/** Every edge of the two graphs once, gold's first. What is reversed is not missing too. */
export function judgedEdges(gold: readonly Edge[], predicted: readonly Edge[]): JudgedEdge[] {
  const [right, told] = [successorsOf(gold), successorsOf(predicted)];
  const judged: JudgedEdge[] = [];
  for (const [from, tos] of right) {
    for (const to of tos) {
      if (told.get(from)?.has(to)) judged.push({ from, to, verdict: "right" });
      else if (!told.get(to)?.has(from)) judged.push({ from, to, verdict: "missing" });
    }
  }
  for (const [from, tos] of told) {
    const others = [...tos].filter((to) => !right.get(from)?.has(to));
    const reached = others.length === 0 ? undefined : reachedFrom(from, right);
    for (const to of others) {
      const verdict = right.get(to)?.has(from) ? "reversed" : reached?.has(to) ? "implied" : "wrong";
      judged.push({ from, to, verdict });
    }
  }
  return judged;
}
