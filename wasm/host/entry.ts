import type { Entry, EntrySource, Quoted, Scorecard } from "@stepladder/schema";

/** File name of an entry's pack; a pack is gzipped, as most items of a benchmark are alike in most statistics. */
export function packName(id: string): string {
  return `${id}.pack.gz`;
}

/** The entry of a scored system. Its pack lies beside it, under the same name. */
export function recomputedEntry({ id, system, date, quoted, predictions }: Omit<EntrySource, "files">, scorecard: Scorecard): Entry {
  const { track, scores, slices, coverage, hashes } = scorecard;
  return {
    schema: "stepladder/entry/1",
    track,
    system,
    date,
    evidence: { kind: "recomputed", ...hashes },
    coverage: { items: coverage.items, scored: coverage.scored, unscored: coverage.unscored },
    scores,
    slices,
    ...(quoted === undefined ? {} : { quoted }),
    ...(predictions === undefined ? {} : { predictions }),
    pack: packName(id),
  };
}

/** The entry of figures that a source prints. */
export function publishedEntry(
  track: string,
  {
    system,
    date,
    quoted,
    evidence = "published",
  }: Pick<EntrySource, "system" | "date"> & { readonly quoted: Quoted; readonly evidence?: "published" | "secondary" },
): Entry {
  const { source, where, scores, slices } = quoted;
  return { schema: "stepladder/entry/1", track, system, date, evidence: { kind: evidence, source, where }, scores, slices };
}

/**
 * The entry of figures that their owner scored and whose predictions nobody else can have: nothing of it can be checked, so no hash and no
 * pack stand beside it.
 */
export function selfReportedEntry({ system, date, source }: Reported, { track, scores, slices, coverage }: Scorecard): Entry {
  return {
    schema: "stepladder/entry/1",
    track,
    system,
    date,
    evidence: { kind: "self-reported", ...(source === undefined ? {} : { source }) },
    coverage: { items: coverage.items, scored: coverage.scored, unscored: coverage.unscored },
    scores,
    slices,
  };
}

/** What is told of such a result: `source` is an address where it is told of. */
interface Reported extends Pick<EntrySource, "system" | "date"> {
  readonly source?: string;
}

/** An entry's bytes: each score on a line of its own, so that a change of one is a change of one line. */
export function printEntry(entry: Entry): string {
  const text = JSON.stringify(entry, null, 1);
  return `${text.replace(/\{\n\s*("(?:value|reason)": [^{}]*?)\n\s*\}/g, (_, inner: string) => `{ ${inner.replace(/\n\s*/g, " ")} }`)}\n`;
}

/** A file name for a system: `GPT-5.2-Thinking (medium)` is `gpt-5.2-thinking-medium`. */
export function entryId(system: string): string {
  return system
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}
