import type { ChecksItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { defaultRelease, itemLines, releases } from "./generate.ts";
import { proceduresHash } from "./procedures.ts";
import { sampleRecord } from "./sample.ts";

const release = releases[defaultRelease];

const recipe: Recipe<ChecksItem> = (kit) => [
  kit.generate({ ...release, procedures: proceduresHash }, () => itemLines(release)),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
];
export default recipe;
