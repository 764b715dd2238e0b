import { Random } from "../../data/tracks/procladder/random.ts";
import type { Arc } from "../metrics/graphs/measure.ts";
import type { GraphPair } from "../metrics/graphs/oracle.ts";

const SEED = 33;
const PAIRS = 7000;
const LEAST = 8;
const MOST = 27;
/** An arc reaches back at most so far. */
const REACH = 6;

/** Pairs of the size of cooking tasks; the prediction lacks a seventh of gold's edges and has others instead. */
export function cookingGraphs(): GraphPair[] {
  return Array.from({ length: PAIRS }, (_, i) => {
    const random = new Random(SEED, i);
    const nodes = LEAST + random.below(MOST - LEAST + 1);
    const gold = graphOf(nodes, random);
    return pairOf(nodes, gold, [...gold.filter(() => !random.chance(3, 20)), ...others(nodes, gold.length, random)]);
  });
}

/** Pairs of graphs of one size that have nothing to do with each other. */
export function strangeGraphs(nodes: number, pairs: number): GraphPair[] {
  return Array.from({ length: pairs }, (_, i) => {
    const random = new Random(SEED + nodes, i);
    const gold = graphOf(nodes, random);
    const names = shuffled(nodes, random);
    return pairOf(
      nodes,
      gold,
      graphOf(nodes, random).map(([u, v]) => [names[u] as number, names[v] as number]),
    );
  });
}

function pairOf(nodes: number, gold: readonly Arc<number>[], predicted: readonly Arc<number>[]): GraphPair {
  return { nodes, all: nodes, gold, predicted, executions: [] };
}

/** Every node but the first has one to three predecessors near by, every node but the last a successor. */
function graphOf(nodes: number, random: Random): Arc<number>[] {
  const arcs = new Map<number, Arc<number>>();
  const add = (u: number, v: number): void => void arcs.set(u * nodes + v, [u, v]);
  for (let v = 1; v < nodes; v++) {
    const count = 1 + Number(random.chance(1, 2)) + Number(random.chance(1, 4));
    for (let k = 0; k < count; k++) add(v - 1 - random.below(Math.min(v, REACH)), v);
  }
  for (let u = 0; u < nodes - 1; u++) {
    if (![...arcs.values()].some(([before]) => before === u)) add(u, u + 1 + random.below(Math.min(nodes - 1 - u, REACH - 1)));
  }
  return [...arcs.values()];
}

function others(nodes: number, edges: number, random: Random): Arc<number>[] {
  return Array.from({ length: Math.max(1, Math.floor(edges / 4)) }, () => {
    const u = random.below(nodes - 1);
    return [u, u + 1 + random.below(nodes - 1 - u)];
  });
}

function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** The columns of the graphs kernel (abi.ts): nodes, starts and arcs of gold, starts and arcs of predictions. */
export function graphColumns(pairs: readonly GraphPair[]): Int32Array[] {
  const lists = (arcs: (pair: GraphPair) => readonly Arc<number>[]): [Int32Array, Int32Array] => {
    const starts = [0];
    const packed = pairs.flatMap((pair) => arcs(pair).map(([u, v]) => (u << 16) | v));
    for (const pair of pairs) starts.push((starts.at(-1) as number) + arcs(pair).length);
    return [Int32Array.from(starts), Int32Array.from(packed)];
  };
  return [Int32Array.from(pairs, ({ nodes }) => nodes), ...lists(({ gold }) => gold), ...lists(({ predicted }) => predicted)];
}
