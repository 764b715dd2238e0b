import { readFile } from "node:fs/promises";
import type { APIContext } from "astro";
import { catalog, goldFile } from "../../../catalog/tracks.ts";

type FileName = "items" | "sample";

/** Gold that is ours to give, and sample predictions, where their recipe has run. */
export function getStaticPaths() {
  return catalog.flatMap(({ info }) => [
    ...(info.goldPath === undefined ? [] : [{ params: { track: info.id, file: "items" } }]),
    ...(info.samplePath === undefined ? [] : [{ params: { track: info.id, file: "sample" } }]),
  ]);
}

/** The file as it was built, byte for byte. */
export async function GET({ params }: APIContext): Promise<Response> {
  const file = goldFile(params.track ?? "", params.file as FileName);
  if (file === undefined) throw new Error(`data/tracks/${params.track}/gold: ${params.file}.jsonl.gz was there a moment ago`);
  return new Response(await readFile(file), { headers: { "content-type": "application/gzip" } });
}
