import { alignmentsText } from "../../catalog/alignments.ts";

/** The grounded videos, as they were committed. */
export function GET(): Response {
  return new Response(alignmentsText, { headers: { "content-type": "application/jsonl" } });
}
