import "./confined.ts";
import type { ItemsIndex, Scorecard } from "@stepladder/schema";
import type { Anatomy } from "@stepladder/wasm/host/anatomy.ts";
import { fetchKernels, type KernelModule, loadKernels } from "@stepladder/wasm/host/browser.ts";
import { combine, trackMetrics } from "@stepladder/wasm/host/combine.ts";
import { type Gold, loadGold, type Progress } from "@stepladder/wasm/host/gold.ts";
import { itemsIndex } from "@stepladder/wasm/host/items-index.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { matrixOf } from "@stepladder/wasm/host/pack.ts";
import type { Part } from "@stepladder/wasm/host/part.ts";
import { DEFAULT_SEED } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { scoreUnit, type Unit, unitsOf, WHOLE } from "@stepladder/wasm/host/units.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import type { Trace } from "@stepladder/wasm/intake/traces/traces.ts";
import wasm from "@stepladder/wasm/kernels.wasm?url";
import type { Measurer } from "@stepladder/wasm/metrics/contract.ts";
import { itemValues } from "@stepladder/wasm/stats/compare.ts";
import { expose } from "comlink";
import type { GivenFile } from "../scripts/given.ts";
import { Explorer } from "./explore.ts";
import { loadInsight } from "./insights.ts";
import { look } from "./look.ts";
import {
  GOLD_NOT_FETCHED,
  type GoldGiven,
  type ItemFailures,
  type ItemList,
  type Job,
  type ListedRecords,
  type LookedItem,
  type Looks,
  type Outcome,
} from "./messages.ts";
import { outcome } from "./outcome.ts";
import type { Records } from "./records/records.ts";
import { loadTrack, loadTracks } from "./tracks.ts";

/** A report of progress is a message to the page; this many milliseconds apart they cost nothing. */
const REPORT = 60;

interface Opened {
  /** What was asked for: gold of the site stays open for the next job. */
  readonly job: OpenJob;
  readonly track: AnyTrack;
  readonly gold: Gold;
  readonly kernels: Kernels;
  /** Each of them measures one unit at a time. */
  readonly idle: Measurer<unknown>[];
  readonly sources: readonly Source[];
}

type OpenJob = Pick<Job, "track" | "gold">;
type Report = (progress: Progress) => void;

let opened: Opened | undefined;
let opening: Promise<unknown> = Promise.resolve();
let fetched: Promise<KernelModule> | undefined;
/** Gold of the site by address, fetched or on its way. */
const kept = new Map<string, Promise<Blob>>();
/** What was last looked into, and the job that it belongs to. */
let explored: { readonly of: Opened; readonly files: readonly GivenFile[]; readonly explorer: Promise<Explorer> } | undefined;
/** Records that were last listed, and the files that they are in. */
let listed: { readonly files: readonly GivenFile[]; readonly records: Promise<Records | undefined> } | undefined;
let onProgress: Report = () => undefined;

