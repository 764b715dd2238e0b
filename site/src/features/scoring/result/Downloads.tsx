import type { Scorecard } from "@stepladder/schema";
import { printCsv, printMarkdown, printScorecard } from "@stepladder/wasm/host/print.ts";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { save } from "./save.ts";

const FORMS = [
  { title: "Scorecard (JSON)", ending: "json", type: "application/json", print: printScorecard },
  { title: "Table (CSV)", ending: "csv", type: "text/csv", print: printCsv },
  { title: "Table (Markdown)", ending: "md", type: "text/markdown", print: printMarkdown },
] as const;

/** The result as files; the JSON is byte for byte what the command line writes. */
export function Downloads({ scorecard, metrics }: { readonly scorecard: Scorecard; readonly metrics: readonly MetricInfo[] }) {
  const names = Object.fromEntries(metrics.map((metric) => [metric.id, metric]));
  return (
    <p className="row tight no-print">
      {FORMS.map(({ title, ending, type, print }) => (
        <button
          key={ending}
          type="button"
          data-download={ending}
          onClick={() => save(new Blob([print(scorecard, names)], { type }), `${scorecard.track}-scorecard.${ending}`)}
        >
          {title}
        </button>
      ))}
    </p>
  );
}
