/** What the address of the scoring page says. */
export interface ScoreQuery {
  /** Track chosen beforehand. */
  readonly track?: string;
  /** Whether to fetch and score that track's sample at once. */
  readonly sample: boolean;
}

/** Reads `?track=procladder&sample`. */
export function readScoreQuery(search: string): ScoreQuery {
  const query = new URLSearchParams(search);
  const track = query.get("track");
  return { ...(track ? { track } : {}), sample: query.has("sample") };
}

/** The query that leads back to this choice; empty where there is none. */
export function writeScoreQuery(query: ScoreQuery): string {
  const parts = new URLSearchParams(query.track === undefined ? {} : { track: query.track }).toString();
  const all = [parts, query.sample ? "sample" : ""].filter((part) => part !== "");
  return all.length === 0 ? "" : `?${all.join("&")}`;
}
