import type { Scorecard } from "@stepladder/schema";
import { useEffect, useRef } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { SubmitRequest } from "../submit/SubmitRequest.tsx";
import { answer, problemSentence } from "./result/answer.ts";
import { Charts } from "./result/Charts.tsx";
import { Diagnoses } from "./result/Diagnoses.tsx";
import { Downloads } from "./result/Downloads.tsx";
import { Landing } from "./result/Landing.tsx";
import { Provenance } from "./result/Provenance.tsx";
import { RepeatsAndExtraction } from "./result/RepeatsAndExtraction.tsx";
import { ScoreTable } from "./result/ScoreTable.tsx";
import { Slices } from "./result/Slices.tsx";

/** One scorecard for reading: the answer first, then what it stands on, then what to do with it. */
export function Result({ scorecard, track }: { readonly scorecard: Scorecard; readonly track: TrackInfo }) {
  const { score, ground } = answer(scorecard, track);
  const problems = problemSentence(scorecard.problems);
  const heading = useRef<HTMLHeadingElement>(null);
  // The answer is what the person waits for: focus, and so the view, goes to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scorecard
  useEffect(() => heading.current?.focus(), [scorecard]);
  return (
    <section className="result" aria-labelledby="result" data-result>
      <h2 id="result" className="answer" tabIndex={-1} ref={heading}>
        {score}
      </h2>
      <p className="lede">
        {ground} {problems !== "" && <a href="#problems">{problems}</a>}
      </p>
      <Diagnoses scorecard={scorecard} track={track} />
      <ScoreTable scorecard={scorecard} metrics={track.metrics} />
      <RepeatsAndExtraction scorecard={scorecard} metrics={track.metrics} />
      <Downloads scorecard={scorecard} metrics={track.metrics} />
      <Landing scorecard={scorecard} track={track} />
      <SubmitRequest scorecard={scorecard} track={track} />
      <Charts scorecard={scorecard} track={track} />
      <Slices scorecard={scorecard} track={track} />
      <Provenance scorecard={scorecard} />
    </section>
  );
}
