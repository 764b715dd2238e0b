import type { Scorecard } from "@stepladder/schema";
import { useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { comparable } from "../scoring/result/answer.ts";

interface Props {
  readonly scorecard: Scorecard;
  readonly track: TrackInfo;
}

/** The way from a result to the board; its code is fetched once somebody takes it. */
export function SubmitRequest({ scorecard, track }: Props) {
  const [Form, setForm] = useState<typeof import("./SubmitEntry.tsx").default>();
  const [failed, setFailed] = useState(false);
  if (Form !== undefined) return <Form scorecard={scorecard} track={track} />;
  const why = whyNot(scorecard, track);
  const open = () =>
    void import("./SubmitEntry.tsx").then(
      (code) => setForm(() => code.default),
      () => setFailed(true),
    );
  return (
    <p className="row tight no-print" data-submit-request>
      <button type="button" disabled={why !== undefined} onClick={open} aria-describedby="submit-says">
        Prepare a pull request
      </button>
      <span className="muted small" id="submit-says">
        {failed
          ? "Its code could not be fetched: connect and try again."
          : (why ?? "Makes an entry for the board, as files; nothing is sent.")}
      </span>
    </p>
  );
}

/** What keeps a result from being an entry of its board. */
function whyNot({ problems, hashes }: Scorecard, track: TrackInfo): string | undefined {
  if (problems.some(({ severity }) => severity === "error"))
    return "For the board, predictions must be without errors: mend those below first.";
  const known = track.board.some(({ items }) => items !== undefined);
  if (known && comparable(track, hashes.items).length === 0)
    return "This is of other items than the board’s entries, and cannot stand beside them.";
  return undefined;
}
