import { forScoring } from "../catalog/describe.ts";
import { catalog } from "../catalog/tracks.ts";

/** Every track as plain data: what the scoring panel needs where it opens away from its own page. */
export function GET(): Response {
  return Response.json(catalog.map(({ info }) => forScoring(info)));
}
