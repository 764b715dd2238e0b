/** What the address of the scoring page says. */
export interface ScoreQuery {
  /** Track chosen beforehand. */
  readonly track?: string;
  /** Whether to fetch and score that track's sample at once. */
  readonly sample: boolean;
  /** Id of a set of results that is kept on this machine. */
  readonly set?: string;
}

/** Reads `?track=procladder&sample`, `?track=procladder&set=0a1b`. */
export function readScoreQuery(search: string): ScoreQuery {
  const query = new URLSearchParams(search);
  const [track, set] = [query.get("track"), query.get("set")];
  return { ...(track ? { track } : {}), sample: query.has("sample"), ...(set ? { set } : {}) };
}

/** The query that leads back to this choice; empty where there is none. */
export function writeScoreQuery(query: ScoreQuery): string {
  const { track, set } = query;
  const parts = new URLSearchParams({ ...(track === undefined ? {} : { track }), ...(set === undefined ? {} : { set }) }).toString();
  const all = [parts, query.sample ? "sample" : ""].filter((part) => part !== "");
  return all.length === 0 ? "" : `?${all.join("&")}`;
}
