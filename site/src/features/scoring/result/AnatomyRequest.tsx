import type { ProblemGroup } from "@stepladder/schema";
import type { Anatomy } from "@stepladder/wasm/host/anatomy.ts";
import { useEffect, useRef, useState } from "react";
import type { TrackInfo } from "../../../catalog/describe.ts";
import type { JobProgress } from "../../../workers/messages.ts";
import { problemsOf } from "../../../workers/outcome.ts";
import { ProgressLadder } from "../ProgressLadder.tsx";
import type { ScoringSession } from "../session.ts";

type View = typeof import("./AnatomyView.tsx").AnatomyView;

type State =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly progress?: JobProgress }
  | { readonly phase: "failed"; readonly problems: readonly ProblemGroup[] }
  | { readonly phase: "done"; readonly anatomy: Anatomy; readonly View: View };

interface Props {
  readonly ask: ScoringSession["anatomy"];
  readonly track: TrackInfo;
  /** Opens an item for looking at it, and knows what it was opened from. */
  readonly open?: (id: string, opener: HTMLElement) => void;
}

/** Where the points went, once somebody asks: everything is read again, and every kind of failure measured anew. */
export function AnatomyRequest({ ask, track, open }: Props) {
  const [state, setState] = useState<State>({ phase: "idle" });
  const job = useRef<AbortController>(undefined);
  useEffect(() => () => job.current?.abort(), []);
  const start = async () => {
    const mine = new AbortController();
    job.current = mine;
    setState({ phase: "running" });
    const next = await made(ask, mine.signal, (progress) => setState({ phase: "running", progress }));
    setState(mine.signal.aborted ? { phase: "idle" } : next);
  };
  if (state.phase === "done") return <state.View anatomy={state.anatomy} track={track} {...(open === undefined ? {} : { open })} />;
  if (state.phase === "running") {
    return <ProgressLadder progress={state.progress} doing="Measuring failures" cancel={() => job.current?.abort()} />;
  }
  return (
    <section aria-label="Where the points went" data-anatomy={state.phase}>
      {state.phase === "failed" && <Failed problems={state.problems} />}
      <p className="row tight no-print">
        <button type="button" onClick={() => void start()}>
          Where did the points go?
        </button>
        <span className="muted small">Reads the files again, and says what each kind of failure costs.</span>
      </p>
    </section>
  );
}

async function made(ask: Props["ask"], signal: AbortSignal, onProgress: (progress: JobProgress) => void): Promise<State> {
  try {
    const [{ AnatomyView: View }, outcome] = await Promise.all([import("./AnatomyView.tsx"), ask(signal, onProgress)]);
    return outcome.ok ? { phase: "done", anatomy: outcome.value, View } : { phase: "failed", problems: outcome.problems };
  } catch (error) {
    return { phase: "failed", problems: problemsOf(error) };
  }
}

function Failed({ problems }: { readonly problems: readonly ProblemGroup[] }) {
  return (
    <div className="verdict bad" role="alert">
      {problems.flatMap(({ examples: [problem] }) =>
        problem === undefined
          ? []
          : [
              <p
                key={problem.kind}
              >{`This could not be told: expected ${problem.expected}, found ${problem.found}. To mend it: ${problem.fix}.`}</p>,
            ],
      )}
    </div>
  );
}
