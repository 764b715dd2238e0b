// The paths from which step graphs are induced: `node data/graphs/draw.ts` writes paths.jsonl.
import { writeFileSync } from "node:fs";
import { Random } from "@stepladder/tracks/procladder/random.ts";
import { type WrittenGraph, writtenGraphs } from "./written.ts";

/** Where they are written. */
export const PATHS = new URL("paths.jsonl", import.meta.url);

const SEED = 2026;
/** How often people do the first step of those they can, as the task lists them; else any of them. */
const HABIT = 150;
const MILLE = 1000;
/** How often steps are gone through again at most. */
const MOST_TURNS = 2;

/** A line for each written task: its steps, and its paths by places. `slips` in place of the task's own. */
export function drawnPaths(slips?: WrittenGraph["slips"]): string[] {
  return writtenGraphs().map((graph, number) => {
    const random = new Random(SEED, number);
    const keys = graph.steps.map(({ key }) => key);
    const paths = random.list(graph.paths, () => {
      const done = slipped(drawn(graph, random), slips ?? graph.slips, random);
      return done.map((key) => keys.indexOf(key));
    });
    return JSON.stringify({ id: graph.id, goal: graph.goal, steps: graph.steps.map(({ text }) => text), paths });
  });
}

/** What a person does: one way of each branch, optional steps or not, each step once what it needs is done. */
function drawn(graph: WrittenGraph, random: Random): string[] {
  const others = graph.ways.flatMap(({ ways, weights }) => ways.toSpliced(chosen(weights, random), 1).flat());
  const left = graph.steps.filter(({ key, skipped = 0 }) => !random.chance(skipped, MILLE) && !others.includes(key)).map(({ key }) => key);
  const before = needed(graph);
  const path: string[] = [];
  while (left.length > 0) {
    const ready = left.filter((key) => !left.some((other) => before.get(key)?.has(other)));
    const next = random.chance(HABIT, MILLE) ? (ready[0] as string) : random.pick(ready);
    path.push(next);
    left.splice(left.indexOf(next), 1);
    for (const { steps, chance } of graph.again)
      for (let turn = 0; steps.at(-1) === next && turn < MOST_TURNS && random.chance(chance, MILLE); turn++) path.push(...steps);
  }
  return path;
}

/** A place of the list, each as often as its weight says. */
function chosen(weights: readonly number[], random: Random): number {
  const drawn = random.below(weights.reduce((sum, weight) => sum + weight, 0));
  return weights.findIndex((_, place) => drawn < weights.slice(0, place + 1).reduce((sum, weight) => sum + weight, 0));
}

/** All that a step needs, over others too: what those need that are left out is needed still. */
export function needed({ steps }: Pick<WrittenGraph, "steps">): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>();
  const of = (key: string): Set<string> => {
    const known = before.get(key);
    if (known !== undefined) return known;
    const needs = steps.find((step) => step.key === key)?.needs ?? [];
    const all = new Set(needs.flatMap((need) => [need, ...of(need)]));
    before.set(key, all);
    return all;
  };
  for (const { key } of steps) of(key);
  return before;
}

/** What somebody who looks on tells of it. One step is left at least. */
function slipped(path: readonly string[], { overlooked, swapped }: WrittenGraph["slips"], random: Random): string[] {
  const told = path.filter(() => !random.chance(overlooked, MILLE));
  const seen = told.length > 0 ? told : path.slice(0, 1);
  for (let place = 1; place < seen.length; place++)
    if (random.chance(swapped, MILLE)) [seen[place - 1], seen[place]] = [seen[place] as string, seen[place - 1] as string];
  return seen;
}

if (import.meta.main)
  writeFileSync(
    PATHS,
    drawnPaths()
      .map((line) => `${line}\n`)
      .join(""),
  );
