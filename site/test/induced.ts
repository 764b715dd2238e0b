import type { InducedGraph } from "@stepladder/schema";
import { countPairs, precedenceEdges } from "@stepladder/wasm/lib/precedence.ts";

const TEXTS = [
  "Fill the kettle",
  "Boil the water",
  "Warm the pot",
  "Put tea into the pot",
  "Pour the water",
  "Let it draw",
  "Pour milk into the cup",
  "Pour the tea",
];

/** Ways of making tea, with how many take each. */
const WAYS: readonly { readonly path: readonly number[]; readonly count: number }[] = [
  { path: [0, 1, 2, 3, 4, 5, 6, 7], count: 9 },
  { path: [0, 1, 3, 4, 5, 7], count: 7 },
  { path: [0, 1, 2, 3, 4, 5, 7, 6], count: 5 },
  { path: [0, 3, 1, 4, 5, 7], count: 3 },
  { path: [0, 1, 3, 4, 5, 7, 4, 5, 7], count: 2 },
];

/** The graph of these paths, cut at .8. Written for tests. */
export const tea: InducedGraph = induced("tea", "How to make tea", TEXTS, WAYS, {
  interchangeable: [[6, 7]],
  branches: [],
  loops: [{ steps: [4, 5, 7], support: 2 }],
});

/** A graph of paths at a cut of .8. */
export function induced(
  id: string,
  goal: string,
  texts: readonly string[],
  ways: readonly { readonly path: readonly number[]; readonly count: number }[],
  more: Pick<InducedGraph, "interchangeable" | "branches" | "loops"> = { interchangeable: [], branches: [], loops: [] },
): InducedGraph {
  const paths = ways.flatMap(({ path, count }) => Array.from({ length: count }, () => path));
  const pairs = countPairs(texts.length, paths);
  const support = texts.map((_, step) => paths.filter((path) => path.includes(step)).length);
  return {
    id,
    goal,
    method: "frequency",
    settings: { cut: 0.8 },
    paths: paths.length,
    steps: texts.map((text, step) => ({
      key: text,
      text,
      support: support[step] as number,
      optional: (support[step] as number) < paths.length,
    })),
    pairs,
    edges: precedenceEdges(texts.length, pairs, 0.8),
    ...more,
    seen: ways.map(({ path, count }) => ({ path: [...path], count })),
  };
}

/** A graph of so many steps, whose paths change places of some steps. */
export function wide(id: string, steps: number): InducedGraph {
  const all = Array.from({ length: steps }, (_, step) => step);
  const texts = all.map((step) => `Do the thing of number ${step + 1}`);
  const ways = [2, 3, 5, 7].map((by) => ({
    path: all.toSorted((a, b) => Math.floor(a / by) - Math.floor(b / by) || ((a * 7 + by) % 11) - ((b * 7 + by) % 11)),
    count: by,
  }));
  return induced(id, "How to do much in many orders", texts, ways);
}
