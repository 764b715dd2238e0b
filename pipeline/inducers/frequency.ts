import { precedenceEdges } from "@stepladder/wasm/lib/precedence.ts";
import type { Inducer } from "./task.ts";

export const frequency: Inducer = {
  id: "frequency",
  title: "Frequency cut",
  about:
    "A step comes before another where at least a share `cut` of the paths that do both say so. Where such orders run in a circle, the one with the least evidence is left out.",
  settings: { cut: { default: 0.95, expected: "a share from 0.5 to 1", isAllowed: (value) => value >= 0.5 && value <= 1 } },
  induce: ({ steps, pairs }, { cut = 0.95 }) => precedenceEdges(steps, pairs, cut).map(({ before, after }) => [before, after]),
};
