import { apiTracks } from "../../../catalog/api.ts";

/** All tracks. */
export function GET(): Response {
  return Response.json(apiTracks());
}
