import { printCsv, printMarkdown, printScorecard } from "../print.ts";
import type { ScorecardFormat } from "./format.ts";
import { printItems } from "./items.ts";

// What few ask for is loaded when it is asked for.
const ALL = [
  { id: "json", title: "Scorecard (JSON)", ending: "json", type: "application/json", write: printScorecard },
  { id: "csv", title: "Table (CSV)", ending: "csv", type: "text/csv", write: printCsv },
  { id: "md", title: "Table (Markdown)", ending: "md", type: "text/markdown", write: printMarkdown },
  {
    id: "latex",
    title: "Table (LaTeX)",
    ending: "tex",
    type: "application/x-tex",
    write: async (scorecard, metrics) => (await import("./latex.ts")).printLatex(scorecard, metrics),
  },
  { id: "items-csv", title: "Items (CSV)", ending: "items.csv", type: "text/csv", write: printItems },
  {
    id: "items-parquet",
    title: "Items (parquet)",
    ending: "items.parquet",
    type: "application/vnd.apache.parquet",
    write: async (scorecard) => (await import("./items-parquet.ts")).itemsParquet(scorecard),
  },
  {
    id: "eee",
    title: "Every Eval Ever (JSON)",
    ending: "eee.json",
    type: "application/json",
    needs: ["model", "date", "organization", "relationship"],
    takes: ["dataset"],
    write: async (...result) => (await import("./every-eval-ever.ts")).everyEvalEver(...result),
  },
  {
    id: "hf-eval-results",
    title: "Hugging Face eval results (YAML)",
    ending: "eval-results.yaml",
    type: "application/yaml",
    needs: ["dataset", "task"],
    takes: ["date"],
    write: async (...result) => (await import("./hugging-face.ts")).evalResults(...result),
  },
  {
    id: "hf-model-index",
    title: "Hugging Face model-index (YAML)",
    ending: "model-index.yaml",
    type: "application/yaml",
    needs: ["model", "dataset", "task"],
    write: async (...result) => (await import("./hugging-face.ts")).modelIndex(...result),
  },
] as const satisfies readonly ScorecardFormat[];

export type FormatId = (typeof ALL)[number]["id"];

/** All layouts that a scorecard can be written in; the first is the scorecard itself. */
export const FORMATS: readonly (ScorecardFormat & { readonly id: FormatId })[] = ALL;
