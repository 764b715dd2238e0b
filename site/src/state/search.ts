/** What the address of the search page says; all empty where nothing is sought yet. */
export interface SearchQuery {
  readonly words: string;
  /** The one kind that is listed in full; empty for all, the best of each. */
  readonly kind: string;
}

/** Reads `?q=slate&kind=paper`; a kind that there is not counts as absent. */
export function readSearchQuery(search: string, kinds: readonly string[]): SearchQuery {
  const query = new URLSearchParams(search);
  const kind = query.get("kind") ?? "";
  return { words: query.get("q") ?? "", kind: kinds.includes(kind) ? kind : "" };
}

/** The query that leads back to these results; empty where nothing is sought. */
export function writeSearchQuery({ words, kind }: SearchQuery): string {
  const query = new URLSearchParams({ ...(words === "" ? {} : { q: words }), ...(kind === "" ? {} : { kind }) }).toString();
  return query === "" ? "" : `?${query}`;
}
