import type { LabelsPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";

/** All that scoring keeps of an item: the message indices of its steps. */
export interface LabelsContext {
  readonly steps: readonly number[];
}

/** Steps are numbered one after the other, where gold numbers messages: hardly any key is a step's. */
export const stepsCounted: Diagnose<LabelsPrediction, LabelsContext> = {
  id: "steps-counted",
  title: "The steps are counted 0, 1, 2, ... (or from 1) instead of named by their messages",
  explanation:
    "Labels are keyed by the index of the step's message in the trajectory, with system, user and tool messages counted too. A list of labels, or keys that count the steps, name other messages, and hardly any label meets its step.",
  fix: 'key each label by its message index, as gold does: {"2": 1, "4": -1}',
  mend({ labels }, { steps }) {
    const keys = Object.keys(labels);
    if (keys.length !== steps.length || steps.length === 0) return undefined;
    const first = keys.includes("0") ? 0 : 1;
    if (keys.some((key, i) => key !== String(first + i)) || steps.every((step, i) => step === first + i)) return undefined;
    return { labels: Object.fromEntries(steps.map((step, i) => [step, labels[first + i] as number])) };
  },
};
