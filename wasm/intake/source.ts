/** Bytes of one given file, wherever they live. `name` has no folder above the one given; a size of a file that is read as it comes may be unknown. */
export interface Source {
  readonly name: string;
  readonly size: number;
  /** The bytes from the start, each call anew. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes [start, end), for formats that keep their index at the end (zip, parquet). */
  slice(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A browser `File`, or any `Blob` with a name. */
export function fromBlob(name: string, blob: Blob): Source {
  let bytes: Blob | undefined;
  return {
    name,
    size: blob.size,
    stream: () => blob.stream() as ReadableStream<Uint8Array<ArrayBuffer>>,
    slice: async (start, end) => {
      // Chromium asks the disk for the state of a file at each slice of it, but not of what was sliced before.
      bytes ??= blob.slice();
      return new Uint8Array(await bytes.slice(start, end).arrayBuffer());
    },
  };
}
