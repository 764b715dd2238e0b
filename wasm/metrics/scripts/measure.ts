import type { AskedFamily } from "../asked.ts";
import { listsOfLists, type Steps, stepColumns } from "../completion/measure.ts";
import type { Statistic } from "../contract.ts";
import { SCRATCH } from "./abi.ts";

const CUTS = ["05", "10", "20"] as const;

function atCuts(id: string, title: string): Statistic[] {
  return CUTS.map((cut) => ({ id: `script-edge-${id}-at-${cut}`, title: `${title}, transitions of over ${Number(cut)} % of the paths` }));
}

function overlap(id: string, what: string): Statistic[] {
  return [
    { id: `script-${id}-hits`, title: `${what} in both graphs` },
    { id: `script-${id}-predicted`, title: `${what} in the predicted graph` },
    { id: `script-${id}-observed`, title: `${what} in the observed graph` },
  ];
}

/** The `scripts` family: a graph over at most 64 steps, as edges from and to side by side, against observed paths. */
export const scripts: AskedFamily<readonly Steps[], readonly number[]> = {
  id: "scripts",
  statistics: [
    { id: "scripts-asked", title: "Asks for a graph" },
    { id: "scripts-answered", title: "Has one" },
    ...atCuts("precision", "Edge precision"),
    ...atCuts("recall", "Edge recall"),
    ...atCuts("f1", "Edge F1"),
    { id: "script-transition-coverage", title: "Share of observed transitions that are edges" },
    { id: "script-path-acceptance", title: "Share of observed paths that the graph can walk" },
    ...overlap("optional", "Optional steps"),
    ...overlap("interchangeable", "Interchangeable steps"),
  ],
  gold: listsOfLists,
  answers: stepColumns,
  scratch: SCRATCH,
  run: ({ exports }, ...pointers) => exports.scriptsMeasure(...pointers),
};
