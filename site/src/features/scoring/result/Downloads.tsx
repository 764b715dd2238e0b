import type { Scorecard } from "@stepladder/schema";
import { FORMATS } from "@stepladder/wasm/host/formats/index.ts";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { SharedFormats, type Write } from "./SharedFormats.tsx";
import { save } from "./save.ts";

interface Props {
  readonly scorecard: Scorecard;
  readonly metrics: readonly MetricInfo[];
}

/** The result as files; each is byte for byte what the command line writes. */
export function Downloads({ scorecard, metrics }: Props) {
  const facts = Object.fromEntries(metrics.map((metric) => [metric.id, metric]));
  const write: Write = async ({ write, type, ending }, details) =>
    save(new Blob([await write(scorecard, facts, details)], { type }), `${scorecard.track}-scorecard.${ending}`);
  return (
    <div className="no-print">
      <p className="row tight">
        {FORMATS.filter(({ needs }) => needs === undefined).map((format) => (
          <button key={format.id} type="button" data-download={format.id} onClick={() => write(format, {})}>
            {format.title}
          </button>
        ))}
      </p>
      <SharedFormats formats={FORMATS.filter(({ needs }) => needs !== undefined)} write={write} />
    </div>
  );
}
