import type { GroundingItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { published } from "./published.ts";

const recipe: Recipe<GroundingItem> = (kit) => [
  kit.importGold("ego4d-goalstep/data/goalstep_valid.json"),
  kit.items(),
  ...kit.baselines(baselines),
  ...published.map((source) => kit.published(source)),
];
export default recipe;
