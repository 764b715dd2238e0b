import type { LabelledStep, LabelsPanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";

/** Every labelled step; one is wrong where the prediction says something else than gold, or nothing. */
export function labelsSteps({ steps }: LabelsPanel): Steps {
  const answered = steps.some(({ predicted, same }) => predicted !== undefined || same !== undefined);
  return {
    count: steps.length,
    errors: steps.flatMap((step, at) => (answered && isWrong(step) ? [at] : [])),
    text: (at) => {
      const { role, text, gold, predicted, note } = steps[at] as LabelledStep;
      return [role, text, gold, predicted, note].filter((part) => part !== undefined).join("\n");
    },
  };
}

/** Where gold says nothing of a step, a prediction cannot be wrong about it, unless the panel says so. */
export function isWrong({ gold, predicted, same }: LabelledStep): boolean {
  if (same !== undefined) return !same;
  return gold !== undefined && predicted !== gold;
}
