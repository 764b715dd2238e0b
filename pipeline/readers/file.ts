import { type FileHandle, open, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { CommandError } from "../core/errors.ts";
import type { Failure, Unit } from "../core/mining.ts";

/** Takes files whose names are of a form; an address that ends as they do is none. */
export function namedLike(names: RegExp): (input: string) => Promise<boolean> {
  return async (input) => !/^[a-z][a-z0-9+.-]+:\/\//i.test(input) && names.test(input);
}

/** The longest page that is read, in bytes after decompression. Parsed, a page takes up to a hundred times as much memory. */
export const MAX_PAGE = 10_000_000;

/** What a whole file may be. */
export interface Bound {
  /** Bytes after decompression, at most. */
  readonly most: number;
  /** What it holds, in messages: `page`. */
  readonly noun: string;
}

const PAGE: Bound = { most: MAX_PAGE, noun: "page" };

/** The bytes of a unit that is a whole file, decompressed where they are gzip; bounded, whatever the file holds. Throws the signal's reason. */
export async function readUnitFile(unit: Unit, signal: AbortSignal, bound: Bound = PAGE): Promise<Uint8Array | Failure> {
  const path = unit.at.path as string;
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") return unreadable(unit.id);
    if (code === "ENOENT") throw changed(path, unit.size, "nothing there");
    throw error;
  }
  try {
    const { size } = await file.stat();
    if (size !== unit.size) throw changed(path, unit.size, `${size} bytes`);
    if (size > bound.most) return tooLarge(unit.id, bound, `${size} bytes`);
    const bytes = await bytesOf(file, size, signal);
    if (bytes.length !== size) throw changed(path, size, bytes.length > size ? "more" : `${bytes.length} bytes`);
    return await unpacked(unit.id, bound, bytes);
  } finally {
    await file.close();
  }
}

/** Bytes that are read between two looks at the signal. */
const PIECE = 2 ** 20;

/** The bytes of a file of a size; one more where it gives more, as a file of the system does that tells no size. */
async function bytesOf(file: FileHandle, size: number, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(size + 1);
  let at = 0;
  while (at <= size) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(bytes, at, Math.min(PIECE, size + 1 - at));
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

const GZIP = [0x1f, 0x8b];

async function unpacked(id: string, bound: Bound, bytes: Uint8Array): Promise<Uint8Array | Failure> {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return /\.gz$/i.test(id) ? notGzip(id, "other bytes") : bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: bound.most });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ERR_BUFFER_TOO_LARGE" ? tooLarge(id, bound, "more, once decompressed") : notGzip(id, message);
  }
}

/** Throws CommandError where a file is no longer what it was when the run began. */
export async function changedFile(path: string, size: number): Promise<void> {
  const found = (await stat(path)).size;
  if (found !== size) throw changed(path, size, `${found} bytes`);
}

function tooLarge(id: string, { most, noun }: Bound, found: string): Failure {
  return { id, kind: "too-large", expected: `a ${noun} of at most ${most} bytes`, found, fix: `split the ${noun}, or leave it out` };
}

function notGzip(id: string, found: string): Failure {
  return {
    id,
    kind: "not-gzip",
    expected: "a whole gzip file",
    found,
    fix: "fetch the file again, or drop .gz from its name if it is plain",
  };
}

function unreadable(id: string): Failure {
  return {
    id,
    kind: "no-permission",
    expected: "a file that may be read",
    found: "no permission",
    fix: "give read permission, and run again",
  };
}

/** A run sees one state of its inputs: what it hands to workers is what it split. */
function changed(path: string, size: number, found: string): CommandError {
  return new CommandError(
    `${path}: expected ${size} bytes, as when the run began, found ${found}; run again, and start workers only where they see the same files`,
  );
}
