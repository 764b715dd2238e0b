import { apiMetrics } from "../../../catalog/api.ts";

/** All metrics. */
export function GET(): Response {
  return Response.json(apiMetrics());
}
