import type { LabelsItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { judgeSource, judges, releasedAt } from "./published.ts";

const recipe: Recipe<LabelsItem> = (kit) => [
  kit.importGold("agentprocessbench/gold"),
  kit.items(),
  ...kit.baselines(baselines),
  ...judges.map((judge) =>
    judge.file === undefined
      ? kit.published(judgeSource(judge))
      : kit.entry({
          ...judgeSource(judge),
          predictions: releasedAt(judge),
          files: [`agentprocessbench/predictions_compact/${judge.file}.jsonl.gz`],
        }),
  ),
];
export default recipe;
