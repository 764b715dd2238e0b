import type { Entry, LedgerLine } from "@stepladder/schema";
import { fileHasher } from "../intake/hash.ts";

/** An entry as it is committed, with the file name of its record. */
export type Committed = Entry & { readonly id: string };

type State = NonNullable<LedgerLine["sha256"]>;

/**
 * Hashes of what an entry says. `figures`: its scores, intervals, counts and slices, and the predictions and items, or the source, that
 * they come from. `record`: these and all that is said beside them. The hash of the kernels is in neither, for kernels that are built
 * anew and give the same figures make no other result; nor is that of gold's files, whose layout may change while its items stay.
 */
export async function stateOf(entry: Entry): Promise<State> {
  const { scores, slices, coverage, evidence, track, system, date, quoted, predictions, cost } = entry;
  const from =
    evidence.kind === "recomputed" ? { kind: evidence.kind, predictions: evidence.predictions, items: evidence.items } : evidence;
  const figures = { scores, slices, coverage, from };
  return { figures: await hashOf(figures), record: await hashOf({ ...figures, track, system, date, quoted, predictions, cost }) };
}

/** sha256 of a value as JSON with its keys in order, so that how a file was written does not matter. */
async function hashOf(value: unknown): Promise<string> {
  const hash = await fileHasher();
  const sorted = (_: string, one: unknown): unknown =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one;
  hash.update(new TextEncoder().encode(JSON.stringify(value, sorted)));
  return hash.digest();
}

/** Where a ledger and the committed entries part: an entry that it does not tell of, or of which it tells another state. */
export interface Parting {
  readonly track: string;
  readonly entry: string;
  readonly system: string;
  readonly kind: LedgerLine["kind"];
  /** State and ranking value now; absent where the entry is gone. */
  readonly now?: { readonly sha256: State; readonly value: number | undefined };
  /** Last line about it; absent where it is new. */
  readonly last?: LedgerLine;
}

const keyOf = (track: string, entry: string): string => `${track}/${entry}`;

/** All partings, by track and entry. `ranking` names the ranking metric of a track. */
export async function partings(
  lines: readonly LedgerLine[],
  entries: readonly Committed[],
  ranking: (track: string) => string,
): Promise<Parting[]> {
  const last = new Map(lines.map((line) => [keyOf(line.track, line.entry), line]));
  const found: Parting[] = [];
  for (const entry of entries) {
    const key = keyOf(entry.track, entry.id);
    const before = last.get(key);
    last.delete(key);
    const sha256 = await stateOf(entry);
    const kind = kindOf(before?.sha256, sha256);
    if (kind === undefined) continue;
    const now = { sha256, value: entry.scores[ranking(entry.track)]?.value };
    found.push({
      track: entry.track,
      entry: entry.id,
      system: entry.system.name,
      kind,
      now,
      ...(before === undefined ? {} : { last: before }),
    });
  }
  const gone = [...last.values()].filter(({ kind }) => kind !== "removed");
  for (const line of gone) found.push({ track: line.track, entry: line.entry, system: line.system, kind: "removed", last: line });
  const order = (a: Parting, b: Parting): number => (keyOf(a.track, a.entry) < keyOf(b.track, b.entry) ? -1 : 1);
  return found.sort(order);
}

function kindOf(before: State | undefined, now: State): LedgerLine["kind"] | undefined {
  if (before === undefined) return "added";
  if (before.figures !== now.figures) return "rescored";
  return before.record === now.record ? undefined : "amended";
}

/** The line that tells of a parting. */
export function lineOf({ track, entry, system, kind, now, last }: Parting, metric: string, date: string, why: string): LedgerLine {
  const from = last?.ranking.to;
  const to = now?.value;
  return {
    schema: "stepladder/ledger/1",
    date,
    track,
    entry,
    system,
    kind,
    why,
    ranking: { metric, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    ...(now === undefined ? {} : { sha256: now.sha256 }),
  };
}

/** A parting as a fault, for a person. */
export function partingFault({ track, entry, kind }: Parting): string {
  const what = {
    added: "expected a line that tells of it, found none",
    removed: "expected the entry that its last line tells of, found none",
    rescored: "expected the figures that its last line tells of, found others",
    amended: "expected the record that its last line tells of, found another",
  }[kind];
  return `${track}/${entry}: ${what}`;
}
