import type { CaptionsItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { itemsOf } from "./records.ts";
import { sampleRecord } from "./sample.ts";
import { ownRecords } from "./videos.ts";

const recipe: Recipe<CaptionsItem> = (kit) => [
  kit.generate({}, () => ownRecords.flatMap((record) => [...itemsOf(record)].map((item) => `${JSON.stringify(item)}\n`))),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
];
export default recipe;
