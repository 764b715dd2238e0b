import type { LabelsItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<LabelsItem>(track, import.meta.url);

export const prompted: Prompted<LabelsItem> = {
  gold: "official/AgentProcessBench",
  answer: ({ labels }) => `<think>{"labels": {"2": 0}}</think>${JSON.stringify({ labels })}`,
  altered: (item) => ({ ...item, labels: Object.fromEntries(Object.keys(item.labels).map((step) => [step, 0])), final: 0 }),
  full: { "step-accuracy": 1, "first-error-accuracy": 1 },
  official: { folders: ["agentprocessbench"], files: /trajectories\//, items: 250 },
};
