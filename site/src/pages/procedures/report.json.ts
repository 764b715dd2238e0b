import { resultText } from "../../catalog/procedures.ts";

/** The report of the mining run, as it was committed. */
export function GET(): Response {
  return new Response(resultText("report.json"), { headers: { "content-type": "application/json" } });
}
