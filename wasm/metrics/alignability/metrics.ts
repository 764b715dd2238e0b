import { type RankedMetric, ranked } from "../contract.ts";
import { rocArea } from "./area.ts";
import { ALIGNABLE } from "./measure.ts";

const id = "alignability-auc";

/** The area under the ROC curve of sentences by their score. */
export const alignabilityAuc: RankedMetric & { readonly id: typeof id } = {
  ...ranked({
    id,
    title: "ROC-AUC",
    group: "Alignability",
    unit: "fraction",
    better: "higher",
    family: "alignability",
    events: ALIGNABLE,
    of: rocArea,
    explains:
      "How often an alignable sentence has a higher score than one that is not, over all pairs of them in all videos; equal scores count half.",
    source: "TemporalAlignNet, eval/eval_zeroshot_align.py (scikit-learn's roc_auc_score)",
  }),
  id,
};
