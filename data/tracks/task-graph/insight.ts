import type { TaskGraphItem, TaskGraphPrediction } from "@stepladder/schema";
import { type EdgeVerdict, judgedEdges } from "@stepladder/wasm/host/edges.ts";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Edge, GraphNode } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";
import { arcsOf, stepsOf } from "./steps.ts";

const goldOf = ({ edges }: TaskGraphItem): Edge[] => edges.map(([before, after]) => [before as string, after as string]);

/** Predicted edges between keys; a name that is no step's keeps a name of its own. */
function toldOf(prediction: TaskGraphPrediction, item: TaskGraphItem): Edge[] {
  const { find, keys } = stepsOf(item);
  const id = (name: string): string => {
    const node = find(name);
    return node === undefined ? ownId(name) : (keys[node] as string);
  };
  return arcsOf(prediction).map(([before, after]) => [id(before), id(after)]);
}

/** No key begins so: keys are numbers in every release, and a step that has this one is found by it first. */
const OWN = "no step: ";
const ownId = (name: string): string => `${OWN}${name}`;

/** Steps that need the same and are needed by the same may be done in any order. */
function groupsOf({ steps, edges }: TaskGraphItem): ReadonlyMap<string, string> {
  const alike = new Map<string, string[]>();
  for (const key of Object.keys(steps)) {
    const before = edges.flatMap(([from, to]) => (to === key ? [from] : [])).sort();
    const after = edges.flatMap(([from, to]) => (from === key ? [to] : [])).sort();
    const place = JSON.stringify([before, after]);
    alike.set(place, [...(alike.get(place) ?? []), key]);
  }
  const groups = [...alike.values()].filter(({ length }) => length > 1);
  return new Map(groups.flatMap((keys, i) => keys.map((key) => [key, `in any order ${i + 1}`] as const)));
}

/** Gold's place of each step: after all that it needs. */
function placesOf(item: TaskGraphItem): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let left = Object.keys(item.steps);
  const edges = goldOf(item);
  while (left.length > 0) {
    const ready = left.filter((key) => edges.every(([before, after]) => after !== key || places.has(before)));
    // Gold has no cycle; without this one would never end.
    for (const key of ready.length > 0 ? ready : left) places.set(key, places.size);
    left = left.filter((key) => !places.has(key));
  }
  return places;
}

interface Told {
  readonly verdict: EdgeVerdict;
  readonly title: string;
  readonly explains: string;
  /** What gold would have in the place of these edges. */
  readonly mend: (edge: readonly [string, string]) => readonly (readonly [string, string])[];
}

function edgeKind({ verdict, title, explains, mend }: Told): FailureKind<TaskGraphItem, TaskGraphPrediction> {
  return {
    id: `edge-${verdict}`,
    title,
    explains,
    find(prediction, item) {
      const own = toldOf(prediction, item);
      const faults = judgedEdges(goldOf(item), own).filter((edge) => edge.verdict === verdict);
      if (faults.length === 0) return undefined;
      const faulty = new Set(faults.map(({ from, to }) => JSON.stringify([from, to])));
      const kept = prediction.edges.filter((_, i) => !faulty.has(JSON.stringify(own[i])));
      const mended = faults.flatMap(({ from, to }) => mend([from, to])).map((edge) => [...edge]);
      // An edge concerns the step that needs the other one done. START is no step to get wrong.
      const places = placesOf(item);
      const at = Math.min(...faults.map(({ to }) => Math.max(0, (places.get(to) ?? places.size) - 1)));
      return { mended: { edges: [...kept, ...mended] }, count: faults.length, at };
    },
  };
}

export default defineInsight<TaskGraphItem, TaskGraphPrediction>({
  view(item, prediction) {
    const told = prediction && toldOf(prediction, item);
    const groups = groupsOf(item);
    const steps = stepsOf(item);
    const [start, end] = [steps.keys[steps.start] as string, steps.keys[steps.end] as string];
    const nodes = Object.entries(item.steps).map(([id, text]): GraphNode => {
      const group = groups.get(id);
      return { id, text, ...(group === undefined ? {} : { group }) };
    });
    const others = [...new Set((told ?? []).flat())].filter((id) => !Object.hasOwn(item.steps, id));
    const executions = item.executions ?? [];
    return {
      title: item.id.replace(/^\w+:/, ""),
      facts: [
        { name: "Steps", value: String(nodes.length - 2) },
        { name: "Executions observed", value: String(executions.length) },
      ],
      panels: [
        {
          kind: "graph",
          title: "What must be done before what",
          nodes: [...nodes, ...others.map((id) => ({ id, text: id.slice(OWN.length), own: true }))],
          gold: goldOf(item),
          ...(told === undefined ? {} : { predicted: told }),
          ...(executions.length === 0
            ? {}
            : { paths: executions.map((keys, i) => ({ title: `Execution ${i + 1}`, nodes: [start, ...keys, end] })) }),
        },
      ],
    };
  },
  failures: [
    {
      verdict: "missing" as const,
      title: "An edge missing",
      explains: "Gold has an edge that is predicted neither way; mended, all of these are there.",
      mend: (edge: readonly [string, string]) => [edge],
    },
    {
      verdict: "reversed" as const,
      title: "An edge reversed",
      explains: "An edge leads the other way in gold; mended, these are turned.",
      mend: ([from, to]: readonly [string, string]) => [[to, from] as const],
    },
    {
      verdict: "implied" as const,
      title: "An edge that others imply",
      explains:
        "An edge is none of gold's, though gold's edges lead from its start to its end: it demands nothing new; mended, these are gone.",
      mend: () => [],
    },
    {
      verdict: "wrong" as const,
      title: "A wrong edge",
      explains: "An edge puts a step before another where gold demands no such order; mended, these are gone.",
      mend: () => [],
    },
  ].map(edgeKind),
});
