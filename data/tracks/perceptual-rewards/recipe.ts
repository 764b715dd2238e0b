import type { FramesItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { itemLines, release } from "./generate.ts";
import { publishedFigures } from "./published.ts";
import { sampleRecord } from "./sample.ts";

const recipe: Recipe<FramesItem> = (kit) => [
  kit.generate({ ...release }, () => itemLines(release)),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
  ...publishedFigures.map((one) => kit.published(one)),
];
export default recipe;
