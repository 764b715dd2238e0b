/** Bytes [start, end) of a source. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes of one given file, wherever they live. `name` has no folder above the one given; a size of a file that is read as it comes may be unknown. */
export interface Source {
  readonly name: string;
  readonly size: number;
  /** The bytes from the start, or those of a range, each call anew. */
  stream(range?: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes [start, end), for formats that keep their index at the end (zip, parquet). */
  slice(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A browser `File`, or any `Blob` with a name. */
export function fromBlob(name: string, blob: Blob): Source {
  return {
    name,
    size: blob.size,
    stream: (range) =>
      (range === undefined ? blob : blob.slice(range.start, range.end)).stream() as ReadableStream<Uint8Array<ArrayBuffer>>,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