const api = {
  /** Fetches all that scoring a track (any, where none is named) may need but gold (see `keep`) and the readers of rarer formats, so that it goes on without a network. */
  warm: (track?: string): Promise<Outcome<true>> =>
    outcome(async () => {
      await Promise.all([track === undefined ? allTracks() : loadTrack(track), kernelModule()]);
      return true as const;
    }),

  /** Fetches the site's gold before it is asked for, so that scoring against it goes on without a network. */
  keep: (url: string): Promise<Outcome<true>> =>
    outcome(async () => {
      await siteGold(url);
      return true as const;
    }),

  /** The traces of agents in the files; none where they hold something else. */
  traces: (files: readonly GivenFile[]): Promise<Outcome<Trace[]>> =>
    outcome(async () => {
      const { readTraces } = await import("@stepladder/wasm/intake/traces/read.ts");
      const traces: Trace[] = [];
      for (const file of files) traces.push(...(await readTraces(sourceOf(file))));
      return traces;
    }),

  /** What the pipeline wrote to be looked at, alignments and step graphs, in the files; `undefined` where they begin with something else. */
  records: (files: readonly GivenFile[]): Promise<Outcome<ListedRecords | undefined>> =>
    outcome(async () => {
      const records = await recordsOf(files);
      if (records === undefined) return undefined;
      const { kind, ids, lengths, problems } = records;
      return { kind, list: { ids, lengths: Int32Array.from(lengths), slices: [] }, problems };
    }),

  /** One of these records by its place in the list. */
  record: (files: readonly GivenFile[], at: number): Promise<Outcome<LookedItem>> =>
    outcome(async () => {
      const records = await recordsOf(files);
      if (records === undefined) throw new Error("a record of files that hold none");
      const { view } = await records.look(at);
      return { id: records.ids[at] as string, view, records: [] };
    }),

  /** Which track each file is for, in which layout, and what is wrong where that is not clear. */
  recognise: (files: readonly GivenFile[], chosen?: string): Promise<Outcome<Looks>> =>
    outcome(async () => {
      const { tracks, missing } = await loadTracks();
      const looks = await look(tracks, files.map(sourceOf), chosen);
      if (missing > 0 && looks.track === undefined) throw codeNotFetched(missing);
      return looks;
    }),

  /** The units of work that a file is cut into. */
  units: (track: string, file: GivenFile): Promise<Outcome<readonly Unit[]>> =>
    outcome(async () => unitsOf(await loadTrack(track), sourceOf(file))),

  /** Loads a track's code, its gold and the kernels; what was open before is let go. One after the other: the last one asked for stays. */
  open: (job: OpenJob, report: Report): Promise<Outcome<true>> => {
    const mine = opening.then(() => outcome(() => open(job, report)));
    opening = mine;
    return mine;
  },

  /** Measures one unit of a file of predictions, or all of it, against the open gold. */
  score: (file: GivenFile, unit: Unit = WHOLE): Promise<Outcome<Part>> =>
    outcome(async () => {
      const { track, gold, kernels, idle } = current();
      const measurer = idle.pop() ?? gold.columns.measurer(kernels);
      // One that was left half-way by a failure still holds its records: it is not used again.
      const part = await scoreUnit(track, gold, sourceOf(file), unit, measurer, { onProgress });
      idle.push(measurer);
      return part;
    }),

  /** The scorecard of all parts, whichever worker measured them. */
  combine: (parts: readonly Part[]): Promise<Outcome<Scorecard>> =>
    outcome(() => {
      const { track, gold, kernels, idle } = current();
      const measurer = idle[0] ?? gold.columns.measurer(kernels);
      return combine(track, gold, parts, measurer, { kernels, seed: DEFAULT_SEED });
    }),

  /** What boards and comparisons must know of the open gold's items. */
  itemsIndex: (): Promise<Outcome<ItemsIndex>> => outcome(async () => itemsIndex(current().track, current().gold)),

  /** The items of the open gold. */
  list: (files: readonly GivenFile[]): Promise<Outcome<ItemList>> => outcome(async () => (await explorerOf(files)).list()),

  /** An item of the open gold by its place, with what the files say of it. */
  lookAt: (files: readonly GivenFile[], at: number): Promise<Outcome<LookedItem>> =>
    outcome(async () => (await explorerOf(files)).look(at)),

  /** How each item of the open gold fails in the files, and where first. */
  failures: (files: readonly GivenFile[]): Promise<Outcome<ItemFailures>> =>
    outcome(async () => (await explorerOf(files)).failures({ onProgress })),

  /** The metrics of a track, of every item alone. */
  itemValues: (track: string, rows: Pick<Scorecard, "items" | "events">): Promise<Outcome<Record<string, Float64Array>>> =>
    outcome(async () => {
      const [own, matrix] = [trackMetrics(await loadTrack(track)), matrixOf(rows)];
      return Object.fromEntries(own.map((metric) => [metric.id, itemValues(metric, matrix)]));
    }),

  /** How the files fail against the open gold, and what that costs. */
  anatomy: (files: readonly GivenFile[]): Promise<Outcome<Anatomy>> =>
    outcome(async () => {
      const { gold, kernels } = current();
      const mark = kernels.arena.mark();
      try {
        return await (await explorerOf(files)).anatomy(gold.columns.measurer(kernels), { onProgress });
      } finally {
        kernels.arena.release(mark);
      }
    }),
};

/** What the page may ask of a worker. */
export type ScoreWorker = typeof api;

// At once: a module worker's messages are lost until something listens, so nothing above may await at the top level.
expose(api);

