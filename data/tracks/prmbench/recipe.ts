import type { Recipe, StepScoresItem } from "@stepladder/schema";
import { baselines } from "./baselines.ts";
import { CLASSES } from "./labels.ts";
import { DATE, rowSource, rows, SOURCE } from "./published.ts";

/** The files that the official task reads; beside them lie a sample and a subset. */
const GOLD = [
  ...["prm800k_test_p1", "prm800k_test_p2", "prm800k_train_p1_first400"].flatMap((set) =>
    CLASSES.filter((one) => one !== "correct" && one !== "multi_solutions").map((one) => `${set}_4o_${one}.jsonl`),
  ),
  "prm_test_p12_multi_solutions.jsonl",
].map((name) => `prmbench/gold/${name}`);

const recipe: Recipe<StepScoresItem> = (kit) => [
  kit.importGold(...GOLD),
  kit.items(),
  ...kit.baselines(baselines),
  kit.entry({
    id: "skywork-prm-7b-first-1000",
    system: {
      name: "Skywork-PRM-7B, first 1,000 items",
      kind: "system",
      about:
        "A process reward model whose score of a step has to keep within 0.05 of the one before. Of its 6,969 predictions 1,000 are at hand: all solutions without an error and 242 others.",
      url: "https://huggingface.co/Skywork/Skywork-o1-Open-PRM-Qwen-2.5-7B",
      open: true,
      parameters: 7,
    },
    date: DATE,
    files: ["prmbench/results/skyworkprm_7B_detailed_logs_first1000.jsonl"],
    predictions: {
      source: SOURCE,
      where:
        "output of cell 9 of mr_visualize/eval_res_view/draw_tabs/prmbench_bon/form_latex_strs.ipynb @a1ae4ea, which prints 1,000 of them; the hash is of its records as JSONL",
    },
  }),
  ...rows.map((row) => kit.published(rowSource(row))),
];
export default recipe;
