import type { Scorecard } from "@stepladder/schema";
import { FORMATS } from "@stepladder/wasm/host/formats/index.ts";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { save } from "./save.ts";

/** The result as files; each is byte for byte what the command line writes. */
export function Downloads({ scorecard, metrics }: { readonly scorecard: Scorecard; readonly metrics: readonly MetricInfo[] }) {
  const names = Object.fromEntries(metrics.map((metric) => [metric.id, metric]));
  return (
    <p className="row tight no-print">
      {FORMATS.map(({ id, title, ending, type, write }) => (
        <button
          key={id}
          type="button"
          data-download={id}
          onClick={async () => save(new Blob([await write(scorecard, names)], { type }), `${scorecard.track}-scorecard.${ending}`)}
        >
          {title}
        </button>
      ))}
    </p>
  );
}
