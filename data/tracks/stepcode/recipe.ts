import type { Recipe, TraceItem } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { defaultRelease, itemLines, releases } from "./generate.ts";
import { sampleRecord } from "./sample.ts";

const release = releases[defaultRelease];

const recipe: Recipe<TraceItem> = (kit) => [
  kit.generate({ ...release }, () => itemLines(release)),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
];
export default recipe;
