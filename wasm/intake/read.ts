import type { AsyncBuffer } from "hyparquet";
import { type Chunks, chunksOf, concat, peek, tap } from "./bytes.ts";
import { readJson, readText } from "./document.ts";
import { unwrapped } from "./envelopes/index.ts";
import { excerpt } from "./excerpt.ts";
import { either, LAYOUTS, PACKINGS } from "./formats.ts";
import { gunzip } from "./gunzip.ts";
import { fileHasher, withoutGz } from "./hash.ts";
import { readByLine, readJsonl } from "./jsonl.ts";
import { inMiB, LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading } from "./raw.ts";
import { MAGIC_BYTES, notRecords, sniffBytes, sniffText, type Unreadable } from "./sniff.ts";
import type { Source } from "./source.ts";
import { openText, textOf } from "./text.ts";

/**
 * Reads one given file, whatever it holds, as batches of records. What it is, its content says; the name decides only between text
 * formats that look alike. Throws FileProblem where the file cannot be used and `signal.reason` where reading is aborted.
 */
export async function* readSource(source: Source, reading: Reading): AsyncGenerator<readonly Raw[]> {
  reading.signal?.throwIfAborted();
  const meter = meterOf(source, reading);
  const open = () =>
    tap(orUnreachable(source.name, chunksOf(source.stream(), reading.signal), reading.signal), (chunk) => meter.consumed(chunk.length));
  yield* readFile({ file: source.name, name: source.name, open, meter, reading, source });
}

/** The chunks; what a source throws while it is read becomes a FileProblem. */
export async function* orUnreachable(file: string, chunks: Chunks, signal: AbortSignal | undefined): Chunks {
  try {
    yield* chunks;
  } catch (cause) {
    signal?.throwIfAborted();
    throw unreachable(file, cause);
  }
}

/** A source, or a member of a zip. */
export interface Opened {
  readonly file: string;
  /** Path below the folder or zip given. */
  readonly name: string;
  /** Its bytes from the start, each call anew. */
  readonly open: () => Chunks;
  readonly meter: Meter;
  readonly reading: Reading;
  /** Where bytes can be had from any offset. */
  readonly source?: Source;
}

/** Reads one file that may be gzipped, and reports it with its hash; a zip, member by member. */
export async function* readFile(opened: Opened): AsyncGenerator<readonly Raw[]> {
  const { file, open, source } = opened;
  const input = open();
  try {
    const { head, chunks } = await peek(input, MAGIC_BYTES);
    const kind = sniffBytes(head);
    if (kind === "zip" && source !== undefined) return yield* (await import("./zip.ts")).readZip(source, opened);
    yield* readHashed(opened, kind === "gzip" ? gunzip(file, chunks, open) : chunks, kind === "parquet" ? source : undefined);
  } finally {
    await input.return();
  }
}

async function* readHashed({ file, name, meter, reading }: Opened, plain: Chunks, source?: Source): AsyncGenerator<readonly Raw[]> {
  const hash = await fileHasher();
  let bytes = 0;
  const seen = tap(plain, (chunk) => {
    bytes += chunk.length;
    meter.decompressed(chunk.length);
    hash.update(chunk);
  });
  yield* unwrapped(readPlain(seen, file, reading, source), file, reading);
  reading.file?.({ file, name: withoutGz(name), sha256: hash.digest(), bytes });
}

async function* readPlain(seen: Chunks, file: string, reading: Reading, source?: Source): AsyncGenerator<readonly Raw[]> {
  const { head, chunks } = await peek(seen, MAGIC_BYTES);
  const kind = sniffBytes(head);
  if (kind === "gzip" || kind === "zip") throw nestedArchive(file, kind);
  if (kind === "parquet") return yield* (await import("./parquet.ts")).readParquet(await bufferOf(chunks, file, source), file, reading);
  if (kind !== "text") throw unreadable(file, kind);
  const { opening, pieces } = await openText(textOf(chunks, file));
  const layout = sniffText(opening, file);
  const other = layout === "text" ? undefined : notRecords(opening.line);
  if (other !== undefined) throw unreadable(file, other);
  switch (layout) {
    case "jsonl":
      return yield* readJsonl(pieces, file, reading);
    case "json":
      return yield* readJson(pieces, file, reading);
    case "csv":
      return yield* (await import("./csv.ts")).readCsv(pieces, file, reading);
    case "trec-run":
    case "trec-qrels":
      return yield* readTrec(layout, pieces, file, reading);
    case "text":
      return yield* readText(pieces, file);
    case "empty":
      throw empty(file);
    case "unknown":
      throw unreadable(file, { unreadable: `text in none of these layouts: ${excerpt(opening.line)}` });
  }
}

