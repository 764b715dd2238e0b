import type { Problem } from "@stepladder/schema";
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js/index-native.js";
import { FileProblem, type Raw, type ReadFile } from "./raw.ts";
import { readSource } from "./read.ts";
import { fromBlob, type Source } from "./source.ts";

/** All that reading one source gave. For tests. */
export interface Everything {
  readonly records: Raw[];
  readonly problems: Problem[];
  readonly files: ReadFile[];
  /** The FileProblem that ended it. */
  readonly failure?: Problem;
}

/** Reads a source, or text or bytes under a name, to its end. For tests. */
export async function readAll(input: Source | readonly [name: string, data: string | Uint8Array<ArrayBuffer>]): Promise<Everything> {
  const source = "stream" in input ? input : fromBlob(input[0], new Blob([input[1]]));
  const all: Everything = { records: [], problems: [], files: [] };
  try {
    const reading = { problem: (problem: Problem) => all.problems.push(problem), file: (file: ReadFile) => all.files.push(file) };
    for await (const batch of readSource(source, reading)) all.records.push(...batch);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { ...all, failure: error.problem };
  }
  return all;
}

/** A source that has its bytes in exactly these pieces. For tests. */
export function inPieces(name: string, pieces: Iterable<Uint8Array<ArrayBuffer>>): Source {
  return {
    name,
    size: Number.NaN,
    stream: () => streamOf(pieces[Symbol.iterator]()),
    slice: () => Promise.reject(new Error("this source can only be streamed")),
  };
}

function streamOf(pieces: Iterator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** Compressed by the host. For tests. */
export async function gzip(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
}

/** A zip of these members. For tests. */
export async function zip(members: Record<string, string | Uint8Array>, options = {}): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...options });
  for (const [name, data] of Object.entries(members)) {
    await writer.add(name, typeof data === "string" ? new TextReader(data) : new Uint8ArrayReader(data));
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}
