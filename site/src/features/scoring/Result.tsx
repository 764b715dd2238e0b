import type { Scorecard } from "@stepladder/schema";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { openItem, useWayBack } from "../explorer/use-look.ts";
import { SubmitRequest } from "../submit/SubmitRequest.tsx";
import { AnatomyRequest } from "./result/AnatomyRequest.tsx";
import { answer, problemSentence } from "./result/answer.ts";
import { Charts } from "./result/Charts.tsx";
import { Diagnoses } from "./result/Diagnoses.tsx";
import { Downloads } from "./result/Downloads.tsx";
import { Landing } from "./result/Landing.tsx";
import { Provenance } from "./result/Provenance.tsx";
import { RepeatsAndExtraction } from "./result/RepeatsAndExtraction.tsx";
import { ResultItems } from "./result/ResultItems.tsx";
import { ScoreTable } from "./result/ScoreTable.tsx";
import { Slices } from "./result/Slices.tsx";
import type { ScoringSession } from "./session.ts";

interface Props {
  readonly scorecard: Scorecard;
  readonly track: TrackInfo;
  /** Absent where the predictions are not at hand: a kept set holds scorecards alone. */
  readonly looks: Pick<ScoringSession, "anatomy" | "explored"> | undefined;
  readonly base: string;
}

/** One scorecard for reading: the answer first, then what it stands on, then what to do with it. */
export function Result({ scorecard, track, looks, base }: Props) {
  const { score, ground } = answer(scorecard, track);
  const problems = problemSentence(scorecard.problems);
  const heading = useRef<HTMLHeadingElement>(null);
  // The answer is what the person waits for: focus, and so the view, goes to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scorecard
  useEffect(() => heading.current?.focus(), [scorecard]);
  const [opened, setOpened] = useState<object>();
  const open = useCallback((id: string, opener: HTMLElement) => {
    openItem(id, opener);
    setOpened({});
  }, []);
  useWayBack();
  return (
    <section className="result" aria-labelledby="result" data-result>
      <h2 id="result" className="answer" tabIndex={-1} ref={heading}>
        {score}
      </h2>
      <p className="lede">
        {ground}{" "}
        {problems !== "" && (
          <>
            <a href="#problems">{problems}</a>.{" "}
          </>
        )}
        <a href="#items">Look at it item by item.</a>
      </p>
      <Diagnoses scorecard={scorecard} track={track} />
      <ScoreTable scorecard={scorecard} metrics={track.metrics} />
      <RepeatsAndExtraction scorecard={scorecard} metrics={track.metrics} />
      <Downloads scorecard={scorecard} metrics={track.metrics} />
      {looks !== undefined && <AnatomyRequest ask={looks.anatomy} track={track} open={open} />}
      <Landing scorecard={scorecard} track={track} />
      <SubmitRequest scorecard={scorecard} track={track} />
      <Charts scorecard={scorecard} track={track} />
      <Slices scorecard={scorecard} track={track} />
      {looks === undefined ? (
        <p className="muted" id="items">
          To look at it item by item, give the predictions again: what is kept holds what was measured, and no text.
        </p>
      ) : (
        <ResultItems scorecard={scorecard} track={track} explored={looks.explored} base={base} opened={opened} />
      )}
      <Provenance scorecard={scorecard} />
    </section>
  );
}
