import type { TaskGraphItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import prompt from "./prompt.ts";
import track from "./track.ts";

export { file, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<TaskGraphItem>(track, import.meta.url);

export const prompted: Prompted<TaskGraphItem> = {
  gold: "gold.jsonl",
  answer(item) {
    const { steps } = prompt.question(item, undefined);
    const name = (key: string): string => `s${steps.findIndex((step) => step.key === key) + 1}`;
    return `The edges:\n${JSON.stringify({ edges: item.edges.map((edge) => edge.map(name)) })}`;
  },
  altered: (item) => ({ ...item, edges: item.edges.map((edge) => edge.toReversed()), executions: [] }),
  full: { "edge-f1": 1, "pooled-edge-f1": 1 },
  strayed: { answer: (item) => prompted.answer(item).replace('"edges":[', '"edges":[["s1","s999"],'), metric: "edge-f1" },
  official: { folders: ["task-graphs-dtgl"], files: /gold\/|sequences\//, items: 24 },
};
