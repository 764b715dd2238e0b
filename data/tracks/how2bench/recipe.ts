import type { ProcedureItem, Recipe } from "@stepladder/schema";
import { publishedFigures } from "./published.ts";

/** Its rows, generations and judgments are in no release at hand: whoever has them imports and scores them. */
const recipe: Recipe<ProcedureItem> = (kit) => publishedFigures.map((figure) => kit.published(figure));
export default recipe;
