import type { Recipe, TrajectoryItem } from "@stepladder/schema";
import { publishedFigures } from "./published.ts";

/** The tasks are at hand; graded trajectories are not, whoever has them gives them as gold. */
const recipe: Recipe<TrajectoryItem> = (kit) => [
  kit.importGold("webstar/WebVoyager_data_clean.jsonl"),
  ...publishedFigures.map((figure) => kit.published(figure)),
];
export default recipe;
