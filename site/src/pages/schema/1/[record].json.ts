import { jsonSchemas } from "@stepladder/schema/json-schema";
import type { APIContext } from "astro";

/** One address per record of `@stepladder/schema`. */
export function getStaticPaths() {
  return Object.keys(jsonSchemas).map((record) => ({ params: { record } }));
}

/** JSON Schema of the record. */
export function GET({ params }: APIContext): Response {
  return new Response(`${JSON.stringify(jsonSchemas[params.record ?? ""], null, 2)}\n`, {
    headers: { "content-type": "application/schema+json" },
  });
}
