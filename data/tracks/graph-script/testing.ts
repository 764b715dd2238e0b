import type { ScriptItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<ScriptItem>(track, import.meta.url, "official");

/** Pairs of steps that directly follow each other in more than a twentieth of the observed paths. */
function observedEdges({ observed }: ScriptItem): number[][] {
  const pairs = observed.flatMap((path) => path.slice(1).map((step, i) => [path[i] as number, step]));
  const counted = Map.groupBy(pairs, (pair) => pair.join());
  return [...counted.values()].flatMap((same) => (same.length > observed.length / 20 ? [same[0] as number[]] : []));
}

export const prompted: Prompted<ScriptItem> = {
  gold: "official",
  answer(item) {
    const { subtask, library, prefix, observed } = item;
    if (subtask === "next-step") return JSON.stringify({ steps: observed.flat() });
    if (subtask === "graph-script") return JSON.stringify({ edges: observedEdges(item) });
    return [...prefix, ...(observed[0] ?? [])].map((step) => `${library[step]} <-> `).join("");
  },
  altered: (item) => ({ ...item, observed: [[0]] }),
  full: { "accuracy-at-1": 1, "mean-reciprocal-rank": 1, "completion-accuracy": 1, "script-edge-f1-at-05": 1 },
  strayed: {
    answer: (item) =>
      item.subtask === "graph-script"
        ? JSON.stringify({ edges: [...observedEdges(item), [0, item.library.length]] })
        : prompted.answer(item).replace('"steps":[', `"steps":[${item.library.length},`),
    metric: "script-edge-f1-at-05",
  },
  official: { folders: ["graph-script"], files: /_sequences|_libraries/, items: 3879 },
};
