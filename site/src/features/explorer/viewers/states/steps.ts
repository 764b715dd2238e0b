import type { StatesPanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";

/** Every state is a step; one is wrong where it is not gold's, where gold has none, and where the prediction has none. */
export function statesSteps({ gold, predicted, same = [], steps }: StatesPanel): Steps {
  const count = Math.max(gold.length, predicted?.length ?? 0);
  const all = Array.from({ length: predicted === undefined ? 0 : count }, (_, at) => at);
  return {
    count,
    errors: all.filter((at) => same[at] !== true),
    text: (at) => [steps?.[at], gold[at], predicted?.[at]].filter((text) => text !== undefined).join("\n"),
    size: (at) => {
      const state = predicted?.[at] ?? gold[at];
      return state === undefined ? undefined : sizeOf(state);
    },
  };
}

/** Members of a state that is a list, else its letters. */
function sizeOf(state: string): number {
  try {
    const value: unknown = JSON.parse(state);
    if (Array.isArray(value)) return value.length;
  } catch {
    // Plain text.
  }
  return state.length;
}
