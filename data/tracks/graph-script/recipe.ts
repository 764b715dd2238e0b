import type { Recipe, ScriptItem } from "@stepladder/schema";
import { baselines } from "./baselines.ts";

const arrays = ["input_sequences", "output_sequences", "reference_step_libraries"];

const recipe: Recipe<ScriptItem> = (kit) => [
  // The folder holds the same paths in a second layout.
  kit.importGold(...arrays.map((name) => `graph-script/crosstask_wikihow_${name}.json.gz`)),
  kit.items(),
  ...kit.baselines(baselines),
  kit.entry({
    id: "released-graphs",
    system: {
      name: "Released sample graphs",
      kind: "system",
      about:
        "The seven graphs that the paper's release shows as pictures, transcribed by eye; drawn for 7 of 17 procedures, no other question is answered.",
      url: "https://github.com/bryanzhou008/Multimodal-Graph-Script-Learning",
    },
    date: "2024-01-05",
    files: ["graph-script/sample_output_graphs_transcribed.json"],
    predictions: {
      source: "https://github.com/bryanzhou008/Multimodal-Graph-Script-Learning",
      where: "the pictures in sample_output @39ce4855; the hash is of a transcription into one JSON file",
    },
  }),
];
export default recipe;
