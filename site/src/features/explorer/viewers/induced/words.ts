import type { InducedGraph } from "@stepladder/schema";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import type { PrecedenceEdge } from "@stepladder/wasm/lib/precedence.ts";
import { type InducedPlan, keeping, lateAt } from "./steps.ts";

/** Edges that a sentence names. */
const NAMED = 3;

function name({ steps }: InducedGraph, step: number): string {
  return `“${steps[step]?.text ?? "?"}”`;
}

/** A list as a sentence has it: "a, b and c". */
function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What came of it, in a sentence. */
export function inducedAnswer(graph: InducedGraph, plan: InducedPlan): string {
  const { paths, steps } = graph;
  const optional = steps.filter((step) => step.optional).length;
  return `${keeping(graph, plan)} of ${counted(paths, "path")} keep to the order of the graph: ${counted(plan.edges.length, "edge")} between ${counted(steps.length, "step")}; ${optional === 0 ? "no" : optional} ${optional > 1 ? "steps are" : "step is"} optional.`;
}

/** What a cut changes. */
export function cutWords(graph: InducedGraph, { edges, gone, come }: InducedPlan, isAsked: boolean): string {
  const told = counted(edges.length, "edge");
  if (!isAsked && graph.settings.cut === undefined)
    return `${told}, as induced by ${graph.method}, which has no such cut; moved, the slider draws the graph of the frequency cut in its place.`;
  if (!isAsked) return `${told}, as induced.`;
  if (gone.length === 0 && come.length === 0) return `${told}: the same as induced.`;
  const changes = [gone.length > 0 && changeWords(graph, gone, "goes", "go"), come.length > 0 && changeWords(graph, come, "comes", "come")];
  return `${told}: ${changes.filter(Boolean).join("; ")}.`;
}

function changeWords(graph: InducedGraph, edges: readonly PrecedenceEdge[], one: string, more: string): string {
  const named = edges.slice(0, NAMED).map(({ before, after }) => `${name(graph, before)} before ${name(graph, after)}`);
  const rest = edges.length - named.length;
  return `${edges.length} ${edges.length === 1 ? one : more} (${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""})`;
}

/** Places of steps that the name of a path tells. */
const TOLD = 12;

/** A path by what tells it from others: how often it was taken, the orders that it breaks, and its steps by their places, from 1. */
export function pathWords(graph: InducedGraph, plan: InducedPlan, path: number): string {
  const { path: steps = [], count = 0 } = graph.seen[path] ?? {};
  const broken = steps.reduce((all, step, place) => all + lateAt(graph, plan, { path, place, step }).length, 0);
  const places = steps.slice(0, TOLD).map((step) => step + 1);
  return `Path ${path + 1}: ${count} of ${counted(graph.paths, "path")}, ${broken === 0 ? "keeps to the order" : `breaks ${counted(broken, "order")}`}; steps ${places.join(" ")}${steps.length > TOLD ? " …" : ""}`;
}

/** An edge with what speaks for it. */
export function edgeWords(graph: InducedGraph, { before, after, support, confidence }: PrecedenceEdge): string {
  return `${name(graph, before)} before ${name(graph, after)}: in ${counted(support, "path")}, confidence ${confidence.toFixed(2)}`;
}

/** What a stop says: where it is, what has to come before it, and whether the path has done that. */
export function stopWords(graph: InducedGraph, plan: InducedPlan, at: number): string[] {
  const stop = plan.stops[at];
  if (stop === undefined) return ["No path was kept to walk."];
  const { path: steps = [], count = 0 } = graph.seen[stop.path] ?? {};
  const done = new Set(steps.slice(0, stop.place));
  const { support = 0, optional = false } = graph.steps[stop.step] ?? {};
  const needs = plan.edges.filter(({ after }) => after === stop.step).map(({ before }) => before);
  const told = needs.map(
    (step) => `${name(graph, step)}${done.has(step) ? "" : steps.includes(step) ? " (later on this path)" : " (not on this path)"}`,
  );
  const late = lateAt(graph, plan, stop);
  return [
    `Path ${stop.path + 1}, taken by ${count} of ${graph.paths}, step ${stop.place + 1} of ${steps.length}: ${name(graph, stop.step)}${done.has(stop.step) ? ", done again" : ""}.`,
    `${counted(support, "path")} ${support === 1 ? "does" : "do"} it${optional ? "; it is optional" : ""}. Needs first: ${told.length === 0 ? "nothing" : listed(told)}.`,
    late.length === 0
      ? "✓ The path keeps to the order here."
      : `✗ The path leaves the order here: ${listed(late.map((step) => name(graph, step)))} should come before.`,
  ];
}

/** What the graph says beside its edges: sets that may change places, ways of which one is taken, steps that are done again. */
export function noteWords(graph: InducedGraph): string[] {
  const all = (steps: readonly number[]): string[] => steps.map((step) => name(graph, step));
  return [
    ...graph.interchangeable.map((steps) => `In any order: ${listed(all(steps))}.`),
    ...graph.branches.map(
      (ways) => `One way of these: ${ways.map((way) => (way.length === 0 ? "nothing" : all(way).join(" then "))).join(", or ")}.`,
    ),
    ...graph.loops.map(({ steps, support }) =>
      steps.length === 1
        ? `${name(graph, steps[0] as number)} is done again in ${counted(support, "path")}.`
        : `From ${name(graph, steps.at(-1) as number)} ${counted(support, "path")} ${support === 1 ? "goes" : "go"} back to ${name(graph, steps[0] as number)}.`,
    ),
  ];
}
