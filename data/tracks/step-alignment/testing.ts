import type { AlignmentItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<AlignmentItem>(track, import.meta.url);

export const prompted: Prompted<AlignmentItem> = {
  gold: "gold.jsonl",
  answer: ({ links }) => `They go together so: ${JSON.stringify({ links })}`,
  altered: (item) => ({ ...item, links: item.links.map(([from = 0]) => [from, 0]) }),
  full: { "pooled-edge-f1": 1, "plan-accuracy": 1 },
  strayed: { answer: (item) => prompted.answer(item).replace('"links":[', '"links":[[1,999],'), metric: "pooled-edge-f1" },
  official: { folders: ["ara-recipes"], files: /\.conllu|alignments/, items: 100 },
};
