import type { Arc } from "./measure.ts";

/** A gold graph and a prediction for it, over the same numbers: the first `nodes` are gold's, the others the prediction's own. */
export interface GraphPair {
  readonly nodes: number;
  readonly all: number;
  readonly gold: readonly Arc<number>[];
  readonly predicted: readonly Arc<number>[];
  readonly executions: readonly (readonly number[])[];
}

type Pairs = ReadonlySet<string>;

const key = (u: number, v: number): string => `${u} ${v}`;

function pairsIn(arcs: readonly Arc<number>[]): Pairs {
  return new Set(arcs.map(([u, v]) => key(u, v)));
}

function pairsOf(all: number, holds: (u: number, v: number) => boolean): Pairs {
  const numbers = Array.from({ length: all }, (_, i) => i);
  return new Set(numbers.flatMap((u) => numbers.filter((v) => holds(u, v)).map((v) => key(u, v))));
}

/** Pairs (u, v) with a path of one arc or more from u to v. */
function closureOf(all: number, arcs: Pairs): Pairs {
  return pairsOf(all, (u, v) => {
    const seen = new Set<number>();
    const waiting = [u];
    for (const node of waiting) {
      for (let next = 0; next < all; next++) {
        if (!arcs.has(key(node, next)) || seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return seen.has(v);
  });
}

/** Arcs that do not follow from others: nothing lies between their ends but what is on a cycle with one of them. */
function reductionOf(all: number, arcs: Pairs, closure: Pairs): Pairs {
  const reaches = (u: number, v: number): boolean => closure.has(key(u, v));
  const onCycle = (u: number, v: number): boolean => u === v || (reaches(u, v) && reaches(v, u));
  return pairsOf(all, (u, v) => {
    if (!arcs.has(key(u, v))) return false;
    if (onCycle(u, v)) return true;
    for (let w = 0; w < all; w++) if (reaches(u, w) && reaches(w, v) && !onCycle(u, w) && !onCycle(v, w)) return false;
    return true;
  });
}

function compared(gold: Pairs, predicted: Pairs): { counts: number[]; precision: number; recall: number; f1: number } {
  const hits = [...predicted].filter((pair) => gold.has(pair)).length;
  const precision = predicted.size === 0 ? 0 : hits / predicted.size;
  const recall = gold.size === 0 ? 0 : hits / gold.size;
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { counts: [hits, predicted.size, gold.size], precision, recall, f1 };
}

/** The row that the kernel must write, but for edit distance, the slow and obvious way. */
export function graphsOracle({ nodes, all, gold, predicted, executions }: GraphPair): { before: number[]; unknown: number } {
  const [right, told] = [pairsIn(gold), pairsIn(predicted)];
  const [rightClosure, toldClosure] = [closureOf(all, right), closureOf(all, told)];
  const edges = compared(right, told);
  const closed = compared(rightClosure, toldClosure);
  const reduced = compared(reductionOf(all, right, rightClosure), reductionOf(all, told, toldClosure));
  const acyclic = !Array.from({ length: all }, (_, u) => key(u, u)).some((loop) => toldClosure.has(loop));
  let pairs = 0;
  let kept = 0;
  for (const pair of toldClosure) {
    const [u, v] = pair.split(" ").map(Number) as [number, number];
    for (const execution of executions) {
      if (u === v || !execution.includes(u) || !execution.includes(v)) continue;
      pairs++;
      if (execution.indexOf(u) < execution.indexOf(v)) kept++;
    }
  }
  const before = [
    ...edges.counts,
    edges.precision,
    edges.recall,
    edges.f1,
    ...closed.counts,
    closed.f1,
    ...reduced.counts,
    reduced.f1,
    Number(acyclic),
    pairs,
    kept,
  ];
  return { before, unknown: all - nodes };
}

/** Edit distance without labels by trying every mapping of gold's nodes; for a handful of nodes. */
export function editOracle({ nodes, all, gold, predicted }: GraphPair): number {
  const arcs = pairsIn(predicted);
  const wanted = [...pairsIn(gold)].map((pair) => pair.split(" ").map(Number) as [number, number]);
  let best = Number.POSITIVE_INFINITY;
  const map: number[] = [];
  const tryAll = (): void => {
    if (map.length === nodes) {
      const kept = wanted.filter(([u, v]) => arcs.has(key(map[u] as number, map[v] as number))).length;
      best = Math.min(best, wanted.length + arcs.size - 2 * kept + all - nodes);
      return;
    }
    for (let v = 0; v < all; v++) {
      if (map.includes(v)) continue;
      map.push(v);
      tryAll();
      map.pop();
    }
  };
  tryAll();
  return best;
}
