import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { whenIdle } from "../../scripts/idle.ts";
import type { KeptSet } from "../sets/set.ts";
import { DropZone } from "./DropZone.tsx";
import { readiness } from "./job.ts";
import { Known } from "./Known.tsx";
import { ProblemReport } from "./ProblemReport.tsx";
import { ProgressLadder } from "./ProgressLadder.tsx";
import { Recognised } from "./Recognised.tsx";
import { Result } from "./Result.tsx";
import { type ScoringState, shownJob } from "./state.ts";
import { useSession } from "./use-session.ts";

/** Fetched once there are several systems. */
const SetResult = lazy(() => import("../sets/SetResult.tsx"));

/** The scoring page from drop to result. `base` is the site's base path with its slash. */
export function ScoreApp({ tracks, base }: { readonly tracks: readonly TrackInfo[]; readonly base: string }) {
  const { session, state, warm } = useSession(tracks, base);
  const { phase, scorecard, problems, runs } = state;
  const track = tracks.find(({ id }) => id === state.track);
  const shown = tracks.find(({ id }) => id === scorecard?.track);
  const { files, recognised, roles, rule } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is missing is told by these alone, and may be long to tell
  const missing = useMemo(() => readiness(state, tracks, base), [files, recognised, roles, rule, track, tracks, base]);
  const several = phase === "done" && (runs.length > 1 || state.items !== undefined);
  return (
    <div className="scoring" data-scoring data-phase={phase} data-warm={warm ? "" : undefined}>
      <p className="visually-hidden" role="status">
        {state.notice}
      </p>
      <DropZone state={state} tracks={tracks} track={track} session={session} />
      {files.length > 0 && <Recognised state={state} tracks={tracks} missing={missing} session={session} base={base} />}
      {phase === "empty" && <Kept tracks={tracks} base={base} open={session.reopen} />}
      {(phase === "empty" || (phase === "ready" && track === undefined)) && <Known tracks={tracks} base={base} />}
      {phase === "recognising" && <p className="muted">Looking at the first records of each file…</p>}
      {phase === "scoring" && <Running state={state} cancel={session.cancel} />}
      {phase === "failed" && <Refused state={state} />}
      {several && track !== undefined && (
        <Suspense fallback={<p className="muted">Fetching what compares them…</p>}>
          <SetResult state={state} track={track} session={session} base={base} />
        </Suspense>
      )}
      {scorecard !== undefined && shown !== undefined && (
        <Result key={state.shown} scorecard={scorecard} track={shown} looks={shownJob(state) && session} base={base} />
      )}
      {problems.length > 0 && <ProblemReport groups={problems} refused={scorecard === undefined} />}
    </div>
  );
}

/** How far the job is; of several systems, which one. */
function Running({ state: { runs, progress }, cancel }: { readonly state: ScoringState; readonly cancel: () => void }) {
  const done = runs.filter(({ scorecard, failures }) => scorecard !== undefined || failures.length > 0).length;
  return (
    <>
      {runs.length > 1 && (
        <p className="number" data-running>
          System {Math.min(done + 1, runs.length)} of {runs.length}: <span className="foreign">{runs[done]?.name}</span>
        </p>
      )}
      <ProgressLadder progress={progress} cancel={cancel} />
    </>
  );
}

type KeptProps = Omit<Parameters<typeof import("../sets/KeptSets.tsx").KeptSets>[0], "sets">;

/** What is kept on this machine, where anything is; its code is fetched once the page has nothing else to do. */
function Kept(props: KeptProps) {
  const [kept, setKept] = useState<{ readonly sets: readonly KeptSet[]; readonly List: typeof import("../sets/KeptSets.tsx").KeptSets }>();
  useEffect(() => {
    whenIdle(async () => {
      // Where the browser keeps nothing, or cannot fetch the code, there is nothing to list.
      const sets = await import("../sets/store.ts").then(({ listSets }) => listSets()).catch(() => []);
      if (sets.length > 0) setKept({ sets, List: (await import("../sets/KeptSets.tsx")).KeptSets });
    });
  }, []);
  return kept === undefined ? null : <kept.List sets={kept.sets} {...props} />;
}

function Refused({ state: { files } }: { readonly state: ScoringState }) {
  return (
    <p className="verdict bad" role="alert">
      {files.length === 0
        ? "Nothing could be opened: the problem stands below."
        : "No score was made: the problems below stand in the way. Mend the file and drop it again; nothing else is lost."}
    </p>
  );
}
