import { readGold } from "@stepladder/wasm/host/gold.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { combinedHash, type HashedFile } from "@stepladder/wasm/intake/hash.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { CommandError } from "./errors.ts";
import { progressLine } from "./progress.ts";

/** Gold of official files, on its way to being written. */
export interface ImportedGold {
  /** One item per line, in the order of the files. Throws InputError or CommandError where gold is unusable, doubled or not there. */
  lines(): AsyncGenerator<string>;
  /** Once all lines were given: how many, and the sha256 of the official files they came from. */
  told(): Promise<{ items: number; official: string }>;
}

/** Reads gold in whatever layout the track accepts; what is gold by choice only where it is the one file that was named. */
export function importedGold(given: AnyTrack, sources: readonly Source[], signal: AbortSignal): ImportedGold {
  const chosen = sources.length === 1;
  const track: AnyTrack = { ...given, goldFormats: given.goldFormats.filter(({ byChoice = false }) => chosen || !byChoice) };
  const files: HashedFile[] = [];
  const seen = new Set<string>();
  return {
    async *lines() {
      const progress = progressLine();
      try {
        for await (const { item } of readGold(track, sources, files, { signal, onProgress: progress.update })) {
          const id = track.itemId(item as never);
          if (seen.has(id)) throw new CommandError(`gold: expected each id once, found ${id} again; give a folder with one set of gold`);
          seen.add(id);
          yield `${JSON.stringify(item)}\n`;
        }
      } finally {
        progress.end();
      }
      if (seen.size > 0) return;
      const layouts = track.goldFormats.map(({ title }) => title).join("; or ");
      const candidates = chosen ? [] : await goldByChoice(given, sources, signal);
      const fix = candidates.length === 0 ? "" : `; give one file alone to take it for gold: ${candidates.join(", ")}`;
      throw new CommandError(`gold: expected ${layouts}, found none in ${sources.length} files${fix}`);
    },
    told: async () => ({ items: seen.size, official: await combinedHash(files) }),
  };
}

/** Names of the files that are gold where each is named alone. */
async function goldByChoice(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for (const source of sources) {
    try {
      for await (const _ of readGold(track, [source], [], { signal })) {
        names.push(source.name);
        break;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return names;
}
