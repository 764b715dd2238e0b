import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { AsyncIterReader, WARCParser, type WARCRecord } from "warcio";
import type { Failure, Page, Reader } from "../core/mining.ts";
import { changedFile, MAX_PAGE, namedLike } from "./file.ts";
import { markupOf, pageOf } from "./page.ts";

/** Archives of crawls, plain or gzipped record by record; one file is one unit, each response of a page in it a page. */
export const warc: Reader = {
  id: "warc",
  title: "Web archives (.warc, .warc.gz), as Common Crawl and wget write them",
  accepts: namedLike(/\.warc(\.gz)?$/i),
  async *split(path, name) {
    yield { reader: "warc", id: name, size: (await stat(path)).size, at: { path } };
  },
  async *read({ id, size, at }, signal) {
    const path = at.path as string;
    await changedFile(path, size);
    yield* warcPages(createReadStream(path, { signal }), id);
  },
};

/**
 * The pages of an archive, in its order. A page's id is the archive's name and the byte at which its record begins
 * (`crawl.warc.gz#12345`). A damaged archive ends with a failure; what came before it stands.
 */
export async function* warcPages(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Page | Failure> {
  const guarded = new Guarded(bytes, () => reader.getReadOffset());
  const reader: AsyncIterReader = new AsyncIterReader(guarded);
  const parser = new WARCParser(reader);
  let known = 0;
  try {
    for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
      if (record.warcHeaders.protocol?.startsWith("WARC/") !== true) throw new Damaged("no record where one should begin");
      known++;
      const page = await pageOfRecord(record, `${name}#${parser.offset}`, guarded);
      if (page !== undefined) yield page;
    }
    if (known === 0) throw new Damaged("no record");
    // Of a record that is cut off within its compression nothing comes out.
    if (reader.getRawOffset() < guarded.handed) throw new Damaged("one that ends in the middle of a record");
  } catch (error) {
    // What the library throws has no kinds: all of it is about what the archive holds, but for a file that cannot be read.
    if ((error as NodeJS.ErrnoException).code !== undefined || (error as Error).name === "AbortError") throw error;
    yield damaged(`${name}#${parser.offset}`, (error as Error).message);
  }
}

class Damaged extends Error {}

/** Compressed bytes that are handed on at once: none makes more than a thousand times as many. */
const PIECE = 16_384;
/** How many bytes a byte of an archive may stand for, beyond a first allowance. Archives of pages are compressed to a fifth or so. */
const MOST_PER_BYTE = 200;
const ALLOWANCE = 64 * 2 ** 20;

/** The bytes, as long as they do not stand for far more than an archive can hold. */
class Guarded {
  /** Whether more was asked for than there is. */
  ended = false;
  /** Bytes that were handed on. */
  handed = 0;
  readonly #bytes: AsyncIterable<Uint8Array>;
  readonly #decompressed: () => number;

  constructor(bytes: AsyncIterable<Uint8Array>, decompressed: () => number) {
    this.#bytes = bytes;
    this.#decompressed = decompressed;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#bytes) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        if (this.#decompressed() > ALLOWANCE + MOST_PER_BYTE * this.handed)
          throw new Damaged("far more bytes than an archive of its size can hold");
        const piece = chunk.subarray(at, at + PIECE);
        this.handed += piece.length;
        yield piece;
      }
    }
    this.ended = true;
  }
}

/** The page of a record; absent where it holds none, such as a request, a picture, or an answer that is no success. */
async function pageOfRecord(record: WARCRecord, id: string, bytes: Guarded): Promise<Page | Failure | undefined> {
  const { warcType, httpHeaders } = record;
  const url = record.warcTargetURI ?? undefined;
  const isAnswer = warcType === "response" && httpHeaders !== null && Number(httpHeaders.statusCode) === 200;
  if (!isAnswer && warcType !== "resource") return undefined;
  const header = (name: string): string | undefined => httpHeaders?.headers.get(name) ?? undefined;
  const type = isAnswer ? header("Content-Type") : (record.warcContentType ?? undefined);
  const markup = markupOf(type);
  if (markup === undefined) return undefined;
  const body = await bodyOf(record);
  if (body === undefined) return tooLarge(id);
  // Who reads a body to its length does not ask for what comes after it.
  if (bytes.ended) return damaged(id, "one that ends in the middle of this record");
  const plain = header("Content-Encoding")?.trim().toLowerCase() === "br" ? await unbrotli(body) : body;
  if (plain === undefined) return tooLarge(id);
  return pageOf({ id, file: id, ...(url === undefined ? {} : { url }), markup, type, language: header("Content-Language") }, plain);
}

/** The body, decompressed and put together; absent where it is too large. The parser skips what is left of it. */
async function bodyOf(record: WARCRecord): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size > MAX_PAGE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Crawlers often store bodies decompressed under the header that they came with: such a body is taken as it is. */
async function unbrotli(body: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await promisify(brotliDecompress)(body, { maxOutputLength: MAX_PAGE });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? undefined : body;
  }
}

function tooLarge(id: string): Failure {
  return {
    id,
    kind: "too-large",
    expected: `a page of at most ${MAX_PAGE} bytes`,
    found: "more",
    fix: "leave the record out, or split the page",
  };
}

function damaged(id: string, found: string): Failure {
  return {
    id,
    kind: "damaged-archive",
    expected: "a whole WARC file",
    found,
    fix: "fetch the archive again; records before this byte were read",
  };
}
