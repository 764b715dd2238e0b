import { existsSync } from "node:fs";
import { trackCard } from "@stepladder/wasm/host/track.ts";
import type { Command } from "commander";
import { loadTracks, trackPath } from "../core/tracks.ts";

/** `stepladder tracks`: what there is to score. */
export function tracksCommand(program: Command): void {
  program
    .command("tracks")
    .description("list the tracks, whether their gold is here, and the layouts they read")
    .option("--json", "print the full declarations as JSON")
    .action(async ({ json }: { json?: boolean }) => {
      const tracks = await loadTracks();
      if (json) {
        process.stdout.write(`${JSON.stringify(tracks.map(trackCard), null, 2)}\n`);
        return;
      }
      for (const { id, title, summary, metrics, formats } of tracks) {
        const gold = existsSync(trackPath(id, "gold/items.jsonl.gz")) ? "gold at hand" : "no gold here yet";
        const layouts = formats.map((format) => format.title).join("; or ");
        process.stdout.write(`${id}: ${title} (${gold})\n  ${summary}\n  metrics: ${metrics.join(", ")}\n  reads: ${layouts}\n`);
      }
    });
}
