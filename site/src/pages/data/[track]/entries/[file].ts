import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { APIContext } from "astro";
import { catalog, entryFile } from "../../../../catalog/tracks.ts";

/** Every entry's record, the pack of those that were scored here, and what a board must know of the items to cut packs. */
export function getStaticPaths() {
  return catalog.flatMap(({ info, entries }) => {
    const files = entries.flatMap(({ id, pack }) => [`${id}.json`, ...(pack === undefined ? [] : [pack])]);
    if (existsSync(entryFile(info.id, "items.json.gz"))) files.push("items.json.gz");
    return files.map((file) => ({ params: { track: info.id, file } }));
  });
}

/** The file as it is committed, byte for byte. */
export async function GET({ params }: APIContext): Promise<Response> {
  return new Response(await readFile(entryFile(params.track ?? "", params.file ?? "")));
}
