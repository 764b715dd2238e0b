import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { CommandError } from "./errors.ts";

/** Folder of the tracks in this checkout. */
const TRACKS = new URL("../../data/tracks/", import.meta.url);

/** Ids of all tracks: each folder with a `track.ts` is one. */
export async function trackIds(): Promise<string[]> {
  const entries = await readdir(TRACKS, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/track.ts`, TRACKS)));
  return ids.map(({ name }) => name).sort();
}

/** A folder or file of a track, as a path. */
export function trackPath(id: string, below = ""): string {
  return fileURLToPath(new URL(`${id}/${below}`, TRACKS));
}

/** A module of a track's folder (`track.ts`, `recipe.ts`, `parity.ts`), its default export; absent where there is none. */
export async function trackModule<T>(id: string, file: string): Promise<T | undefined> {
  const url = new URL(`${id}/${file}`, TRACKS);
  return existsSync(url) ? ((await import(url.href)) as { default: T }).default : undefined;
}

/** The declaration of a track. Throws CommandError that lists the ids there are. */
export async function loadTrack(id: string): Promise<AnyTrack> {
  const ids = await trackIds();
  const track = ids.includes(id) ? await trackModule<AnyTrack>(id, "track.ts") : undefined;
  if (track !== undefined && track.id !== id) {
    throw new CommandError(
      `data/tracks/${id}/track.ts: expected the id "${id}" of its folder, found "${track.id}"; give every track its own id`,
    );
  }
  if (track !== undefined) return track;
  throw new CommandError(`track: expected one of ${ids.join(", ")}, found ${JSON.stringify(id)}; "stepladder tracks" lists them`);
}

/** All declarations. */
export async function loadTracks(): Promise<AnyTrack[]> {
  return Promise.all((await trackIds()).map(loadTrack));
}
