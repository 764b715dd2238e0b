import type { Arc } from "../metrics/graphs/measure.ts";
import type { GraphPair } from "../metrics/graphs/oracle.ts";

/** What a user would write: sets of successors, a walk from every node. Gives the mean of the F1 of edges, closures and reductions. */
export function scoreGraphsPlain(pairs: readonly GraphPair[]): number {
  let sum = 0;
  for (const { nodes, gold, predicted } of pairs) {
    const [right, told] = [successors(nodes, gold), successors(nodes, predicted)];
    const [rightClosure, toldClosure] = [closure(right), closure(told)];
    sum += f1(right, told) + f1(rightClosure, toldClosure) + f1(reduction(right, rightClosure), reduction(told, toldClosure));
  }
  return sum / pairs.length / 3;
}

type Successors = readonly ReadonlySet<number>[];

function successors(nodes: number, arcs: readonly Arc<number>[]): Successors {
  const sets = Array.from({ length: nodes }, () => new Set<number>());
  for (const [u, v] of arcs) sets[u]?.add(v);
  return sets;
}

function closure(graph: Successors): Successors {
  return graph.map((own) => {
    const reached = new Set(own);
    for (const node of reached) for (const next of graph[node] as ReadonlySet<number>) reached.add(next);
    return reached;
  });
}

function reduction(graph: Successors, closed: Successors): Successors {
  return graph.map((own) => new Set([...own].filter((v) => ![...own].some((w) => w !== v && closed[w]?.has(v)))));
}

function f1(gold: Successors, predicted: Successors): number {
  let [hits, right, told] = [0, 0, 0];
  for (const [u, own] of gold.entries()) {
    right += own.size;
    told += predicted[u]?.size ?? 0;
    for (const v of own) if (predicted[u]?.has(v)) hits++;
  }
  if (hits === 0) return 0;
  const [precision, recall] = [hits / told, hits / right];
  return (2 * precision * recall) / (precision + recall);
}

/** Mean edit distance of graphs of one size, by trying mappings and leaving those that cost more than the best. */
export function editGraphsPlain(pairs: readonly GraphPair[]): number {
  return pairs.reduce((sum, pair) => sum + editDistance(pair), 0) / pairs.length;
}

function editDistance({ nodes, gold, predicted }: GraphPair): number {
  const [right, told] = [successors(nodes, gold), successors(nodes, predicted)];
  const map: number[] = [];
  let best = Number.POSITIVE_INFINITY;
  const expand = (cost: number): void => {
    if (cost >= best) return;
    const u = map.length;
    if (u === nodes) {
      best = cost;
      return;
    }
    for (let v = 0; v < nodes; v++) {
      if (map.includes(v)) continue;
      let differ = 0;
      for (const [w, image] of map.entries()) {
        if (right[u]?.has(w) !== told[v]?.has(image)) differ++;
        if (right[w]?.has(u) !== told[image]?.has(v)) differ++;
      }
      map.push(v);
      expand(cost + differ);
      map.pop();
    }
  };
  expand(0);
  return best;
}
