import type { Recipe, SegmentsItem } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { published } from "./published.ts";

const SOURCE = "https://github.com/Nshwei/Self-Action";

const recipe: Recipe<SegmentsItem> = (kit) => [
  kit.importGold("tas-selfaction/data/gtea"),
  kit.items(),
  ...kit.baselines(baselines),
  kit.entry({
    id: "self-action",
    system: {
      name: "Self-Action",
      kind: "system",
      about: "A temporal network trained split by split on the features of each video; predictions as released.",
      url: SOURCE,
      open: true,
    },
    date: "2023-08-14",
    files: ["tas-selfaction/results/gtea"],
    predictions: { source: SOURCE, where: "results/gtea @9f0d08f: the hash is of that folder" },
  }),
  ...published.map((source) => kit.published(source)),
];
export default recipe;
