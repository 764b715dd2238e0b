import { type Chunks, chunksOf, peek, tap } from "./bytes.ts";
import { readJson, readText } from "./document.ts";
import { gunzip } from "./gunzip.ts";
import { fileHasher, withoutGz } from "./hash.ts";
import { readJsonl } from "./jsonl.ts";
import { inMiB, LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading } from "./raw.ts";
import { MAGIC_BYTES, sniffBytes, sniffText } from "./sniff.ts";
import type { Source } from "./source.ts";
import { openText, textOf } from "./text.ts";

/**
 * Reads one given file, whatever it holds, as batches of records. What it is, its content says; the name decides only between text
 * formats that look alike. Throws FileProblem where the file cannot be used and `signal.reason` where reading is aborted.
 */
export async function* readSource(source: Source, reading: Reading): AsyncGenerator<readonly Raw[]> {
  reading.signal?.throwIfAborted();
  const meter = meterOf(source.name, reading);
  const open = () => tap(chunksOf(source.stream(), reading.signal), (chunk) => meter.consumed(chunk.length));
  yield* readFile({ file: source.name, name: source.name, open, meter, reading });
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
}

/** Reads one file that may be gzipped, and reports it with its hash. */
export async function* readFile(opened: Opened): AsyncGenerator<readonly Raw[]> {
  const { file, open, meter, reading } = opened;
  const input = open();
  try {
    const { head, chunks } = await peek(input, MAGIC_BYTES);
    const plain = sniffBytes(head) === "gzip" ? gunzip(file, chunks, open) : chunks;
    const hash = await fileHasher();
    let bytes = 0;
    const seen = tap(plain, (chunk) => {
      bytes += chunk.length;
      meter.decompressed(chunk.length);
      hash.update(chunk);
    });
    yield* readPlain(opened, seen);
    reading.file?.({ file, name: withoutGz(opened.name), sha256: hash.digest(), bytes });
  } finally {
    await input.return();
  }
}

async function* readPlain({ file, reading }: Opened, seen: Chunks): AsyncGenerator<readonly Raw[]> {
  const { head, chunks } = await peek(seen, MAGIC_BYTES);
  const kind = sniffBytes(head);
  if (kind !== "text") throw unreadable(file, typeof kind === "string" ? kind : kind.unreadable);
  const { opening, pieces } = await openText(textOf(chunks, file), file);
  switch (sniffText(opening, file)) {
    case "jsonl":
      return yield* readJsonl(pieces, file, reading);
    case "json":
      return yield* readJson(pieces, file, reading);
    case "text":
      return yield* readText(pieces, file);
    default:
      throw unreadable(file, "text in no known layout");
  }
}

/** Counts what one source costs, tells progress, and stops what grows beyond the limit. */
export interface Meter {
  consumed(bytes: number): void;
  decompressed(bytes: number): void;
}

function meterOf(file: string, reading: Reading): Meter {
  let consumed = 0;
  let decompressed = 0;
  return {
    consumed: (bytes) => {
      consumed += bytes;
    },
    decompressed: (bytes) => {
      decompressed += bytes;
      if (decompressed > LIMITS.bytes) throw tooManyBytes(file);
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

function unreadable(file: string, found: string): FileProblem {
  return new FileProblem({
    kind: "unknown-format",
    file,
    expected: "JSONL, JSON, CSV, TSV, parquet or text, plain, gzipped or in a zip",
    found,
    fix: "export the records as JSONL, in UTF-8",
  });
}
