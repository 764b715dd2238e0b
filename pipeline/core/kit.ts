import { join } from "node:path";
import type { Entry, RecipeKit, Scorecard, Step } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import { writePack } from "@stepladder/wasm/host/pack.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack, Baseline } from "@stepladder/wasm/host/track.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
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
    importGold: (folder) => ({
      name: "import",
      options: {},
      inputs: [{ from: "official", path: folder }],
      outputs: [{ path: GOLD, committed: false }],
      run: ({ official, signal }) => [goldLines(track, join(official ?? "", folder), signal)],
    }),
    sample: (record) => ({
      name: "sample",
      options: {},
      inputs: [{ from: "track", path: GOLD }],
      outputs: [{ path: "gold/sample.jsonl.gz", committed: false }],
      run: ({ signal }) => [madeLines(track, goldSources, record, signal)],
    }),
    baselines: () => track.baselines.map((baseline) => baselineStep(track, baseline as Baseline<unknown, unknown>, goldSources)),
  };
}

async function* goldLines(track: AnyTrack, folder: string, signal: AbortSignal): AsyncGenerator<string> {
  yield* importedGold(track, await openSources([folder]), signal).lines();
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

/** Runs a baseline on gold, scores it as any submission is scored, and gives its entry and pack. */
function baselineStep(track: AnyTrack, baseline: Baseline<unknown, unknown>, open: () => Promise<Source[]>): Step {
  const entry = `entries/${baseline.id}.json`;
  const pack = `entries/${baseline.id}.pack`;
  return {
    name: `baseline ${baseline.id}`,
    options: {},
    inputs: [{ from: "track", path: GOLD }],
    outputs: [
      { path: entry, committed: true },
      { path: pack, committed: true },
    ],
    run: ({ signal }) => {
      let scored: Promise<Scorecard> | undefined;
      const score = (): Promise<Scorecard> => (scored ??= scoreBaseline(track, baseline, open, signal));
      return [entryText(track, baseline, score), packBytes(score)];
    },
  };
}

async function scoreBaseline(
  track: AnyTrack,
  baseline: Baseline<unknown, unknown>,
  open: () => Promise<Source[]>,
  signal: AbortSignal,
): Promise<Scorecard> {
  const record = (item: unknown): object => ({ id: track.itemId(item as never), prediction: baseline.predict(item) });
  const lines = await Array.fromAsync(madeLines(track, open, record, signal));
  const predictions = fromBlob(`${baseline.id}.jsonl`, new Blob(lines));
  return scoreTrack({ track, gold: await open(), predictions: [predictions], kernels: await openKernels(), signal });
}

async function* entryText(
  track: AnyTrack,
  { id, title, about }: Baseline<unknown, unknown>,
  score: () => Promise<Scorecard>,
): AsyncGenerator<string> {
  const { scores, slices, coverage, hashes } = await score();
  const entry: Entry = {
    schema: "stepladder/entry/1",
    track: track.id,
    system: { name: title, kind: "baseline", about },
    date: track.date,
    evidence: { kind: "recomputed", ...hashes },
    coverage: { items: coverage.items, scored: coverage.scored },
    scores,
    slices,
    pack: `${id}.pack`,
  };
  yield `${JSON.stringify(entry, null, 2)}\n`;
}

async function* packBytes(score: () => Promise<Scorecard>): AsyncGenerator<Uint8Array> {
  yield writePack(await score());
}
