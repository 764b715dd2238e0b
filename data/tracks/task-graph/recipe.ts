import type { Recipe, TaskGraphItem } from "@stepladder/schema";
import { baselines } from "./baselines.ts";

const recipe: Recipe<TaskGraphItem> = (kit) => [
  kit.importGold("task-graphs-dtgl"),
  kit.items(),
  ...kit.baselines(baselines),
  kit.entry({
    id: "dtgl-llm",
    system: {
      name: "LLM baseline of DTGL",
      kind: "system",
      about: "Graphs that a language model wrote from the steps of each task, as released with Differentiable Task Graph Learning.",
      url: "https://github.com/fpv-iplab/Differentiable-Task-Graph-Learning",
    },
    date: "2024-04-15",
    files: ["task-graphs-dtgl/predictions/llm-baseline"],
    predictions: {
      source: "https://github.com/fpv-iplab/Differentiable-Task-Graph-Learning",
      where: "the folder of graph_*.adjlist files of the LLM baseline for captaincook4d @536aaa7; the hash is of that folder",
    },
  }),
];
export default recipe;
