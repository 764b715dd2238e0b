import { type Chunks, chunksOf, peek, tap } from "./bytes.ts";
import { fileHasher, type HashedFile, withoutGz } from "./hash.ts";
import { parseJson } from "./json.ts";
import { readByLine } from "./jsonl.ts";
import { LIMITS, RANGE } from "./limits.ts";
import type { Raw, Reading } from "./raw.ts";
import { orUnreachable } from "./read.ts";
import { MAGIC_BYTES, sniffBytes, sniffText } from "./sniff.ts";
import type { ByteRange, Source } from "./source.ts";
import { openText, textOf } from "./text.ts";

/** Read at a time in search of a line's end. */
const STEP = 2 ** 16;
/** No line that is allowed has more bytes: a UTF-16 unit takes at most three. */
const LONGEST_LINE = 3 * LIMITS.line;

const NEWLINE = 10;
const BOM = [0xef, 0xbb, 0xbf];

/**
 * Cuts plain JSONL into ranges of whole lines, without its byte order mark; none where a source is something else, or small. Throws
 * FileProblem where its start cannot be read as text.
 */
export async function cutLines(source: Source, size = RANGE): Promise<readonly ByteRange[]> {
  if (!(source.size > size && source.size <= LIMITS.bytes)) return [];
  const head = await bytesAt(source, 0, MAGIC_BYTES);
  if (sniffBytes(head) !== "text" || !(await isJsonl(source))) return [];
  const ranges: ByteRange[] = [];
  for (let start = BOM.every((byte, i) => head[i] === byte) ? BOM.length : 0; start < source.size; ) {
    const end = await lineEnd(source, start + size);
    ranges.push({ start, end });
    start = end;
  }
  return ranges;
}

async function isJsonl(source: Source): Promise<boolean> {
  const { opening, pieces } = await openText(textOf(bytesOf(source), source.name));
  await pieces.return(undefined);
  return sniffText(opening, source.name) === "jsonl";
}

/** End of the line that byte `at` is in; of the source, where that line is too long: nothing behind it counts. */
async function lineEnd(source: Source, at: number): Promise<number> {
  for (let from = at; from < Math.min(at + LONGEST_LINE, source.size); from += STEP) {
    const newline = (await bytesAt(source, from, STEP)).indexOf(NEWLINE);
    if (newline >= 0) return from + newline + 1;
  }
  return source.size;
}

/** Reads one range of `cutLines`. Lines count from the range's own first one. `parse` reads a line or throws RecordProblem. Throws as readSource does. */
export async function* readLines(
  source: Source,
  range: ByteRange,
  reading: Reading,
  parse: (line: string) => unknown = parseJson,
): AsyncGenerator<readonly Raw[]> {
  let read = 0;
  const bytes = tap(bytesOf(source, range, reading.signal), (chunk) => {
    read += chunk.length;
    reading.progress?.(read, read);
  });
  yield* readByLine(textOf(bytes, source.name), source.name, reading, parse);
}

/** The hash that readSource reports for a plain source, without reading its records. Throws FileProblem where it cannot be read. */
export async function hashSource(source: Source, signal?: AbortSignal): Promise<HashedFile> {
  const hash = await fileHasher();
  for await (const chunk of bytesOf(source, undefined, signal)) hash.update(chunk);
  return { name: withoutGz(source.name), sha256: hash.digest() };
}

/** Up to `size` bytes, fewer at the end of the source. */
async function bytesAt(source: Source, start: number, size: number): Promise<Uint8Array> {
  const bytes = bytesOf(source, { start, end: Math.min(start + size, source.size) });
  const { head } = await peek(bytes, size);
  await bytes.return();
  return head;
}

/** As a stream: in Chromium slices of a megabyte or less cost clearly more. */
function bytesOf(source: Source, range?: ByteRange, signal?: AbortSignal): Chunks {
  return orUnreachable(source.name, chunksOf(source.stream(range), signal), signal);
}
