import type { Scorecard } from "@stepladder/schema";
import { useEffect, useRef } from "react";
import { quotedApart } from "../../../catalog/board.ts";
import type { BoardLine, MetricInfo, TrackInfo } from "../../../catalog/describe.ts";
import { formatCell, titleWithUnit } from "../../../format.ts";
import { TablePlace } from "../TablePlace.tsx";
import { comparable, landingTitle } from "./answer.ts";

type Line = BoardLine | { readonly mine: true; readonly value: number };

/** Where the result lands on the board, baselines included: the best of them is what a system must beat. */
export function Landing({ scorecard, track }: { readonly scorecard: Scorecard; readonly track: TrackInfo }) {
  const metric = track.metrics[0] as MetricInfo;
  const value = scorecard.scores[metric.id]?.value;
  if (value === undefined || track.board.length === 0) return null;
  const board = comparable(track, scorecard.hashes.items);
  if (board.length === 0) return <OtherGold board={track.board} items={scorecard.hashes.items} />;
  const sign = metric.better === "higher" ? -1 : 1;
  const lines: Line[] = [...board, { mine: true as const, value }].sort((a, b) => sign * (a.value - b.value));
  return (
    <section aria-labelledby="landing">
      <h3 id="landing">{landingTitle(value, metric, board)}</h3>
      <TablePlace label="Board" tall>
        <thead>
          <tr>
            <th scope="col">System</th>
            <th scope="col" className="num">
              {titleWithUnit(metric)}
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LandingRow key={"mine" in line ? "" : `${line.system} ${line.evidence}`} line={line} metric={metric} />
          ))}
        </tbody>
      </TablePlace>
      {track.quotedOn !== undefined && <p className="small muted">{quotedApart(track.quotedOn)}.</p>}
      <Standing scorecard={scorecard} />
    </section>
  );
}

/** What paired tests against the board say, and how to keep the result here; its code and the packs are fetched once there is a result. */
function Standing({ scorecard }: { readonly scorecard: Scorecard }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const fail = () => {
      current.textContent =
        "Where it lands for certain was not computed: the board’s packs could not be fetched. If you are offline, connect and score again.";
    };
    import("../../compare/scored.ts").then(({ showScored }) => showScored(current, scorecard)).catch(fail);
  }, [scorecard]);
  return <div className="landing-place" ref={place} />;
}

/** Numbers on other gold are other numbers: what sets them apart is said, and nothing is ranked. */
function OtherGold({ board, items }: { readonly board: readonly BoardLine[]; readonly items: string }) {
  const theirs = [...new Set(board.flatMap((line) => (line.items === undefined ? [] : [line.items])))];
  if (theirs.length === 0) return null;
  return (
    <p className="small muted">
      Entries on the board were computed on other gold (sha256 of its items {theirs.map(short).join(", ")}; yours is {short(items)}) and are
      not comparable with this result.
    </p>
  );
}

function short(sha256: string): string {
  return `${sha256.slice(0, 12)}…`;
}

function LandingRow({ line, metric }: { readonly line: Line; readonly metric: MetricInfo }) {
  const mine = "mine" in line;
  return (
    <tr className={mine ? "mine" : line.kind === "baseline" ? "baseline" : undefined}>
      <th scope="row">{mine ? "Your predictions" : line.system}</th>
      <td className="num" title={String(line.value)}>
        {formatCell(line.value, metric.unit)}
      </td>
      <td>{mine ? "only on this machine" : line.kind === "baseline" ? `baseline, ${line.evidence}` : line.evidence}</td>
    </tr>
  );
}
