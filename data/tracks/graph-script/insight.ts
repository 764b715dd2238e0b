import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { Panel } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";
import { completionFailures, completionPanel } from "./completed.ts";
import { graphFailures, graphPanel, observedArcs, scriptGraph } from "./drawn.ts";
import { rankingFailures, rankingPanel } from "./ranked.ts";

const TITLES: Readonly<Record<ScriptItem["subtask"], (item: ScriptItem) => string>> = {
  "next-step": ({ task, prefix }) => `Procedure ${task}: the next step after ${prefix.length}`,
  completion: ({ task, prefix }) => `Procedure ${task}: how it goes on after ${prefix.length}`,
  "graph-script": ({ task }) => `Procedure ${task}: the graph of its ways`,
};

function panelsOf(item: ScriptItem, predicted: ScriptPrediction | undefined, kernels: Kernels): Panel[] {
  if (item.subtask === "next-step") return [rankingPanel(item, predicted)];
  if (item.subtask === "graph-script") return [scriptGraph(item, predicted)];
  const ways = item.observed.map((completion) => [...item.prefix, ...completion]);
  return [completionPanel(item, predicted, kernels), graphPanel("All observed completions", item, observedArcs(ways, 0), ways, undefined)];
}

export default defineInsight<ScriptItem, ScriptPrediction>({
  view(item, predicted, kernels) {
    const { subtask, prefix, library, observed } = item;
    return {
      title: TITLES[subtask](item),
      ...(subtask === "completion" ? { texts: [{ title: "Done so far", text: prefix.map((step) => library[step]).join("\n") }] } : {}),
      facts: [
        { name: "Steps of the procedure", value: `${library.length}` },
        { name: subtask === "graph-script" ? "Videos" : "Observed answers", value: `${observed.length}` },
      ],
      panels: panelsOf(item, predicted, kernels),
    };
  },
  failures: [...rankingFailures, ...completionFailures, ...graphFailures],
});
