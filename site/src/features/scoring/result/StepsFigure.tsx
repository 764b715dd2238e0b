import { type StepSeries, stepsChart, stepsOf } from "../../../charts/steps.ts";
import { ChartFigure } from "./ChartFigure.tsx";

interface Props {
  readonly title: string;
  readonly series: readonly StepSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Top of the scale of values; default: 1. */
  readonly top?: number;
  readonly name: string;
  readonly note?: string;
}

/** Shares by number of steps, as a drawing and as its table. */
export function StepsFigure({ title, series, xTitle, yTitle, top = 1, name, note }: Props) {
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
      draw={(width) => stepsChart(series, { width, xTitle, yTitle, top, label: title })}
    />
  );
}
