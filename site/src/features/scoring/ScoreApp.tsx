import type { TrackInfo } from "../../catalog/describe.ts";
import { DropZone } from "./DropZone.tsx";
import { readiness } from "./job.ts";
import { Known } from "./Known.tsx";
import { ProblemReport } from "./ProblemReport.tsx";
import { ProgressLadder } from "./ProgressLadder.tsx";
import { Recognised } from "./Recognised.tsx";
import { Result } from "./Result.tsx";
import { useSession } from "./use-session.ts";

/** The scoring page from drop to result. `base` is the site's base path with its slash. */
export function ScoreApp({ tracks, base }: { readonly tracks: readonly TrackInfo[]; readonly base: string }) {
  const { session, state, warm } = useSession(tracks, base);
  const { phase, scorecard, problems } = state;
  const track = tracks.find(({ id }) => id === state.track);
  const shown = tracks.find(({ id }) => id === scorecard?.track);
  return (
    <div className="scoring" data-scoring data-phase={phase} data-warm={warm ? "" : undefined}>
      <p className="visually-hidden" role="status">
        {state.notice}
      </p>
      <DropZone state={state} tracks={tracks} track={track} session={session} />
      {phase !== "empty" && (
        <Recognised state={state} tracks={tracks} missing={readiness(state, tracks, base)} session={session} base={base} />
      )}
      {(phase === "empty" || (phase === "ready" && track === undefined)) && <Known tracks={tracks} base={base} />}
      {phase === "recognising" && <p className="muted">Looking at the first records of each file…</p>}
      {phase === "scoring" && <ProgressLadder progress={state.progress} cancel={session.cancel} />}
      {phase === "failed" && <Refused />}
      {scorecard !== undefined && shown !== undefined && (
        <Result scorecard={scorecard} track={shown} explored={session.explored} base={base} />
      )}
      {problems.length > 0 && <ProblemReport groups={problems} refused={phase === "failed"} />}
    </div>
  );
}

function Refused() {
  return (
    <p className="verdict bad" role="alert">
      No score was made: the problems below stand in the way. Mend the file and drop it again; nothing else is lost.
    </p>
  );
}
