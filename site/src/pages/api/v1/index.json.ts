import { apiIndex } from "../../../catalog/api.ts";

/** Where the API starts. */
export function GET(): Response {
  return Response.json(apiIndex());
}
