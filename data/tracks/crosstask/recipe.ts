import type { CrosstaskItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { publishedSource, rows } from "./published.ts";

const recipe: Recipe<CrosstaskItem> = (kit) => [
  kit.importGold("crosstask/crosstask_release"),
  kit.items(),
  ...kit.baselines(baselines),
  ...rows.map((row) => kit.published(publishedSource(row))),
];
export default recipe;
