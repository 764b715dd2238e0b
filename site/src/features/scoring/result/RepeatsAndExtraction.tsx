import type { Repeats, Scorecard } from "@stepladder/schema";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { formatCell, formatCount, formatScore, titleWithUnit } from "../../../format.ts";
import { TablePlace } from "../TablePlace.tsx";
import { useGroup } from "./group-choice.tsx";

interface Props {
  readonly scorecard: Scorecard;
  readonly metrics: readonly MetricInfo[];
}

/** What stands beside the score where predictions were model text, or items were answered several times. */
export function RepeatsAndExtraction({ scorecard, metrics }: Props) {
  return (
    <>
      {scorecard.extraction && <Extraction extraction={scorecard.extraction} />}
      {scorecard.repeats && <RepeatsTable repeats={scorecard.repeats} metrics={metrics} />}
    </>
  );
}

function Extraction({ extraction: { attempted, extracted, rules } }: { readonly extraction: NonNullable<Scorecard["extraction"]> }) {
  const used = Object.entries(rules).map(([rule, count]) => `${rule} ${formatCount(count)}`);
  return (
    <p>
      Predictions were model text: an answer was found in {formatCount(extracted)} of {formatCount(attempted)} (
      <span className="number" title={String(extracted / attempted)}>
        {formatScore(extracted / attempted, "fraction")}
      </span>
      ){used.length > 0 && `, by these rules: ${used.join(", ")}`}.
    </p>
  );
}

function RepeatsTable({ repeats, metrics }: { readonly repeats: Repeats; readonly metrics: readonly MetricInfo[] }) {
  const { shown, choice } = useGroup(metrics);
  const { least, most } = repeats.samples;
  const lines = [
    ...Object.entries(repeats.pass).map(([k, values]) => ({ name: `pass@${k}`, values })),
    ...Object.entries(repeats.majority).map(([k, values]) => ({ name: `majority@${k}`, values })),
  ];
  return (
    <section aria-labelledby="repeats">
      <h3 id="repeats">Repeats: {least === most ? least : `${least} to ${most}`} samples per item</h3>
      <p className="muted">The scores above are means over samples. pass@k is for metrics that are right or wrong.</p>
      {choice}
      <TablePlace label="Repeats">
        <thead>
          <tr>
            <th scope="col">Of k samples</th>
            {shown.map((metric) => (
              <th key={metric.id} scope="col" className="num">
                {titleWithUnit(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {shown.map(({ id, unit }) => (
                <td key={id} className="num" title={values[id] === undefined ? undefined : String(values[id])}>
                  {values[id] === undefined ? <span className="muted">none</span> : formatCell(values[id], unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TablePlace>
    </section>
  );
}
