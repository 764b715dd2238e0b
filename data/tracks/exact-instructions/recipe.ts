import type { ExactItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { promptLines } from "./prompts.ts";
import { sampleRecord } from "./sample.ts";

const recipe: Recipe<ExactItem> = (kit) => [
  kit.generate({}, promptLines),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
];
export default recipe;
