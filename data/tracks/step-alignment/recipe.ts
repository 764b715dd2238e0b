import type { AlignmentItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { publishedSource, rows } from "./published.ts";

const recipe: Recipe<AlignmentItem> = (kit) => [
  kit.importGold("ara-recipes/data"),
  kit.items(),
  ...kit.baselines(baselines),
  ...rows.map((row) => kit.published(publishedSource(row))),
];
export default recipe;
