import { searchDocuments } from "../catalog/search.ts";

/** All that can be found; the search page fetches it when somebody searches. */
export function GET(): Response {
  return Response.json(searchDocuments());
}
