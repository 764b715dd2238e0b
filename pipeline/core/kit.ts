import { join } from "node:path";
import type { Baseline, EntrySource, FileRecord, Problem, RecipeKit, Scorecard, Step, StepRun } from "@stepladder/schema";
import { packName, printEntry, publishedEntry, recomputedEntry } from "@stepladder/wasm/host/entry.ts";
import { loadGold, readGold } from "@stepladder/wasm/host/gold.ts";
import { writePack } from "@stepladder/wasm/host/pack.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { ITEMS, itemsText } from "./entries.ts";
import { importedGold } from "./gold.ts";
import { openKernels } from "./submission.ts";
import { trackPath } from "./tracks.ts";

const GOLD = "gold/items.jsonl.gz";

/** The steps a recipe can use, for one track. Outputs are given back as content; the runner writes and checks them. */
export function recipeKit(track: AnyTrack): RecipeKit<unknown> {
  const goldSources = (): Promise<Source[]> => openSources([trackPath(track.id, GOLD)]);
  return {
    generate: (options, lines) => ({
      name: "generate",
      options,
      inputs: [],
      outputs: [{ path: GOLD, committed: false }],
      run: () => [lines()],
    }),
    importGold: (...paths) => ({
      name: "import",
      options: {},
      inputs: paths.map((path) => ({ from: "official" as const, path })),
      outputs: [{ path: GOLD, committed: false }],
      run: ({ official, signal }) => [goldLines(track, officialPaths(official, paths), signal)],
    }),
    sample: (record) => ({
      name: "sample",
      options: {},
      inputs: [{ from: "track", path: GOLD }],
      outputs: [{ path: "gold/sample.jsonl.gz", committed: false }],
      run: ({ signal }) => [madeLines(track, goldSources, record, signal)],
    }),
    items: () => ({
      name: "items",
      options: {},
      inputs: [{ from: "track", path: GOLD }],
      outputs: [{ path: `entries/${ITEMS}`, committed: true }],
      run: ({ signal }) => [itemsLines(track, goldSources, signal)],
    }),
    baselines: (baselines) => baselines.map((baseline) => baselineStep(track, baseline, goldSources)),
    entry: (source) => ({
      ...entryStep(source, ({ official, signal }) => scoreFiles(track, source, officialPaths(official, source.files), goldSources, signal)),
      name: `entry ${source.id}`,
      inputs: [{ from: "track", path: GOLD }, ...source.files.map((path) => ({ from: "official" as const, path }))],
    }),
    published: (source) => ({
      name: `published ${source.id}`,
      options: { ...source },
      inputs: [],
      outputs: [{ path: `entries/${source.id}.json`, committed: true }],
      run: () => [[printEntry(publishedEntry(track.id, source))]],
    }),
  };
}

function officialPaths(official: string | undefined, paths: readonly string[]): string[] {
  return paths.map((path) => join(official ?? "", path));
}

async function* goldLines(track: AnyTrack, paths: readonly string[], signal: AbortSignal): AsyncGenerator<string> {
  yield* importedGold(track, await openSources(paths), signal).lines();
}

async function* madeLines(
  track: AnyTrack,
  open: () => Promise<Source[]>,
  record: (item: unknown, index: number) => object | undefined,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let index = 0;
  for await (const { item } of readGold(track, await open(), [], { signal })) {
    const made = record(item, index++);
    if (made !== undefined) yield `${JSON.stringify(made)}\n`;
  }
}

async function* itemsLines(track: AnyTrack, open: () => Promise<Source[]>, signal: AbortSignal): AsyncGenerator<string> {
  yield itemsText(track, await loadGold(track, await open(), { signal }));
}

/** Runs a baseline on gold, scores it as any submission is scored, and gives its entry and pack. */
function baselineStep(track: AnyTrack, baseline: Baseline<unknown>, open: () => Promise<Source[]>): Step {
  const { id, title, about } = baseline;
  const system = { name: title, kind: "baseline", about } as const;
  return {
    ...entryStep({ id, system, date: track.date }, ({ signal }) => scoreBaseline(track, baseline, open, signal)),
    name: `baseline ${id}`,
    inputs: [{ from: "track", path: GOLD }],
  };
}

/** What steps that end in an entry and its pack share; the scorecard is made once for both. */
function entryStep(
  source: Omit<EntrySource, "files">,
  score: (run: StepRun) => Promise<Scorecard>,
): Pick<Step, "options" | "outputs" | "run"> {
  return {
    options: { ...source },
    outputs: [
      { path: `entries/${source.id}.json`, committed: true },
      { path: `entries/${packName(source.id)}`, committed: true },
    ],
    run: (run) => {
      let scored: Promise<Scorecard> | undefined;
      const once = (): Promise<Scorecard> => (scored ??= score(run));
      return [entryText(source, once), packBytes(once)];
    },
  };
}

async function scoreFiles(
  track: AnyTrack,
  { id, made, revision }: EntrySource,
  files: readonly string[],
  open: () => Promise<Source[]>,
  signal: AbortSignal,
): Promise<Scorecard> {
  const sources = await openSources(files);
  const predictions = made === undefined ? sources : [await madeSource(`${id}.jsonl`, made, sources, signal)];
  const gold = revision === undefined ? await open() : [fromBlob("items.jsonl", new Blob([...revision()]))];
  return scoreTrack({ track, gold, predictions, kernels: await openKernels(), signal });
}

/** The records that a recipe makes of those of official files. Throws FileProblem at the first that cannot be read. */
async function madeSource(
  name: string,
  made: NonNullable<EntrySource["made"]>,
  sources: readonly Source[],
  signal: AbortSignal,
): Promise<Source> {
  const records: FileRecord[] = [];
  const problem = (told: Problem): never => {
    throw new FileProblem(told);
  };
  for (const source of sources) for await (const batch of readSource(source, { problem, signal })) records.push(...batch);
  return fromBlob(name, new Blob([...made(records)].map((record) => `${JSON.stringify(record)}\n`)));
}

async function scoreBaseline(
  track: AnyTrack,
  baseline: Baseline<unknown>,
  open: () => Promise<Source[]>,
  signal: AbortSignal,
): Promise<Scorecard> {
  const items: unknown[] = [];
  for await (const { item } of readGold(track, await open(), [], { signal })) items.push(item);
  const predict = baseline.fit(items);
  const lines = items.flatMap((item) => {
    const prediction = predict(item);
    return prediction === undefined ? [] : [`${JSON.stringify({ id: track.itemId(item as never), prediction })}\n`];
  });
  const predictions = fromBlob(`${baseline.id}.jsonl`, new Blob(lines));
  return scoreTrack({ track, gold: await open(), predictions: [predictions], kernels: await openKernels(), signal });
}

async function* entryText(source: Omit<EntrySource, "files">, score: () => Promise<Scorecard>): AsyncGenerator<string> {
  yield printEntry(recomputedEntry(source, await score()));
}

async function* packBytes(score: () => Promise<Scorecard>): AsyncGenerator<Uint8Array> {
  yield writePack(await score());
}
