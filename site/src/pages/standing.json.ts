import { QUESTIONS, totalsOf } from "../catalog/standing.ts";
import { standings } from "../catalog/standings.ts";

/** Where each paper of the starting shelf stands, as plain data. */
export async function GET(): Promise<Response> {
  const papers = await standings();
  const totals = Object.fromEntries(totalsOf(papers).map(({ id, count }) => [id, count]));
  return Response.json({ questions: QUESTIONS, totals, papers });
}
