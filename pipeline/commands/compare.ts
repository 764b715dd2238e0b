import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { ItemsIndex } from "@stepladder/schema";
import { type Cut, fieldOf } from "@stepladder/wasm/host/board.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { readPack } from "@stepladder/wasm/host/pack.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import type { Metric } from "@stepladder/wasm/metrics/contract.ts";
import { comparePairs } from "@stepladder/wasm/stats/compare.ts";
import { type Comparison, DRAWING } from "@stepladder/wasm/stats/contract.ts";
import type { Command } from "commander";
import { CommandError } from "../core/errors.ts";
import { loadTrack, trackPath } from "../core/tracks.ts";

interface Options {
  readonly metric?: string;
  readonly slice?: readonly string[];
  readonly json?: boolean;
}

/** `stepladder compare`: entries of one board held against each other, item by item; the same numbers as on the compare page. */
export function compareCommand(program: Command): void {
  program
    .command("compare")
    .description("hold entries of a board against each other, item by item")
    .argument("<track>", "id of a track")
    .argument("<entries...>", "ids of two entries or more")
    .option("--metric <id>", "metric; default: the one that ranks the track")
    .option("--slice <slice=value...>", "only items of these values of a slice, such as length=1-3")
    .option("--json", "print JSON")
    .action(compare);
}

async function compare(trackId: string, entries: string[], { metric: asked, slice = [], json = false }: Options): Promise<void> {
  const track = await loadTrack(trackId);
  const metric = metricOf(track.metrics, asked);
  if (entries.length < 2) throw new CommandError(`compare: expected two entries or more, found ${entries.length}`);
  const index = ItemsIndex.parse(JSON.parse((await unpacked(track.id, "items.json.gz")).toString()));
  const matrices = await Promise.all(entries.map(async (id) => readPack(await unpacked(track.id, `${id}.pack.gz`)).matrix));
  const pairs = entries.flatMap((_, a) => entries.slice(a + 1).map((_, i) => ({ a, b: a + 1 + i })));
  let told: Comparison[];
  try {
    told = comparePairs(await loadKernels(), fieldOf(metric, matrices, index, cutOf(slice)), pairs, DRAWING);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
  if (json) {
    const named = told.map((one) => ({ ...one, a: entries[one.a], b: entries[one.b] }));
    process.stdout.write(`${JSON.stringify({ track: track.id, metric: metric.id, ...DRAWING, pairs: named }, null, 2)}\n`);
    return;
  }
  for (const one of told) process.stdout.write(`${line(one, entries)}\n`);
}

function metricOf(ids: readonly string[], asked: string | undefined): Metric {
  const id = asked ?? ids[0];
  if (id === undefined || !ids.includes(id)) throw new CommandError(`--metric: expected one of ${ids.join(", ")}, found ${asked}`);
  return metrics[id as MetricId];
}

function cutOf(given: readonly string[]): Cut {
  const cut: Record<string, string[]> = {};
  for (const text of given) {
    const [, slice, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (slice === undefined || value === undefined) throw new CommandError(`--slice: expected slice=value, found ${JSON.stringify(text)}`);
    cut[slice] = [...(cut[slice] ?? []), value];
  }
  return cut;
}

async function unpacked(track: string, name: string): Promise<Buffer> {
  const path = trackPath(track, `entries/${name}`);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new CommandError(`${path}: expected a file, found none; only entries that were scored here have a pack`);
  return gunzipSync(bytes);
}

function line({ a, b, difference, interval, p, adjusted, test, won, lost, tied }: Comparison, entries: readonly string[]): string {
  const off =
    difference === undefined ? "no difference to tell" : `${difference}${interval ? ` (${interval.low} to ${interval.high})` : ""}`;
  return `${entries[a]} minus ${entries[b]}: ${off}; p = ${p} (${test}), ${adjusted} after Holm; better on ${won}, worse on ${lost}, equal on ${tied}`;
}
