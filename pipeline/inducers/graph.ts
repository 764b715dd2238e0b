import type { InducedGraph } from "@stepladder/schema";
import { compare } from "@stepladder/tracks/graph-script/items.ts";
import { withoutStop } from "@stepladder/tracks/graph-script/steps.ts";
import { type Arc, type Closure, closureOf, confidenceOf, countPairs, type PairCount, reduced } from "@stepladder/wasm/lib/precedence.ts";
import { branches } from "./branches.ts";
import { interchangeable } from "./interchangeable.ts";
import { loops } from "./loops.ts";
import { supports } from "./optional.ts";
import type { Evidence, Inducer, Path, Settings, Task } from "./task.ts";

/** The graph of a task by a method, with all that its paths tell beside. */
export function induceGraph({ id, goal, steps, paths }: Task, inducer: Inducer, settings: Settings): InducedGraph {
  const evidence = evidenceOf(
    steps.map(({ text }) => text),
    paths,
  );
  const arcs = inducer.induce(evidence, settings);
  const support = supports(steps.length, paths);
  return {
    id,
    goal,
    method: inducer.id,
    settings: { ...settings },
    paths: paths.length,
    steps: steps.map(({ key, text }, step) => ({ key, text, ...(support[step] as { support: number; optional: boolean }) })),
    pairs: [...evidence.pairs],
    edges: edgesOf(steps.length, arcs, evidence.pairs),
    interchangeable: interchangeable(evidence.pairs, closureOf(steps.length, arcs)),
    branches: branches(steps.length, paths),
    loops: loops(paths),
    seen: seen(paths),
  };
}

/** What an inducer sees of paths through steps of these texts. */
export function evidenceOf(texts: readonly string[], paths: readonly Path[]): Evidence {
  const once = paths.map((path) => [...new Set(path)]);
  return { steps: texts.length, texts: texts.map(withoutStop), paths: once, pairs: countPairs(texts.length, once) };
}

/** The arcs that do not follow from others, with how many paths show each. An arc of steps that no path does both of has no support. */
function edgesOf(steps: number, arcs: readonly Arc[], pairs: readonly PairCount[]): InducedGraph["edges"] {
  const counts = new Map(pairs.map((pair) => [`${pair.before},${pair.after}`, pair]));
  return reduced(steps, arcs)
    .map(([before, after]) => {
      const { both = 0, ordered = 0 } = counts.get(`${Math.min(before, after)},${Math.max(before, after)}`) ?? {};
      const support = before < after ? ordered : both - ordered;
      return { before, after, support, confidence: both === 0 ? 0 : confidenceOf(support, both) };
    })
    .sort((a, b) => a.before - b.before || a.after - b.after);
}

function seen(paths: readonly Path[]): InducedGraph["seen"] {
  const counts = new Map<string, { path: number[]; count: number }>();
  for (const path of paths) {
    const held = counts.get(path.join()) ?? { path: [...path], count: 0 };
    held.count++;
    counts.set(path.join(), held);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || compare(a.path, b.path));
}

/** What comes before what in an induced graph, over one edge or more. */
export function closureOfGraph({ steps, edges }: InducedGraph): Closure {
  return closureOf(
    steps.length,
    edges.map(({ before, after }): Arc => [before, after]),
  );
}
