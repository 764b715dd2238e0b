import type { Scorecard } from "@stepladder/schema";
import { useMemo } from "react";
import type { TrackInfo } from "../../../catalog/describe.ts";
import { type StepSeries, stepsChart, stepsOf } from "../../../charts/steps.ts";
import { byLength, curveSentence, lengthSentence } from "./by-length.ts";
import { ChartFigure } from "./ChartFigure.tsx";

/** What the score does as procedures get longer, drawn as steps. */
export function Charts({ scorecard, track }: { readonly scorecard: Scorecard; readonly track: TrackInfo }) {
  const lengths = useMemo(() => byLength(scorecard, track.metrics), [scorecard, track]);
  return (
    <>
      {lengths[0] !== undefined && (
        <StepsFigure
          title={lengthSentence(lengths[0])}
          series={lengths}
          xTitle="steps of the procedure"
          yTitle="score, %, higher is better"
          name={`${track.id}-by-length`}
        />
      )}
      {track.curves.map(({ id, title, axes }) => {
        const points = scorecard.curves[id] ?? [];
        if (points.length < 2) return null;
        const series = [{ title, points }];
        return (
          <StepsFigure
            key={id}
            {...(axes === undefined ? { title: curveSentence(points), note: title } : { title })}
            series={series}
            xTitle={axes?.x ?? "t, steps"}
            yTitle={axes?.y ?? "share, %, higher is better"}
            name={`${track.id}-${id}`}
          />
        );
      })}
    </>
  );
}

interface Props {
  readonly title: string;
  readonly series: readonly StepSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly name: string;
  readonly note?: string;
}

function StepsFigure({ title, series, xTitle, yTitle, name, note }: Props) {
  const rows = (series[0]?.points ?? []).map((tread) => [
    stepsOf(tread),
    ...series.map(({ points }) => points.find(({ x }) => x === tread.x)?.value ?? ""),
    tread.items,
  ]);
  return (
    <ChartFigure
      title={title}
      {...(note === undefined ? {} : { note })}
      name={name}
      head={[xTitle, ...series.map((one) => one.title), "items"]}
      rows={rows}
      series={series.map((one) => one.title)}
      draw={(width) => stepsChart(series, { width, xTitle, yTitle, label: title })}
    />
  );
}