async function* readTrec(
  layout: "trec-run" | "trec-qrels",
  pieces: AsyncIterable<string>,
  file: string,
  reading: Reading,
): AsyncGenerator<readonly Raw[]> {
  const { Judged, Ranked } = await import("./trec.ts");
  yield* readByLine(pieces, file, reading, (line) => (layout === "trec-run" ? new Ranked(line) : new Judged(line)));
}

/** Parquet keeps its index at the end: read all of it for the hash, then from the source; what is packed is kept instead. */
async function bufferOf(chunks: Chunks, file: string, source?: Source): Promise<AsyncBuffer> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (source !== undefined) continue;
    size += chunk.length;
    if (size > LIMITS.document) throw packedTooLarge(file);
    kept.push(chunk);
  }
  if (source === undefined) return concat(kept).buffer;
  return { byteLength: source.size, slice: async (start, end = source.size) => (await source.slice(start, end)).buffer };
}

/** Counts what one source costs, tells progress, and stops what grows beyond the limit. */
export interface Meter {
  consumed(bytes: number): void;
  decompressed(bytes: number): void;
}

function meterOf({ name: file, size }: Source, reading: Reading): Meter {
  let consumed = 0;
  let decompressed = 0;
  return {
    consumed: (bytes) => {
      consumed += bytes;
    },
    decompressed: (bytes) => {
      decompressed += bytes;
      if (decompressed > LIMITS.bytes) throw tooManyBytes(file);
      if (decompressed > LIMITS.swell && decompressed > LIMITS.ratio * size) throw bomb(file);
      reading.progress?.(decompressed, consumed);
    },
  };
}

function tooManyBytes(file: string): FileProblem {
  return new FileProblem({
    kind: "too-many-bytes",
    file,
    expected: `at most ${inMiB(LIMITS.bytes)} of decompressed data`,
    found: "more than that",
    fix: "split it into several files",
  });
}

function bomb(file: string): FileProblem {
  return new FileProblem({
    kind: "too-many-bytes",
    file,
    expected: `a file that unpacks to at most ${LIMITS.ratio} times its size`,
    found: "more than that, as in files that are made to fill a disk",
    fix: "if it is meant, unpack it first and give what is in it",
  });
}

function unreadable(file: string, { unreadable: found, fix = "export the records as JSONL, in UTF-8" }: Unreadable): FileProblem {
  return new FileProblem({
    kind: "unknown-format",
    file,
    expected: `${either([...LAYOUTS, "text"])}; ${either(PACKINGS)}`,
    found,
    fix,
  });
}

function unreachable(file: string, cause: unknown): FileProblem {
  const found = `a failure to read it: ${excerpt(String(cause))}`;
  const fix = "give the file again; it may have been changed or moved since";
  return new FileProblem({ kind: "unreadable", file, expected: "a file that stays as it was given", found, fix }, { cause });
}

function nestedArchive(file: string, kind: string): FileProblem {
  return new FileProblem({
    kind: "nested-archive",
    file,
    expected: "records",
    found: `a ${kind} file inside another`,
    fix: "unpack the outer one first",
  });
}

function packedTooLarge(file: string): FileProblem {
  return new FileProblem({
    kind: "document-too-large",
    file,
    expected: `at most ${inMiB(LIMITS.document)} of parquet inside gzip or zip`,
    found: "more",
    fix: "give the parquet file itself; its columns are packed already",
  });
}

function empty(file: string): FileProblem {
  return new FileProblem({ kind: "empty", file, expected: "records", found: "an empty file", fix: "check how the file was written" });
}
