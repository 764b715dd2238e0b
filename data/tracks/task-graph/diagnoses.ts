import type { TaskGraphPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { arcsOf, type Steps } from "./steps.ts";

type GraphDiagnose = Diagnose<TaskGraphPrediction, Steps>;

/** Official adjacency lists point from a step to what it needs done; records and gold point the other way. */
const turned: GraphDiagnose = {
  id: "turned-around",
  title: "The edges point from a step to its prerequisites",
  explanation:
    "An edge leads into START or out of END. In records an edge is [before, after]; only the official adjacency lists point back.",
  fix: "write each edge as [before, after]",
  mend(prediction, { find, start, end }) {
    const arcs = arcsOf(prediction);
    if (!arcs.some(([before, after]) => find(after) === start || find(before) === end)) return undefined;
    return { edges: arcs.map(([before, after]) => [after, before]) };
  },
};

/** The official score counts the edges of START and END, 108 of 477. */
const endless: GraphDiagnose = {
  id: "no-start-and-end",
  title: "No edge touches START or END",
  explanation: "Gold leads from START to every step that needs nothing done and from every last step to END, and these edges count.",
  fix: "add edges from START to the steps without a prerequisite, and to END from those that nothing follows",
  mend(prediction, { find, keys, start, end }) {
    const arcs = arcsOf(prediction);
    const before = new Set(arcs.map(([own]) => find(own)));
    const after = new Set(arcs.map(([, own]) => find(own)));
    if (arcs.length === 0 || [start, end].some((node) => before.has(node) || after.has(node))) return undefined;
    const steps = [...keys.entries()].filter(([node]) => node !== start && node !== end);
    const first = steps.filter(([node]) => !after.has(node)).map(([, key]) => [keys[start] as string, key]);
    const last = steps.filter(([node]) => !before.has(node)).map(([, key]) => [key, keys[end] as string]);
    return { edges: [...first, ...prediction.edges, ...last] };
  },
};

export const diagnoses: readonly GraphDiagnose[] = [turned, endless];
