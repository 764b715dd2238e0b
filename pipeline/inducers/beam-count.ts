import { decoded } from "@stepladder/tracks/graph-script/steps.ts";
import { acyclic, majorities } from "@stepladder/wasm/lib/precedence.ts";
import type { Evidence, Inducer } from "./task.ts";

export const beamCount: Inducer = {
  id: "beam-count",
  title: "Released beam-count rule",
  about:
    "Pairs of steps in a row that more than 4 of 40 paths have, as the release of graph-script draws them from 40 sampled paths. Of a pair that is drawn both ways neither is an order, and circles lose the arc with the least evidence.",
  settings: {},
  induce(evidence) {
    const drawn = transitions(evidence);
    const oneWay = new Set(drawn.filter(([a, b]) => !drawn.some(([c, d]) => a === d && b === c)).map(String));
    const ordered = majorities(evidence.pairs).filter(({ before, after }) => oneWay.has(String([before, after])));
    return acyclic(evidence.steps, ordered).map(({ before, after }) => [before, after]);
  },
};

/** Transitions as the release draws them (src/graph.py), by places. Steps of one text are told by the first of them. */
export function transitions({ texts, paths }: Pick<Evidence, "texts" | "paths">): (readonly [from: number, to: number])[] {
  return decoded(paths, texts).map(({ from, to }) => [texts.indexOf(from), texts.indexOf(to)]);
}
