import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { combinedHash, type HashedFile } from "@stepladder/wasm/intake/hash.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import type { Command } from "commander";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { predictionSets } from "../core/prediction-sets.ts";
import { progressLine } from "../core/progress.ts";
import { loadTrack, trackPath } from "../core/tracks.ts";

/** `stepladder import`: official files to gold, and the predictions that lie beside it. */
export function importCommand(program: Command): void {
  program
    .command("import")
    .description("turn official files into gold, and predictions where the folder has them")
    .argument("<track>", "id of a track")
    .requiredOption("--from <folder>", "folder (or file) in the official layout")
    .option("--out <folder>", "where to write; default: the gold folder of the track, where scoring looks for it")
    .action(async (id: string, { from, out }: { from: string; out?: string }) => {
      const track = await loadTrack(id);
      const folder = out ?? trackPath(id, "gold");
      const signal = interrupted();
      await stat(from).catch((cause: Error) => {
        throw new CommandError(`--from ${from}: expected a folder or file, found nothing there`, { cause });
      });
      const sources = await openSources([from]);
      const { items, official } = await importGold(track, sources, join(folder, "items.jsonl.gz"), signal);
      process.stdout.write(`${join(folder, "items.jsonl.gz")}: ${items} items of gold, from official files with sha256 ${official}\n`);
      for (const { system, records, lines } of await predictionSets(track, sources, signal)) {
        const path = join(folder, "predictions", `${system}.jsonl.gz`);
        await writeWhole(path, lines(), signal);
        process.stdout.write(`${path}: ${records} predictions\n`);
      }
    });
}

/** Writes the gold of the sources as one file, items in the order of the files. Throws InputError before anything appears where gold is unusable. */
export async function importGold(
  track: AnyTrack,
  sources: readonly Source[],
  path: string,
  signal: AbortSignal,
): Promise<{ items: number; official: string }> {
  const files: HashedFile[] = [];
  const progress = progressLine();
  const seen = new Set<string>();
  async function* lines(): AsyncGenerator<string> {
    for await (const { item } of readGold(track, sources, files, { signal, onProgress: progress.update })) {
      const id = track.itemId(item as never);
      if (seen.has(id)) throw new CommandError(`gold: expected each id once, found ${id} again; give a folder with one set of gold`);
      seen.add(id);
      yield `${JSON.stringify(item)}\n`;
    }
    if (seen.size === 0)
      throw new CommandError(
        `gold: expected ${track.goldFormats.map(({ title }) => title).join("; or ")}, found none in ${sources.length} files`,
      );
  }
  try {
    await writeWhole(path, lines(), signal);
  } finally {
    progress.end();
  }
  return { items: seen.size, official: await combinedHash(files) };
}
