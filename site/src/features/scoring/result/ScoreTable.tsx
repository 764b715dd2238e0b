import type { Score, Scorecard } from "@stepladder/schema";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { metricGroups } from "../../../catalog/order.ts";
import { whisker } from "../../../charts/whisker.ts";
import { formatCell, unitSign } from "../../../format.ts";
import { TablePlace } from "../TablePlace.tsx";
import { Drawing } from "./Drawing.tsx";

/** Every metric of the track; the exact value shows on focus and hover. */
export function ScoreTable({ scorecard, metrics }: { readonly scorecard: Scorecard; readonly metrics: readonly MetricInfo[] }) {
  return (
    <TablePlace label="Scores">
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col" className="num">
            Score
          </th>
          <th scope="col" className="fold">
            Unit
          </th>
          <th scope="col">0 to 100 %, with 95 % interval</th>
          <th scope="col" className="num fold">
            Interval
          </th>
          <th scope="col" className="fold">
            What it says
          </th>
        </tr>
      </thead>
      {metricGroups(metrics).map((group) => (
        <tbody key={group.id}>
          {group.title !== undefined && (
            <tr className="group">
              <th scope="rowgroup" colSpan={6}>
                {group.title}
              </th>
            </tr>
          )}
          {group.metrics.map((metric) => (
            <Row key={metric.id} metric={metric} score={scorecard.scores[metric.id]} />
          ))}
        </tbody>
      ))}
    </TablePlace>
  );
}

function Row({ metric, score }: { readonly metric: MetricInfo; readonly score: Score | undefined }) {
  return (
    <tr>
      <th scope="row">
        {metric.title}
        <span className="folded">{unitSign(metric.unit)}</span>
      </th>
      <td className="num">
        <Exact score={score} unit={metric.unit} />
      </td>
      <td className="fold">{unitSign(metric.unit)}</td>
      <td>
        {metric.unit === "fraction" && score?.value !== undefined && <Drawing node={whisker({ ...score, value: score.value }, [0, 1])} />}
      </td>
      <td className="num fold">{interval(score, metric.unit)}</td>
      <td className="fold prose small muted">
        {metric.explains} {metric.better === "higher" ? "Higher" : "Lower"} is better.
      </td>
    </tr>
  );
}

function interval(score: Score | undefined, unit: MetricInfo["unit"]) {
  if (score?.low === undefined || score.high === undefined) return <span className="muted">none</span>;
  return `${formatCell(score.low, unit)} to ${formatCell(score.high, unit)}`;
}

/** A rounded value; all its digits on hover, focus and for screen readers. */
export function Exact({ score, unit }: { readonly score: Score | undefined; readonly unit: MetricInfo["unit"] }) {
  if (score?.value === undefined) {
    return (
      <span className="muted" title={score?.reason}>
        none
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact value must be reachable without a mouse
    <span className="exact number" tabIndex={0} data-exact={score.value} title={String(score.value)}>
      {formatCell(score.value, unit)}
    </span>
  );
}
