import type { StatesItem } from "@stepladder/schema";
import { states } from "@stepladder/wasm/metrics/states/measure.ts";
import { prefixAtLeast } from "./curves.ts";
import { finalRepeated, finalVote, initIncluded, statesContext } from "./diagnoses.ts";
import { statesCodec } from "./rules.ts";

/** What every state-by-state track declares alike: ProcBench's rules of equality and its metrics. A track spreads it and adds its own. */
export const statesFamily = {
  itemId: ({ id }: StatesItem) => id,
  // Prompts are there in some layouts only.
  decides: ({ id, task, split, init, intermediate, final }: StatesItem) => ({ id, task, split, init, intermediate, final }),
  measure: states(statesCodec),
  metrics: ["prefix-accuracy", "sequential-match", "final-match", "prefix-match-length", "positionwise-match-ratio"],
  curves: [prefixAtLeast],
  context: statesContext,
  diagnoses: [finalRepeated, initIncluded],
  vote: finalVote,
  length: ({ intermediate }: StatesItem) => intermediate.length + 1,
} as const;
