import { BlobWriter, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";

/** A file for a zip; `path` is its place there. */
export interface ZipFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The earliest day that a zip can tell: a zip of the same files is the same bytes, whenever it is made. */
const NO_DAY = new Date(1980, 0, 1);

/** Files as a zip, in their order. */
export async function writeZip(files: readonly ZipFile[]): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false, lastModDate: NO_DAY, extendedTimestamp: false });
  for (const { path, bytes } of files) await zip.add(path, new Uint8ArrayReader(bytes));
  return zip.close();
}
