/** Layouts of records that are read for every track. Tracks have their own beside them, and other harnesses theirs (ENVELOPES). */
export const LAYOUTS = ["JSONL", "JSON", "CSV", "TSV", "parquet"] as const;

/** How a file may be packed. */
export const PACKINGS = ["plain", ".gz", ".zip"] as const;

/** For people, in a line: what is read. */
export const READ = `${either(LAYOUTS)}; ${either(PACKINGS)}`;

/** `a, b or c` */
export function either(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " or $1");
}
