import { readFile } from "node:fs/promises";
import type { APIContext } from "astro";
import { catalog, entryFile } from "../../../../catalog/tracks.ts";

/** Every entry's record, and the pack of those that were scored here. */
export function getStaticPaths() {
  return catalog.flatMap(({ info, entries }) =>
    entries.flatMap(({ id, pack }) =>
      [`${id}.json`, ...(pack === undefined ? [] : [pack])].map((file) => ({ params: { track: info.id, file } })),
    ),
  );
}

/** The file as it is committed, byte for byte. */
export async function GET({ params }: APIContext): Promise<Response> {
  return new Response(await readFile(entryFile(params.track ?? "", params.file ?? "")));
}
