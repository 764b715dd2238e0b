import type { HtmAlignItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { published } from "./published.ts";

// Gold is a download of the authors: without it the steps that need it are passed over.
const recipe: Recipe<HtmAlignItem> = (kit) => [
  kit.importGold("htm-align/htm_align.json"),
  kit.items(),
  ...kit.baselines(baselines),
  ...published.map((source) => kit.published(source)),
];
export default recipe;
