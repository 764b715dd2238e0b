import { formatBytes, formatCount, formatDuration } from "../../format.ts";
import type { JobProgress } from "../../workers/messages.ts";

const RUNGS = 12;

interface Props {
  readonly progress: JobProgress | undefined;
  /** What is done with predictions. */
  readonly doing?: string;
  readonly cancel: () => void;
}

/** How far the job has come, as a ladder that fills step by step, with rate and time left. */
export function ProgressLadder({ progress, doing = "Scoring predictions", cancel }: Props) {
  const share = progress === undefined || progress.size === 0 ? 0 : Math.min(1, progress.consumed / progress.size);
  const what = progress?.stage === "gold" || progress === undefined ? "Reading gold" : doing;
  return (
    <section className="progress" aria-label="Progress">
      <div
        className="ladder"
        role="progressbar"
        aria-label={what}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        {Array.from({ length: RUNGS }, (_, rung) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rungs are told apart by nothing else
          <span key={rung} className={share * RUNGS > rung ? "on" : undefined} style={{ height: `${((rung + 1) / RUNGS) * 100}%` }} />
        ))}
      </div>
      <div>
        <p className="number">
          {what}
          {progress !== undefined &&
            `: ${formatCount(progress.records)} records, ${formatBytes(progress.consumed)} of ${formatBytes(progress.size)}`}
        </p>
        <p className="number muted small">{progress === undefined ? "…" : pace(progress)}</p>
      </div>
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </section>
  );
}

function pace({ consumed, size, rate }: JobProgress): string {
  if (rate === undefined || rate === 0) return "…";
  return `${formatBytes(Math.round(rate))} a second, ${formatDuration((size - consumed) / rate)} left`;
}
