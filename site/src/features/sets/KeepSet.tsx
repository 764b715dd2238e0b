import { useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { save } from "../scoring/result/save.ts";
import type { ScoringSession } from "../scoring/session.ts";
import type { ScoringState } from "../scoring/state.ts";
import { type KeptSet, type OpenedSet, SET_ENDING, type SetSystem } from "./set.ts";
import { forgetSet, keepSet, renameSet, whyNotKept } from "./store.ts";

interface Props {
  readonly state: ScoringState;
  readonly systems: readonly SetSystem[];
  readonly track: TrackInfo;
  readonly session: ScoringSession;
}

/** How several results are kept on this machine under a name, renamed, deleted and saved as a file. */
export function KeepSet({ state, systems, track, session }: Props) {
  const { kept, items } = state;
  const [name, setName] = useState(kept?.name ?? (state.name || `${track.title}, ${systems.length} systems`));
  const [told, setTold] = useState("");
  if (items === undefined) return null;
  const set: OpenedSet = {
    name: name.trim() || "My set",
    track: track.id,
    items,
    systems: systems.map((one) => ({ name: one.name, scorecard: one.scorecard })),
  };
  const attempt = async (step: () => Promise<KeptSet | undefined>, done: (line: KeptSet | undefined) => string) => {
    try {
      const line = await step();
      session.kept(line);
      setTold(done(line));
    } catch (error) {
      setTold(whyNotKept(error));
    }
  };
  const keep = () =>
    void attempt(
      () => (kept === undefined ? keepSet(set) : renameSet(kept.id, set.name)),
      (line) => `${kept === undefined ? "Kept" : "Renamed"} as “${line?.name}”.`,
    );
  const forget = () =>
    void attempt(
      async () => {
        await forgetSet(kept?.id ?? "");
        return undefined;
      },
      () => "Deleted from this machine; it stays here until you leave the page.",
    );
  const toFile = async () => {
    const { writeSetFile } = await import("./set-file.ts");
    save(await writeSetFile(set), set.name + SET_ENDING);
  };
  return (
    <section aria-labelledby="keep-set" className="no-print" data-kept-set={kept === undefined ? "no" : "yes"}>
      <h3 id="keep-set">{kept === undefined ? "Keep these results" : "Kept on this machine"}</h3>
      <form
        className="row keep"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label htmlFor="set-name">Name</label>
        <input
          id="set-name"
          type="text"
          value={name}
          maxLength={80}
          autoComplete="off"
          required
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit">{kept === undefined ? "Keep on this machine" : "Rename"}</button>
        {kept !== undefined && (
          <button type="button" onClick={forget}>
            Delete
          </button>
        )}
        <button type="button" onClick={() => void toFile()} data-save-set>
          Save as a file
        </button>
      </form>
      <p role="status" className="small">
        {told}
      </p>
      <p className="small muted">
        Kept are the scorecards, with the statistics of every item, in this browser only; your predictions are not, and nothing is sent. A
        saved file that is dropped on this page, on any machine, opens the set again.
      </p>
    </section>
  );
}
