import { layoutMiner } from "./selectors.ts";

/** Recipes of microformats.org, of both generations. */
export const hRecipe = layoutMiner("h-recipe", "Microformats h-recipe and hRecipe", [
  {
    of: "microformats2",
    mark: "h-recipe",
    procedure: ".h-recipe",
    goal: ".p-name",
    body: ".e-instructions",
    supply: ".p-ingredient",
  },
  {
    of: "classic microformats",
    mark: "hrecipe",
    procedure: ".hrecipe",
    goal: ".fn",
    body: ".instructions, .instruction",
    supply: ".ingredient",
  },
]);
