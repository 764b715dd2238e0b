import { stat } from "node:fs/promises";
import { join } from "node:path";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import type { Command } from "commander";
import { pathToWrite } from "../core/arguments.ts";
import { CommandError } from "../core/errors.ts";
import { importedGold } from "../core/gold.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { predictionLines, predictionSets } from "../core/prediction-sets.ts";
import { loadTrack, trackPath } from "../core/tracks.ts";

/** `stepladder import`: official files to gold, and the predictions that lie beside it. */
export function importCommand(program: Command): void {
  program
    .command("import")
    .description("turn official files into gold, and predictions where the folder has them")
    .argument("<track>", "id of a track")
    .requiredOption("--from <folder>", "folder (or file) in the official layout")
    .option("--out <folder>", "where to write; default: the gold folder of the track, where scoring looks for it", pathToWrite)
    .action(async (id: string, { from, out }: { from: string; out?: string }) => {
      const track = await loadTrack(id);
      const folder = out ?? trackPath(id, "gold");
      const signal = interrupted();
      await stat(from).catch((cause: Error) => {
        throw new CommandError(`--from ${from}: expected a folder or file, found nothing there`, { cause });
      });
      const sources = await openSources([from]);
      const gold = importedGold(track, sources, signal);
      const target = join(folder, "items.jsonl.gz");
      await writeWhole(target, gold.lines(), signal);
      const { items, official } = await gold.told();
      process.stdout.write(`${target}: ${items} items of gold, from official files with sha256 ${official}\n`);
      const { sets, asTheyLie } = await predictionSets(track, sources, signal);
      for (const [system, own] of sets) {
        const lines = predictionLines(track, own, signal);
        const first = await lines.next();
        if (first.done) {
          process.stdout.write(`${own.map(({ name }) => name).join(", ")}: no predictions, nothing is written\n`);
          continue;
        }
        const path = join(folder, "predictions", `${system}.jsonl.gz`);
        let records = 0;
        await writeWhole(
          path,
          counted(first.value, lines, () => records++),
          signal,
        );
        process.stdout.write(`${path}: ${records} predictions\n`);
      }
      for (const name of asTheyLie)
        process.stdout.write(`${name}: predictions in a layout that is not rewritten; score the file as it lies\n`);
    });
}

/** Passes lines on, those behind the first, and counts them. */
async function* counted(first: string, others: AsyncIterable<string>, count: () => void): AsyncGenerator<string> {
  count();
  yield first;
  for await (const line of others) {
    count();
    yield line;
  }
}
