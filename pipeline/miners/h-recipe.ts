import { layoutMiner } from "./selectors.ts";

/** Recipes of microformats.org, of both generations. */
export const hRecipe = layoutMiner("h-recipe", "Recipes of microformats.org", [
  {
    of: "h-recipe",
    mark: "h-recipe",
    procedure: ".h-recipe",
    goal: ".p-name",
    body: ".e-instructions",
    supply: ".p-ingredient",
  },
  {
    of: "hRecipe",
    mark: "hrecipe",
    procedure: ".hrecipe",
    goal: ".fn",
    body: ".instructions, .instruction",
    supply: ".ingredient",
  },
]);