async function open(job: OpenJob, report: Report): Promise<true> {
  onProgress = seldom(report);
  if (opened !== undefined && isSame(opened.job, job)) return true;
  opened = undefined;
  const [track, kernels, sources] = await Promise.all([loadTrack(job.track), kernelModule().then(loadKernels), goldSources(job.gold)]);
  const gold = await loadGold(track, sources, { onProgress });
  opened = { job, track, gold, kernels, idle: [], sources };
  return true;
}

/** Looks into files against the open gold; of the same job what was read stays at hand. */
function explorerOf(files: readonly GivenFile[]): Promise<Explorer> {
  const of = current();
  if (explored?.of === of && isSameFiles(explored.files, files)) return explored.explorer;
  const { track, gold, kernels, sources } = of;
  const explorer = loadInsight(track.id).then(
    (insight) => new Explorer({ track, insight, gold, goldSources: sources, predictions: files.map(sourceOf), kernels }),
  );
  explored = { of, files, explorer };
  // A failure is not remembered.
  explorer.catch(() => {
    if (explored?.explorer === explorer) explored = undefined;
  });
  return explorer;
}

/** The records of files; listed once, as long as they are the same. */
function recordsOf(files: readonly GivenFile[]): Promise<Records | undefined> {
  if (listed !== undefined && isSameFiles(listed.files, files)) return listed.records;
  const records = import("./records/records.ts").then((code) => code.Records.of(files.map(sourceOf)));
  listed = { files, records };
  // A failure is not remembered.
  records.catch(() => {
    listed = undefined;
  });
  return records;
}

/** A file handed over twice is two objects: what the disk says of them tells them apart. */
function isSameFiles(a: readonly GivenFile[], b: readonly GivenFile[]): boolean {
  return a.length === b.length && a.every(({ name, file }, i) => name === b[i]?.name && sameFile(file, b[i].file));
}

function sameFile(a: File, b: File): boolean {
  return a.size === b.size && a.lastModified === b.lastModified;
}

async function allTracks(): Promise<void> {
  const { missing } = await loadTracks();
  if (missing > 0) throw codeNotFetched(missing);
}

function codeNotFetched(missing: number): FileProblem {
  return new FileProblem({
    kind: "code-not-fetched",
    expected: "the code of all benchmarks from this site, to tell which one the files are for",
    found: `that of ${missing} could not be fetched`,
    fix: "connect and give the files again",
  });
}

function current(): Opened {
  if (opened === undefined) throw new Error("score before open");
  return opened;
}

function isSame(a: OpenJob, b: OpenJob): boolean {
  if (a.track !== b.track) return false;
  if (a.gold.kind === "built-in" || b.gold.kind === "built-in") {
    return a.gold.kind === "built-in" && b.gold.kind === "built-in" && a.gold.url === b.gold.url;
  }
  return isSameFiles(a.gold.files, b.gold.files);
}

/** The kernels, fetched once; a failure is not remembered. */
function kernelModule(): Promise<KernelModule> {
  fetched ??= fetchKernels(wasm).catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

function sourceOf({ name, file }: GivenFile): Source {
  return fromBlob(name, file);
}

async function goldSources(gold: GoldGiven): Promise<Source[]> {
  if (gold.kind === "yours") return gold.files.map(sourceOf);
  return [fromBlob("items.jsonl.gz", await siteGold(gold.url))];
}

/** The site's gold, fetched once; a failure is not remembered. */
function siteGold(url: string): Promise<Blob> {
  const blob = kept.get(url) ?? fetchGold(url);
  kept.set(url, blob);
  blob.catch(() => kept.delete(url));
  return blob;
}

async function fetchGold(url: string): Promise<Blob> {
  const response = await fetch(url).catch((error: unknown) => {
    throw notFetched(String(error));
  });
  if (!response.ok) throw notFetched(`status ${response.status}`);
  return response.blob().catch((error: unknown) => {
    throw notFetched(String(error));
  });
}

function notFetched(found: string): FileProblem {
  return new FileProblem({
    kind: GOLD_NOT_FETCHED,
    expected: "the gold of this benchmark from this site",
    found: `could not fetch the gold: ${found}`,
    fix: "connect and score again, or drop your own copy of the gold",
  });
}

/** Lets a report through when the last one is long enough ago, and the one that says all is read. */
function seldom(report: Report): Report {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < REPORT && progress.consumed < progress.size) return;
    last = now;
    report(progress);
  };
}
