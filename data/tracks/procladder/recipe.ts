import type { Recipe, StatesItem } from "@stepladder/schema";
import { baselines } from "../states/baselines.ts";
import { defaultRelease, itemLines, releases } from "./generate.ts";
import { sampleRecord } from "./sample.ts";

const release = releases[defaultRelease];

const recipe: Recipe<StatesItem> = (kit) => [
  kit.generate({ ...release }, () => itemLines(release)),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
];
export default recipe;
