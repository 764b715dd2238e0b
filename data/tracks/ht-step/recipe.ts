import type { HtStepItem, Recipe } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { publishedSource, rows } from "./published.ts";

/** Without annotations.json, which is not released with the repository, only what is quoted is built. */
const recipe: Recipe<HtStepItem> = (kit) => [
  kit.importGold("htstep/annotations.json", "htstep/taxonomy.csv"),
  kit.items(),
  ...kit.baselines(baselines),
  kit.entry({
    id: "example-predictions",
    system: {
      name: "Example predictions",
      kind: "system",
      about: "Five segments a video, released to show the format of predictions; the release does not say what made them.",
      url: "https://github.com/facebookresearch/htstep",
    },
    date: "2023-12-11",
    files: ["htstep/example_predictions_val_seen.csv"],
    predictions: {
      source: "https://github.com/facebookresearch/htstep",
      where: "evaluation/example_predictions_val_seen.csv @cca1dea",
    },
  }),
  ...rows.map((row) => kit.published(publishedSource(row))),
];
export default recipe;
