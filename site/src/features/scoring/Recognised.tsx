import type { Problem } from "@stepladder/schema";
import type { RecognisedFile } from "@stepladder/wasm/host/recognise.ts";
import { Fragment } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { formatBytes, formatCount, plural } from "../../format.ts";
import type { GivenFile } from "../../scripts/given.ts";
import { Sharing } from "../sets/Sharing.tsx";
import type { Readiness } from "./job.ts";
import { kindTitle } from "./problem-words.ts";
import type { ScoringSession } from "./session.ts";
import { doubtfulOf, problemOf, roleOf, type ScoringState } from "./state.ts";
import { TablePlace } from "./TablePlace.tsx";

interface Props {
  readonly state: ScoringState;
  readonly tracks: readonly TrackInfo[];
  readonly missing: Readiness;
  readonly session: ScoringSession;
  readonly base: string;
}

/** What was recognised: the track, each file's part in it, and where gold comes from; the person can overrule all of it. */
export function Recognised({ state, tracks, missing, session, base }: Props) {
  const busy = state.phase === "recognising" || state.phase === "scoring";
  return (
    <section aria-labelledby="recognised">
      <h2 id="recognised">What this is</h2>
      <div className="row">
        <label>
          Benchmark{" "}
          <select value={state.track ?? ""} onChange={(event) => session.choose(event.currentTarget.value || undefined)}>
            <option value="">not recognised: choose one</option>
            {tracks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {missing.kind === "ready" && !busy && (
          <button type="button" className="primary" onClick={session.start}>
            {state.phase === "ready" ? "Score" : "Score again"}
          </button>
        )}
      </div>
      <Files state={state} session={session} />
      {state.files.length > SHOWN && (
        <p className="small muted">and {plural(state.files.length - SHOWN, "more file")}, taken as recognised.</p>
      )}
      {missing.kind === "ready" && <Sharing grouping={missing.grouping} choose={session.share} />}
      {state.phase !== "recognising" && <Missing missing={missing} state={state} base={base} />}
    </section>
  );
}

/** More rows than this say nothing: an official folder has thousands of files that are all alike. */
const SHOWN = 40;

function Files({ state, session }: Pick<Props, "state" | "session">) {
  const doubtful = doubtfulOf(state);
  const shown = shownOf(state);
  const unknown = state.files.filter(({ name }) => isOfNoLayout(problemOf(state, name)));
  const first = shown.find((given) => unknown.includes(given));
  return (
    <TablePlace label="Files" tall>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col" className="num">
            Size
          </th>
          <th scope="col">Read as</th>
          <th scope="col" className="fold">
            Layout
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((given) => (
          <Fragment key={given.name}>
            <FileRow given={given} doubtful={doubtful.has(given.name)} state={state} session={session} />
            {(given === first || !unknown.includes(given)) && <ReasonRow problem={problemOf(state, given.name)} unknown={unknown.length} />}
          </Fragment>
        ))}
      </tbody>
    </TablePlace>
  );
}

/** Files of no known layout are told of once, under the first. */
function isOfNoLayout(problem: Problem | undefined): boolean {
  return problem?.kind === "unknown-layout";
}

/** Of many files those with a problem go first: the others need no look. */
function shownOf(state: ScoringState): readonly GivenFile[] {
  if (state.files.length <= SHOWN) return state.files;
  const clear = ({ name }: GivenFile) => Number(problemOf(state, name) === undefined);
  return state.files.toSorted((a, b) => clear(a) - clear(b)).slice(0, SHOWN);
}

const ROLES: readonly { readonly id: RecognisedFile["role"]; readonly title: string }[] = [
  { id: "prediction", title: "predictions" },
  { id: "gold", title: "gold" },
  { id: "unknown", title: "left out" },
];

interface RowProps extends Pick<Props, "state" | "session"> {
  readonly given: GivenFile;
  readonly doubtful: boolean;
}

function FileRow({ given: { name, file }, doubtful, state, session }: RowProps) {
  const found = state.recognised.get(name);
  return (
    <tr>
      <th scope="row" className="foreign">
        {name}
      </th>
      <td className="num" title={`${file.size} bytes`}>
        {formatBytes(file.size)}
      </td>
      <td>
        <select
          aria-label={`Read ${name} as`}
          value={doubtful ? "prediction" : roleOf(state, name)}
          onChange={(event) => session.assign(name, event.currentTarget.value as RecognisedFile["role"])}
        >
          {ROLES.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </td>
      <td className="fold muted small">{found?.formatTitle ?? (state.phase === "recognising" ? "" : "of no known layout")}</td>
    </tr>
  );
}

/** Why a file is not taken for what it was meant to be. */
function ReasonRow({ problem, unknown }: { readonly problem: Problem | undefined; readonly unknown: number }) {
  if (problem === undefined) return null;
  const { line, id, field, expected, found, fix } = problem;
  const place = [line === undefined ? undefined : `line ${formatCount(line)}`, id, field].filter((part) => part !== undefined);
  return (
    <tr className="reason">
      <td colSpan={4} className="prose small foreign">
        <strong>{kindTitle(problem.kind)}</strong>
        {isOfNoLayout(problem) && unknown > 1 && ` in ${plural(unknown, "file")}, here the first`}
        {place.length > 0 && ` (${place.join(", ")})`}: found {found}; expected {expected}. To mend it: {fix}.
      </td>
    </tr>
  );
}

function Missing({ missing, state, base }: Pick<Props, "missing" | "state" | "base">) {
  switch (missing.kind) {
    case "ready":
      return (
        <p className="small muted">
          Gold:{" "}
          {missing.gold.kind === "built-in"
            ? "the site's own, made by its recipe."
            : "yours, from the files above. It stays on this machine."}
        </p>
      );
    case "no-track":
      return (
        <p className="verdict warn">
          {state.files.every(({ name }) => problemOf(state, name) !== undefined)
            ? "Nothing here can be scored yet: what is wrong with each file stands below its name. Mend it and drop it again."
            : "The ids are of no benchmark here, or of several. Choose the benchmark that these predictions are for."}
        </p>
      );
    case "no-predictions":
      return (
        <p className="verdict warn">
          Only gold was given: now drop the predictions anywhere on this page, or say above which file they are.
        </p>
      );
    case "no-gold":
      return (
        <div className="verdict warn">
          <p>
            {missing.track.title} needs its gold, which is not ours to give. Drop your copy anywhere on this page: it is read here and stays
            on this machine.
          </p>
          <p className="small">
            Layouts: {missing.track.goldFormats.map(({ title }) => title).join("; ")}.{" "}
            <a href={`${base}tracks/${missing.track.id}/#formats`}>Where to get it</a>
          </p>
        </div>
      );
  }
}
