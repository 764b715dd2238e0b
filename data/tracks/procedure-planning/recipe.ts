import type { EntrySource, FileRecord, PlanItem, Recipe } from "@stepladder/schema";
import { baselines, type PlanBaseline } from "./baselines.ts";
import { plansOf } from "./kepp.ts";
import track from "./track.ts";
import { trainingPlans } from "./training.ts";

const LIST = "crosstask-planning-kepp/plan/data_lists/test_list.json";
const TRAINING = ["crosstask/splits/pdpp_train_list.json", "crosstask/crosstask_release"];
const RELEASE = "https://github.com/Ravindu-Yasas-Nagasinghe/KEPP";
/** Actions of a plan. */
const HORIZON = 4;

const recipe: Recipe<PlanItem> = (kit) => [
  kit.importGold(LIST),
  kit.items(),
  kit.entry(
    path(
      0,
      "first",
      "The best of two ways through a graph of the training videos' actions between the first and the last action, which a model sees.",
    ),
  ),
  kit.entry(path(1, "second", "The second best way between the same two actions, released beside the best.")),
  ...baselines.map((baseline) => kit.entry(baselineSource(baseline))),
];
export default recipe;

/** One of the two plans that KEPP's list has for each case. */
function path(place: number, which: string, about: string): EntrySource {
  return {
    id: `kepp-path-${place + 1}`,
    system: { name: `KEPP, ${which} path`, kind: "system", about, url: RELEASE },
    // First day of CVPR 2024, for the release tells no day.
    date: "2024-06-17",
    files: [LIST],
    predictions: {
      source: RELEASE,
      where: `plan/data_lists/test_list.json @fd7ed4c, graph_action_path[${place}] of each case; the hash is of records made of them`,
    },
    made: (records) => plansOf(records, ({ graph_action_path }) => graph_action_path?.[place]),
  };
}

function baselineSource({ id, title, about, fit }: PlanBaseline): EntrySource {
  return {
    id,
    system: { name: title, kind: "baseline", about },
    date: track.date,
    files: [LIST, ...TRAINING],
    made: (records: readonly FileRecord[]) => plansOf(records, fit(trainingPlans(records, HORIZON))),
  };
}
