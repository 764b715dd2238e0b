import { useState } from "react";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { type MetricGroup, metricGroups } from "../../../catalog/order.ts";

/** One group of a track's metrics at a time, and the buttons to choose it by; none where the track has one group. */
export function useGroup(metrics: readonly MetricInfo[]): {
  readonly shown: MetricGroup["metrics"] | readonly [];
  readonly choice: React.ReactNode;
} {
  const groups = metricGroups(metrics);
  const [chosen, choose] = useState(0);
  const choice = groups.length > 1 && (
    <fieldset className="row tight choice">
      <legend className="visually-hidden">Metrics</legend>
      {groups.map(({ id, title }, index) => (
        <button key={id} type="button" className="plain" aria-pressed={index === chosen} onClick={() => choose(index)}>
          {title}
        </button>
      ))}
    </fieldset>
  );
  return { shown: groups[chosen]?.metrics ?? [], choice };
}
