import type { Recipe, StatesItem } from "@stepladder/schema";

const recipe: Recipe<StatesItem> = (kit) => [kit.importGold("procbench"), ...kit.baselines()];
export default recipe;
