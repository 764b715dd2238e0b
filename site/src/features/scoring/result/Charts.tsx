import type { Scorecard } from "@stepladder/schema";
import { useMemo } from "react";
import type { TrackInfo } from "../../../catalog/describe.ts";
import { byLength, curveSentence, lengthSentence } from "./by-length.ts";
import { StepsFigure } from "./StepsFigure.tsx";

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
