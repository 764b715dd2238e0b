import type { ProblemGroup } from "@stepladder/schema";
import type { Trace } from "@stepladder/wasm/intake/traces/traces.ts";
import { type ChangeEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { plural } from "../../format.ts";
import { type GivenFile, givenByInput } from "../../scripts/given.ts";
import { deliver, receive } from "../../scripts/inbox.ts";
import { type ExplorePlace, readExplorePlace, writeExplorePlace } from "../../state/explore.ts";
import { ScoringPool } from "../../workers/bridge.ts";
import type { GoldGiven, ListedRecords } from "../../workers/messages.ts";
import { alone } from "../../workers/outcome.ts";
import { ProblemReport } from "../scoring/ProblemReport.tsx";
import { EntryPlace } from "./EntryPlace.tsx";
import type { ExploredTrack } from "./Explorer.tsx";
import { exploredGold, exploredTraces } from "./explored.ts";
import { exploredRecords } from "./explored-records.ts";
import { Problems } from "./Problems.tsx";

/** A track as one chooses it here. */
export type ExplorableTrack = ExploredTrack & Pick<TrackInfo, "goldPath" | "sampleGoldPath" | "goldFormats">;

const Explorer = lazy(() => import("./Explorer.tsx"));

/** What was given: gold of a person's own, traces, what the pipeline wrote to be looked at, or files that belong elsewhere. */
type Given =
  | { readonly kind: "gold"; readonly track: string; readonly files: readonly GivenFile[] }
  | { readonly kind: "traces"; readonly traces: readonly Trace[] }
  | { readonly kind: "records"; readonly files: readonly GivenFile[]; readonly listed: ListedRecords }
  | { readonly kind: "predictions"; readonly files: readonly GivenFile[] }
  | { readonly kind: "refused"; readonly problems: readonly ProblemGroup[] };

interface Props {
  readonly tracks: readonly ExplorableTrack[];
  readonly base: string;
}

/** The page for exploring: items of a track, an entry of its board item by item, or traces, alignments and step graphs that were dropped. */
export function ExploreApp({ tracks, base }: Props) {
  const pool = useMemo(() => new ScoringPool(), []);
  useEffect(() => () => pool.stop(), [pool]);
  const [place, setPlace] = useState<ExplorePlace>(() => readExplorePlace(location.search));
  const [given, setGiven] = useState<Given>();
  const [notice, setNotice] = useState("");
  const track = tracks.find(({ id }) => id === place.track);
  const choose = useCallback((next: ExplorePlace) => {
    history.replaceState(history.state, "", location.pathname + writeExplorePlace(next));
    setPlace(next);
  }, []);
  const give = useCallback(
    (files: readonly GivenFile[]) => {
      setNotice("Looking at the files…");
      void recognised(pool, files, place.track).then((found) => {
        setGiven(found);
        setNotice(toldOf(found));
        if (isOwn(found)) choose({});
        if (found.kind === "gold" && found.track !== place.track) choose({ track: found.track });
      });
    },
    [pool, place.track, choose],
  );
  useEffect(() => receive(give), [give]);
  const gold = given?.kind === "gold" && given.track === track?.id ? given.files : undefined;
  return (
    <div className="exploring" data-takes-files>
      <Choose tracks={tracks} track={track} give={give} choose={choose} forget={() => setGiven(undefined)} />
      <p className="small muted" role="status">
        {notice}
      </p>
      {given?.kind === "refused" && <Problems problems={given.problems} what="These files could not be opened here" />}
      {given?.kind === "predictions" && <Score files={given.files} base={base} />}
      {given?.kind === "traces" && <Traces traces={given.traces} base={base} />}
      {given?.kind === "records" && <Records pool={pool} files={given.files} listed={given.listed} base={base} />}
      {track !== undefined && !(given && isOwn(given)) && (
        <Items
          key={`${track.id} ${place.entry}`}
          pool={pool}
          track={track}
          entry={place.entry}
          own={gold}
          base={base}
          leave={() => choose({ track: track.id })}
        />
      )}
      {place.track !== undefined && track === undefined && <p className="verdict warn foreign">There is no track {place.track} here.</p>}
    </div>
  );
}

/** Whether it is of no track. */
function isOwn({ kind }: Given): boolean {
  return kind === "traces" || kind === "records";
}

function toldOf(found: Given): string {
  if (found.kind === "traces") return `${plural(found.traces.length, "trace")} read.`;
  if (found.kind === "records") return `${plural(found.listed.list.ids.length, RECORDS[found.listed.kind].one)} read.`;
  return "The files were looked at.";
}

/** Records and traces go before all else: hardly anything looks like them. Records do first, as their files may be larger than a page can hold. */
async function recognised(pool: ScoringPool, files: readonly GivenFile[], chosen: string | undefined): Promise<Given> {
  const records = await pool.records(files);
  if (!records.ok) return { kind: "refused", problems: records.problems };
  if (records.value !== undefined) return { kind: "records", files, listed: records.value };
  const traces = await pool.traces(files);
  if (traces.ok && traces.value.length > 0) return { kind: "traces", traces: traces.value };
  const looks = await pool.recognise(files, new AbortController().signal, chosen);
  if (!looks.ok) return { kind: "refused", problems: looks.problems };
  const { files: looked } = looks.value;
  const gold = looked.filter(({ role, track }) => role === "gold" && track !== undefined && (chosen === undefined || track === chosen));
  const track = gold[0]?.track ?? looked.find(({ role }) => role === "gold")?.track;
  if (looked.some(({ role }) => role === "prediction")) return { kind: "predictions", files };
  if (track !== undefined) {
    const names = new Set(looked.filter((file) => file.role === "gold" && file.track === track).map(({ name }) => name));
    return { kind: "gold", track, files: files.filter(({ name }) => names.has(name)) };
  }
  const problems = looked.flatMap(({ problem }) => (problem === undefined ? [] : [alone(problem)]));
  return { kind: "refused", problems: traces.ok ? problems : traces.problems };
}

interface ChooseProps {
  readonly tracks: readonly ExplorableTrack[];
  readonly track: ExplorableTrack | undefined;
  give(files: readonly GivenFile[]): void;
  choose(place: ExplorePlace): void;
  forget(): void;
}

function Choose({ tracks, track, give, choose, forget }: ChooseProps) {
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    give(givenByInput(event.currentTarget));
    event.currentTarget.value = "";
  };
  const change = (id: string): void => {
    forget();
    choose(id === "" ? {} : { track: id });
  };
  return (
    <div className="row">
      <label>
        Track{" "}
        <select value={track?.id ?? ""} onChange={({ currentTarget }) => change(currentTarget.value)}>
          <option value="">choose one</option>
          {tracks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="button file-choice">
        Choose files: gold of your own, traces, alignments or step graphs
        <input className="visually-hidden" type="file" multiple onChange={take} />
      </label>
    </div>
  );
}

interface ItemsProps {
  readonly pool: ScoringPool;
  readonly track: ExplorableTrack;
  readonly entry: string | undefined;
  /** Gold that the person gave. */
  readonly own: readonly GivenFile[] | undefined;
  readonly base: string;
  leave(): void;
}

function Items({ pool, track, entry, own, base, leave }: ItemsProps) {
  const gold = useMemo(() => goldOf(track, own, base), [track, own, base]);
  const job = useMemo(() => (gold === undefined ? undefined : { track: track.id, gold: gold.given, predictions: [] }), [gold, track]);
  const explored = useMemo(() => (job === undefined ? undefined : exploredGold(pool, job)), [pool, job]);
  if (entry !== undefined) {
    // Items that were made up for the sample are not those that an entry was measured on.
    return <EntryPlace pool={pool} track={track} entry={entry} job={gold?.isSample ? undefined : job} base={base} leave={leave} />;
  }
  return (
    <>
      {gold?.isSample && (
        <p>
          The gold of {track.title} is not ours to give. Here are a few items that were made up for its sample; drop your own copy of the
          gold anywhere on this page to browse that.
        </p>
      )}
      {gold === undefined && (
        <p className="verdict warn">
          The gold of {track.title} is not ours to give. Drop your copy anywhere on this page: it is read here and stays on this machine.
          Layouts: {track.goldFormats.map(({ title }) => title).join("; ")}.
        </p>
      )}
      {explored && (
        <Suspense fallback={<p className="muted">Fetching what shows the items…</p>}>
          <Explorer explored={explored} track={track} base={base} />
        </Suspense>
      )}
    </>
  );
}

/** The person's own gold goes before the site's, and that before what was made up for a sample. */
function goldOf(
  { goldPath, sampleGoldPath }: ExplorableTrack,
  own: readonly GivenFile[] | undefined,
  base: string,
): { readonly given: GoldGiven; readonly isSample: boolean } | undefined {
  if (own !== undefined) return { given: { kind: "yours", files: own }, isSample: false };
  const path = goldPath ?? sampleGoldPath;
  if (path === undefined) return undefined;
  return { given: { kind: "built-in", url: new URL(base + path, location.origin).href }, isSample: goldPath === undefined };
}

/** What is of no track has nothing to measure it by. */
const NO_TRACK: ExploredTrack = { id: "", title: "", metrics: [], slices: [] };

function Traces({ traces, base }: { readonly traces: readonly Trace[]; readonly base: string }) {
  const explored = useMemo(() => exploredTraces(traces), [traces]);
  return (
    <section aria-labelledby="traces">
      <h2 id="traces">{plural(traces.length, "trace")}</h2>
      <p className="muted">Nothing says here which step is right: these are messages without gold. They stay on this machine.</p>
      <Suspense fallback={<p className="muted">Fetching what shows the traces…</p>}>
        <Explorer explored={explored} track={NO_TRACK} base={base} />
      </Suspense>
    </section>
  );
}

/** What a kind of records is called, and what there is to say before them. */
const RECORDS: Readonly<Record<ListedRecords["kind"], { readonly one: string; readonly about: string }>> = {
  grounded: {
    one: "alignment",
    about: "Steps of articles in narrated videos. The file stays on this machine; each video is read from it as you look at it.",
  },
  induced: { one: "step graph", about: "Graphs of steps with the paths that they were induced from. The file stays on this machine." },
};

interface RecordsProps {
  readonly pool: ScoringPool;
  readonly files: readonly GivenFile[];
  readonly listed: ListedRecords;
  readonly base: string;
}

function Records({ pool, files, listed: { kind, list, problems }, base }: RecordsProps) {
  const explored = useMemo(() => exploredRecords(pool, files, list), [pool, files, list]);
  const { one, about } = RECORDS[kind];
  const title = plural(list.ids.length, one);
  return (
    <section aria-labelledby="records">
      <h2 id="records">{title}</h2>
      <p className="muted">{about}</p>
      {problems.length > 0 && <ProblemReport groups={problems} refused />}
      {list.ids.length > 0 && (
        <Suspense fallback={<p className="muted">Fetching what shows them…</p>}>
          <Explorer explored={explored} track={NO_TRACK} base={base} />
        </Suspense>
      )}
    </section>
  );
}

/** Predictions are looked into where they are scored. */
function Score({ files, base }: { readonly files: readonly GivenFile[]; readonly base: string }) {
  const ended = useRef(false);
  const score = async (): Promise<void> => {
    if (ended.current) return;
    ended.current = true;
    const { openScoring } = await import("../scoring/open.tsx");
    deliver(files);
    await openScoring(base);
  };
  return (
    <div className="verdict">
      <p>These are predictions: scored, they can be looked at item by item below their score.</p>
      <p>
        <button type="button" className="primary" onClick={() => void score()}>
          Score them
        </button>
      </p>
    </div>
  );
}
