/** What the address of the checks page says: a procedure as text, and constraints as JSON, neither of them read yet. */
export interface ChecksQuery {
  readonly procedure?: string;
  readonly constraints?: string;
}

/** Longer addresses are cut by some programs that pass them on. */
export const LONGEST_ADDRESS = 4000;

/** Reads `?procedure=...&constraints=[...]`. */
export function readChecksQuery(search: string): ChecksQuery {
  const query = new URLSearchParams(search);
  const [procedure, constraints] = [query.get("procedure"), query.get("constraints")];
  return { ...(procedure === null ? {} : { procedure }), ...(constraints === null ? {} : { constraints }) };
}

/** The query that leads back; `undefined` where it would be too long. */
export function writeChecksQuery({ procedure, constraints }: ChecksQuery): string | undefined {
  const query = new URLSearchParams();
  if (procedure !== undefined) query.set("procedure", procedure);
  if (constraints !== undefined) query.set("constraints", constraints);
  const text = query.size === 0 ? "" : `?${query}`;
  return text.length > LONGEST_ADDRESS ? undefined : text;
}
