import type { FirstErrorItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { rowSource, rows } from "./published.ts";

const recipe: Recipe<FirstErrorItem> = (kit) => [
  kit.importGold("processbench/dataset"),
  kit.items(),
  ...kit.baselines(baselines),
  ...rows.map((row) => kit.published(rowSource(row))),
];
export default recipe;
