import { READ } from "@stepladder/wasm/intake/formats.ts";
import { type ChangeEvent, useRef, useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { givenByInput } from "../../scripts/given.ts";
import type { ScoringSession } from "./session.ts";
import type { ScoringState } from "./state.ts";

interface Props {
  readonly state: ScoringState;
  readonly tracks: readonly TrackInfo[];
  readonly track: TrackInfo | undefined;
  readonly session: ScoringSession;
}

/** Where files come in: dropping works on the whole page, this is what can be seen and reached by keyboard. */
export function DropZone({ state, tracks, track, session }: Props) {
  const folder = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<string>();
  const samples = tracks.filter(({ samplePath }) => samplePath !== undefined);
  // What is chosen; else what needs no file of gold.
  const asked = track?.id ?? wanted;
  const sampled =
    asked === undefined ? (samples.find(({ goldPath }) => goldPath !== undefined) ?? samples[0]) : samples.find(({ id }) => id === asked);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    session.give(givenByInput(event.currentTarget));
    event.currentTarget.value = "";
  };
  return (
    <section className="drop" aria-label="Files">
      <label className="target">
        <span className="do">{state.phase === "empty" ? "Drop predictions here, or choose files" : "Drop other files to start anew"}</span>
        {state.phase === "empty" && (
          <span className="muted small">
            {track ? `Scoring ${track.title}. ` : "The benchmark is recognised from the content. "}
            {READ}
          </span>
        )}
        <input className="visually-hidden" type="file" multiple data-choose onChange={take} />
      </label>
      <div className="row tight">
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
        <input ref={folder} type="file" multiple hidden onChange={take} {...{ webkitdirectory: "" }} />
        {sampled && (
          <button type="button" onClick={() => session.sample(sampled)}>
            Try a sample{track && `: ${track.title}`}
          </button>
        )}
        {sampled && !track && (
          <label className="tight small">
            of{" "}
            <select aria-label="Sample of" value={sampled.id} onChange={({ currentTarget }) => setWanted(currentTarget.value)}>
              {samples.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </section>
  );
}
