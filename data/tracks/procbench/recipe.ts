import type { Recipe, StatesItem } from "@stepladder/schema";
import { baselines } from "../states/baselines.ts";

const recipe: Recipe<StatesItem> = (kit) => [kit.importGold("procbench"), kit.items(), ...kit.baselines(baselines)];
export default recipe;
