import { graphsText } from "../../catalog/graphs.ts";

/** The induced graphs, as they were committed. */
export function GET(): Response {
  return new Response(graphsText, { headers: { "content-type": "application/jsonl" } });
}
