import type { APIContext } from "astro";
import { resultText } from "../../catalog/procedures.ts";

/** The records that a mining run wrote, as they were committed. */
export function getStaticPaths() {
  return ["procedures", "dropped"].map((file) => ({ params: { file } }));
}

export function GET({ params }: APIContext): Response {
  return new Response(resultText(`${params.file}.jsonl`), { headers: { "content-type": "application/jsonl" } });
}
