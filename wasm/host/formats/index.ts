import { printCsv, printMarkdown, printScorecard } from "../print.ts";
import type { ScorecardFormat } from "./format.ts";
import { printItems } from "./items.ts";

/** All layouts that a scorecard can be written in; the first is the scorecard itself. */
export const FORMATS = [
  { id: "json", title: "Scorecard (JSON)", ending: "json", type: "application/json", write: printScorecard },
  { id: "csv", title: "Table (CSV)", ending: "csv", type: "text/csv", write: printCsv },
  { id: "md", title: "Table (Markdown)", ending: "md", type: "text/markdown", write: printMarkdown },
  { id: "items-csv", title: "Items (CSV)", ending: "items.csv", type: "text/csv", write: printItems },
  {
    id: "items-parquet",
    title: "Items (parquet)",
    ending: "items.parquet",
    type: "application/vnd.apache.parquet",
    // Its writer is loaded when it is asked for.
    write: async (scorecard) => (await import("./items-parquet.ts")).itemsParquet(scorecard),
  },
] as const satisfies readonly ScorecardFormat[];
