import type { Scorecard, Scores } from "@stepladder/schema";
import { itemsAsked } from "@stepladder/wasm/host/items-asked.ts";
import { useState } from "react";
import type { MetricInfo, TrackInfo } from "../../../catalog/describe.ts";
import { formatCount, titleWithUnit } from "../../../format.ts";
import { TablePlace } from "../TablePlace.tsx";
import { useGroup } from "./group-choice.tsx";
import { Exact } from "./ScoreTable.tsx";

/** The same scores cut by the track's slices, one slice at a time. */
export function Slices({ scorecard, track }: { readonly scorecard: Scorecard; readonly track: TrackInfo }) {
  const slices = track.slices.filter(({ id }) => Object.keys(scorecard.slices[id] ?? {}).length > 1);
  const [chosen, choose] = useState(slices[0]?.id);
  const slice = slices.find(({ id }) => id === chosen) ?? slices[0];
  const { shown, choice } = useGroup(track.metrics);
  if (slice === undefined) return null;
  return (
    <section aria-labelledby="slices">
      <h3 id="slices">By {slice.title.toLowerCase()}</h3>
      {slices.length > 1 && (
        <fieldset className="row tight choice">
          <legend className="visually-hidden">Cut by</legend>
          {slices.map(({ id, title }) => (
            <button key={id} type="button" className="plain" aria-pressed={id === slice.id} onClick={() => choose(id)}>
              {title}
            </button>
          ))}
        </fieldset>
      )}
      {choice}
      <SliceTable title={slice.title} values={scorecard.slices[slice.id] ?? {}} metrics={shown} />
    </section>
  );
}

interface TableProps {
  readonly title: string;
  readonly values: Readonly<Record<string, Scores>>;
  readonly metrics: readonly MetricInfo[];
}

function SliceTable({ title, values, metrics }: TableProps) {
  return (
    <TablePlace label={`Scores by ${title}`} tall>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="num">
            Items
          </th>
          {metrics.map((metric) => (
            <th key={metric.id} scope="col" className="num">
              {titleWithUnit(metric)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(values).map(([value, scores]) => (
          <tr key={value}>
            <th scope="row" className="foreign">
              {value}
            </th>
            <td className="num">{formatCount(itemsAsked(scores) ?? 0)}</td>
            {metrics.map((metric) => (
              <td key={metric.id} className="num">
                <Exact score={scores[metric.id]} unit={metric.unit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TablePlace>
  );
}
