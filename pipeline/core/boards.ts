import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Entry, ItemsIndex } from "@stepladder/schema";
import { type Contender, comparable, contenderOf } from "@stepladder/wasm/host/board.ts";
import type { Board } from "@stepladder/wasm/host/board-report.ts";
import type { Committed } from "@stepladder/wasm/host/ledger.ts";
import { ITEMS } from "./entries.ts";
import { CommandError } from "./errors.ts";
import { loadTrack, trackIds, trackPath } from "./tracks.ts";

/** The entry, or what is wrong with its text. */
export function parseEntry(text: string): Entry | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `expected JSON, found ${(error as Error).message}`;
  }
  const parsed = Entry.safeParse(value);
  return parsed.success ? parsed.data : entryFault(parsed.error);
}

/** What keeps a record from being an entry, for a person. */
function entryFault({
  issues: [issue],
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  return `expected an entry (stepladder/entry/1), found ${issue?.path.map(String).join(".") || "a value"}: ${issue?.message}`;
}

/** The committed entries of a track, by file name. Throws CommandError for a file that is none. */
export async function loadEntries(track: string): Promise<Committed[]> {
  const folder = trackPath(track, "entries");
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const entry = parseEntry(await readFile(join(folder, file), "utf8"));
      if (typeof entry === "string") throw new CommandError(`${join(folder, file)}: ${entry}`);
      return { id: file.slice(0, -".json".length), ...entry };
    }),
  );
}

/** The committed entries of all tracks. */
export async function loadAllEntries(): Promise<Committed[]> {
  return (await Promise.all((await trackIds()).map(loadEntries))).flat();
}

/** What a track's folder says of its items; `undefined` where it says nothing. */
export async function loadIndex(track: string): Promise<ItemsIndex | undefined> {
  const bytes = await readFile(trackPath(track, `entries/${ITEMS}`)).catch(() => undefined);
  return bytes === undefined ? undefined : ItemsIndex.parse(JSON.parse(gunzipSync(bytes).toString()));
}

/** A board as it is committed; no gold is needed. Throws CommandError where its items are not described. */
export async function loadBoard(id: string): Promise<Board> {
  const track = await loadTrack(id);
  const [entries, index] = await Promise.all([loadEntries(track.id), loadIndex(track.id)]);
  if (index === undefined) {
    const quoted = `its ${entries.length} entries in data/tracks/${id}/entries are quoted figures`;
    throw new CommandError(
      `board ${id}: expected entries scored here, found no description of items (${ITEMS}): ${quoted}; with gold at hand, import it and run "stepladder build ${id}"`,
    );
  }
  const contenders = comparable(entries, index.items).map(async ({ id: entry, system, pack }): Promise<Contender> => {
    return contenderOf(entry, system.kind, gunzipSync(await readFile(trackPath(id, `entries/${pack}`))));
  });
  return { track: id, entries, index, contenders: await Promise.all(contenders) };
}
