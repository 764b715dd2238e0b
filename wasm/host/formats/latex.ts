import type { Scorecard } from "@stepladder/schema";
import { titleWithUnit, withInterval } from "../../metrics/contract.ts";
import { latexTable } from "../latex.ts";
import type { MetricFacts } from "./format.ts";

/** One row per metric with its interval, for a paper; laid out as the boards' tables are. */
export function printLatex({ track, coverage, scores }: Scorecard, metrics: MetricFacts): string {
  return latexTable({
    title: `${track}: ${coverage.scored} of ${coverage.items} items answered`,
    heads: [
      { title: "Metric", number: false },
      { title: "Score", number: true },
      { title: "Items", number: true },
    ],
    rows: Object.entries(scores).map(([id, score]) => {
      const { title = id, unit = "fraction" } = metrics[id] ?? {};
      return [
        titleWithUnit({ title, unit }),
        score.value === undefined ? "–" : withInterval(score.value, score, unit),
        String(score.scored + score.unscored),
      ];
    }),
  });
}
