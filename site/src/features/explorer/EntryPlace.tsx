import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import type { CompareRow, CompareTrack } from "../../catalog/compare.ts";
import type { Job, Outcome } from "../../workers/messages.ts";
import { alone } from "../../workers/outcome.ts";
import { predictionsNote } from "../compare/predictions.ts";
import { refusal } from "../compare/refuse.ts";
import { statisticsOf } from "../compare/rows.ts";
import type { ExploredTrack } from "./Explorer.tsx";
import { exploredEntry, type Looker } from "./explored.ts";
import { Problems } from "./Problems.tsx";
import { useOutcome } from "./use-outcome.ts";

const Explorer = lazy(() => import("./Explorer.tsx"));

interface Props {
  readonly pool: Looker;
  readonly track: ExploredTrack;
  readonly entry: string;
  /** Gold to see the items by; absent where nobody here has it. */
  readonly job: Job | undefined;
  readonly base: string;
  leave(): void;
}

/** An entry of a board, item by item, by the figures of its pack. */
export function EntryPlace({ pool, track, entry, job, base, leave }: Props) {
  const ask = useCallback(() => boardOf(base, track.id), [base, track.id]);
  const { value: board, problems } = useOutcome(ask);
  if (problems !== undefined) return <Problems problems={problems} what="The board could not be fetched" />;
  if (board === undefined) return <p className="muted">Fetching the board…</p>;
  const row = board.rows.find(({ id }) => id === entry);
  const why = row && refusal(row);
  return (
    <section aria-labelledby="entry">
      <h2 id="entry" className="foreign" dir="auto">
        {row?.name ?? entry}
      </h2>
      <p className="row">
        <a href={`${base}tracks/${encodeURIComponent(track.id)}/${encodeURIComponent(entry)}/`}>All its figures</a>
        <button type="button" className="plain" onClick={leave}>
          The items without it
        </button>
      </p>
      {row === undefined && <p className="verdict warn">There is no entry of this name on the board of {track.title}.</p>}
      {why !== undefined && <p className="verdict warn foreign">{why}</p>}
      {row !== undefined && why === undefined && <Figures pool={pool} track={track} board={board} row={row} job={job} base={base} />}
    </section>
  );
}

interface FiguresProps extends Pick<Props, "pool" | "track" | "job" | "base"> {
  readonly board: CompareTrack;
  readonly row: CompareRow;
}

function Figures({ pool, track, board, row, job, base }: FiguresProps) {
  const statistics = useMemo(() => statisticsOf(base, board, [row.id], []), [base, board, row]);
  useEffect(() => () => statistics.end(), [statistics]);
  const explored = useMemo(
    () => exploredEntry(pool, { track: board, entry: row.id, statistics, job }),
    [pool, board, row, statistics, job],
  );
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.replaceChildren(predictionsNote([row])), [row]);
  return (
    <>
      <div ref={note} />
      <Suspense fallback={<p className="muted">Fetching what shows the items…</p>}>
        <Explorer explored={explored} track={track} base={base} />
      </Suspense>
    </>
  );
}

async function boardOf(base: string, track: string): Promise<Outcome<CompareTrack>> {
  const url = `${base}data/${encodeURIComponent(track)}/compare.json`;
  const response = await fetch(url).catch((error: Error) => error);
  if (!(response instanceof Error) && response.ok) return { ok: true, value: (await response.json()) as CompareTrack };
  const problem = {
    kind: "board-not-fetched",
    severity: "error" as const,
    expected: "the entries of this board from this site",
    found: response instanceof Error ? response.message : `status ${response.status}`,
    fix: "connect and load this page again",
  };
  return { ok: false, problems: [alone(problem)] };
}
