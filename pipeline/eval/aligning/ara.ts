import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AlignmentItem } from "@stepladder/schema";
import { idOf, officialFolder } from "@stepladder/tracks/step-alignment/formats.ts";
import { type Features, featuresOf, raritiesOf } from "../../aligners/recipes/features.ts";
import { goalsOf } from "../../aligners/recipes/pairs.ts";

/** A pair of recipes for a dish. */
export interface AraPair {
  /** As the track has it. */
  readonly item: AlignmentItem;
  readonly dish: string;
  readonly features: Features;
  /** For each action of the source the place of its counterpart in the target, -1 for none; undefined where gold tells nothing. */
  readonly gold: readonly (number | undefined)[];
}

/** All pairs of ARA with gold, read as the track reads it. */
export async function araPairs(data: string): Promise<AraPair[]> {
  const folder = join(data, "ara-recipes/data");
  const gold = goldOf(folder);
  return (await goalsOf(folder)).flatMap(({ name: dish, recipes, pairs }) => {
    const rarity = raritiesOf(recipes);
    return pairs.map(([source, target]): AraPair => {
      const item = gold.get(idOf(source.name, target.name)) as AlignmentItem;
      const links = new Map(item.links.map(([from = 0, to = 0]) => [from, to]));
      const place = (token: number): number => target.actions.findIndex((action) => action.token === token);
      const told = source.actions.map(({ token }) => {
        const link = links.get(token);
        return link === undefined ? undefined : place(link);
      });
      return { item, dish, features: featuresOf(source, target, rarity), gold: told };
    });
  });
}

/** All pairs as the track has them, by id. */
function goldOf(folder: string): Map<string, AlignmentItem> {
  const found = new Map<string, AlignmentItem>();
  for (const dish of readdirSync(folder)
    .filter((name) => !name.includes("."))
    .sort()) {
    const gathering = officialFolder.gather();
    for (const name of readdirSync(join(folder, dish, "recipes")))
      gathering.add({ value: readFileSync(join(folder, dish, "recipes", name), "utf8"), file: `${dish}/recipes/${name}`, line: 1 });
    const [head = "", ...lines] = readFileSync(join(folder, dish, "alignments.tsv"), "utf8")
      .trim()
      .split(/\r?\n/);
    const columns = head.split("\t");
    for (const [i, line] of lines.entries()) {
      const cells = line.split("\t");
      gathering.add({
        value: Object.fromEntries(columns.map((column, c) => [column, cells[c]])),
        file: `${dish}/alignments.tsv`,
        line: i + 2,
      });
    }
    for (const item of gathering.items()) found.set(item.id, item);
  }
  return found;
}
