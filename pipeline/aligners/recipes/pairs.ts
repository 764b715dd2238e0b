import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CommandError } from "../../core/errors.ts";
import { testProcedures } from "../../core/procedures.ts";
import { typedPath } from "../../core/typed.ts";
import { type Recipe, recipeOf, recipeOfSteps } from "./recipe.ts";

/** Recipes for one goal, and which of them are aligned. */
export interface Goal {
  readonly name: string;
  readonly recipes: readonly Recipe[];
  readonly pairs: readonly (readonly [source: Recipe, target: Recipe])[];
}

/**
 * Recipes of ARA's folders, `<dish>/recipes/<recipe>.conllu`, in the pairs that each dish's table names; or procedures one on each line, of
 * which those with the same goal are paired, each with the next shorter one. Throws CommandError.
 */
export async function goalsOf(path: string): Promise<Goal[]> {
  const expected = "procedures, one in JSON on each line, a folder with procedures.jsonl, or ARA's folders <dish>/recipes";
  const isFolder = (await typedPath(path, expected)).isDirectory();
  const dishes = isFolder ? dishesOf(path) : [];
  if (isFolder && dishes.length === 0 && !existsSync(join(path, "procedures.jsonl")))
    throw new CommandError(`${path}: expected ${expected}, found a folder without any of them; check the path`);
  const goals = dishes.length > 0 ? dishes.map((folder) => dishOf(folder)) : await proceduresOf(path);
  if (goals.some(({ pairs }) => pairs.length > 0)) return goals;
  throw new CommandError(`${path}: expected two procedures for one goal, found none; give ARA's folders, or procedures with the same goal`);
}

/** A folder of dishes, or that of one, or the folder above, which has them in `data/`. */
function dishesOf(path: string): string[] {
  const isDish = (folder: string): boolean => existsSync(join(folder, "recipes"));
  if (isDish(path)) return [path];
  const below = (folder: string): string[] =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
      .filter(isDish);
  const dishes = below(path);
  return dishes.length === 0 && existsSync(join(path, "data")) ? below(join(path, "data")) : dishes;
}

function dishOf(folder: string): Goal {
  const names = readdirSync(join(folder, "recipes"))
    .filter((name) => name.endsWith(".conllu"))
    .map((name) => name.slice(0, -7))
    .sort();
  const recipes = new Map(names.map((name) => [name, recipeOf(readFileSync(join(folder, "recipes", `${name}.conllu`), "utf8"), name)]));
  const table = join(folder, "alignments.tsv");
  if (!existsSync(table)) return { name: basename(folder), recipes: [...recipes.values()], pairs: byLength([...recipes.values()]) };
  // Only which recipes were aligned is read of the table.
  const rows = readFileSync(table, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split("\t"));
  const named = new Map(rows.map(([source = "", , target = ""]) => [`${source}\t${target}`, [source, target] as const]));
  const pairs = [...named.values()].map(([source, target]) => [found(recipes, source, table), found(recipes, target, table)] as const);
  return { name: basename(folder), recipes: [...recipes.values()], pairs };
}

function found(recipes: ReadonlyMap<string, Recipe>, name: string, table: string): Recipe {
  const recipe = recipes.get(name);
  if (recipe === undefined)
    throw new CommandError(`${table}: expected recipes that lie in recipes/, found ${name}; give the whole folder of a dish`);
  return recipe;
}

async function proceduresOf(path: string): Promise<Goal[]> {
  const byGoal = Map.groupBy(await testProcedures(path), ({ goal }) => goal.toLowerCase());
  return [...byGoal].map(([name, procedures]) => {
    const recipes = procedures.map(recipeOfSteps);
    return { name, recipes, pairs: byLength(recipes) };
  });
}

/** Each recipe with the next shorter one. */
function byLength(recipes: readonly Recipe[]): (readonly [Recipe, Recipe])[] {
  const sorted = recipes.toSorted((a, b) => b.actions.length - a.actions.length || (a.name < b.name ? -1 : 1));
  return sorted.slice(1).map((shorter, i) => [sorted[i] as Recipe, shorter] as const);
}
