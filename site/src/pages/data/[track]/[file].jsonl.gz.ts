import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import type { APIContext } from "astro";
import { type CatalogTrack, catalog, type DataFile, dataFile } from "../../../catalog/tracks.ts";

const NAMES: readonly DataFile[] = ["items", "sample", "sample-gold"];

/** Gold that is ours to give, and sample predictions with what they are scored against. */
export function getStaticPaths() {
  return catalog.flatMap(({ track }) =>
    NAMES.flatMap((file) => (dataFile(track, file) === undefined ? [] : [{ params: { track: track.id, file } }])),
  );
}

/** The file as it was built, byte for byte; one of the fixtures, packed. */
export async function GET({ params }: APIContext): Promise<Response> {
  const { track } = catalog.find(({ info }) => info.id === params.track) as CatalogTrack;
  const file = dataFile(track, params.file as DataFile);
  if (file === undefined) throw new Error(`data/tracks/${params.track}: ${params.file}.jsonl was there a moment ago`);
  const bytes = await readFile(file);
  return new Response(file.pathname.endsWith(".gz") ? bytes : gzipSync(bytes, { level: 9 }), {
    headers: { "content-type": "application/gzip" },
  });
}
