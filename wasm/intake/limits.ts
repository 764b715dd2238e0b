const MIB = 2 ** 20;

/** What one input may ask of a machine. Each is far above any real benchmark file and far below what would hang a page. */
export const LIMITS = {
  /** Characters of one line of JSONL. */
  line: 16 * MIB,
  /** Characters of one row of CSV: less, as a quote that is never closed makes a row of all that follows. */
  row: 4 * MIB,
  /** Rows of one parquet row group, which is decoded whole. */
  rows: 2_000_000,
  /** Characters (JSON, text) or bytes (parquet inside gzip or zip) of a file that has to be held whole. */
  document: 256 * MIB,
  /** Brackets open at once in JSON or a Python literal. */
  depth: 100,
  /** Keys of one object in JSON: the largest official file of one object has a tenth of this. */
  keys: 100_000,
  /** Decompressed bytes of one source, all members of a zip together. */
  bytes: 8 * 1024 * MIB,
  /** How many times its size a file may unpack to, once that is more than `swell` bytes; lines of JSON reach some 50. */
  ratio: 200,
  swell: 32 * MIB,
  /** Members of one zip, folders included. */
  members: 100_000,
} as const;

/** A plain file of lines with more bytes than this is cut into ranges of about this size. Fixed, so that no result can depend on the machine. */
export const RANGE = 16 * MIB;

/** A size for people: `16 MiB`. */
export function inMiB(size: number): string {
  return `${Math.round(size / MIB)} MiB`;
}
