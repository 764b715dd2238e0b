import type { Recipe, SeverityItem } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { modelSource } from "./published.ts";
import { filesOf, releases, runsOf } from "./releases.ts";
import { sampleRecord } from "./sample.ts";
import { CURRENT, itemLines } from "./scenarios.ts";

const recipe: Recipe<SeverityItem> = (kit) => [
  kit.generate({ release: CURRENT }, () => itemLines(CURRENT)),
  kit.sample(sampleRecord),
  kit.items(),
  ...kit.baselines(baselines),
  ...releases.flatMap((release) =>
    release.models.map((model) =>
      kit.entry({
        ...modelSource(release, model),
        files: filesOf(release, model).map((file) => `odcv/${file}`),
        made: (records) => runsOf(release, model, records),
        ...(release.id === CURRENT ? {} : { revision: () => itemLines(release.id) }),
      }),
    ),
  ),
];
export default recipe;
