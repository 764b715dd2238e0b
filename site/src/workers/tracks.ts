import type { AnyTrack } from "@stepladder/wasm/host/track.ts";

const modules = import.meta.glob<AnyTrack>("../../../data/tracks/*/track.ts", { import: "default" });
const loaders = new Map(Object.entries(modules).map(([path, load]) => [path.split("/").at(-2) as string, load]));

/** A track's code: a chunk of its own, fetched when first asked for. */
export async function loadTrack(id: string): Promise<AnyTrack> {
  const load = loaders.get(id);
  if (load === undefined) throw new Error(`no track ${id}`);
  return load();
}

/** All tracks, for telling which one a file is for: those whose code could be fetched, and how many could not. */
export async function loadTracks(): Promise<{ readonly tracks: readonly AnyTrack[]; readonly missing: number }> {
  const loaded = await Promise.allSettled(Array.from(loaders.values(), (load) => load()));
  const tracks = loaded.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return { tracks, missing: loaded.length - tracks.length };
}
