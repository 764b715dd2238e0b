import { constants, existsSync, type Stats, statSync } from "node:fs";
import { access, type FileHandle, open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { FileProblem } from "./raw.ts";
import type { ByteRange, Source } from "./source.ts";

const PIECE = 2 ** 18;

/** A file on disk; opened when it is read, once per read. */
export function fromPath(name: string, path: string): Source {
  const { size } = statSync(path);
  return { name, size, stream: (range) => streamOf(path, range), slice: (start, end) => readSlice(path, start, end) };
}

/**
 * Files and folders as sources, in code-unit order of their names: a file by its base name, the files of a folder (and of folders in
 * it) by their path below it, with `/`. What starts with a dot is passed over. Throws FileProblem for a path that is missing or cannot
 * be read, a folder without files, and two files of one name.
 */
export async function openSources(paths: readonly string[]): Promise<Source[]> {
  const found = (await Promise.all(paths.map(filesOf))).flat();
  const byName = new Map<string, string>();
  for (const { name, path } of found) {
    const other = byName.get(name);
    if (other !== undefined) throw sameName(name, other, path);
    byName.set(name, path);
  }
  return [...byName.keys()].sort().map((name) => fromPath(name, byName.get(name)!));
}

interface Found {
  readonly name: string;
  readonly path: string;
}

async function filesOf(path: string): Promise<Found[]> {
  const stats = await readable(path);
  // A pipe ends, and what a program gives may be scored; a device may never end.
  if (stats.isFile() || stats.isFIFO()) return [{ name: basename(path), path }];
  if (!stats.isDirectory())
    throw problem("no-file", path, "a file or folder", "a device or a socket", "save what it gives in a file first");
  const files = await filesBelow(path, "");
  if (files.length === 0) throw problem("empty", path, "files", "a folder without files", "check the path");
  return files;
}

async function filesBelow(folder: string, prefix: string): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.name.startsWith("."))
    .map(async (entry) => {
      const path = join(folder, entry.name);
      const name = `${prefix}${entry.name}`;
      // folders behind links are left out: they may lead back up
      if (entry.isDirectory()) return filesBelow(path, `${name}/`);
      // a link to nothing is no file of the person's
      if (entry.isSymbolicLink() && !existsSync(path)) return [];
      return (await readable(path)).isFile() ? [{ name, path }] : [];
    });
  return (await Promise.all(files)).flat();
}

async function readable(path: string): Promise<Stats> {
  try {
    await access(path, constants.R_OK);
    return await stat(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw problem(
      "not-found",
      path,
      "a file or folder that can be read",
      missing ? "none there" : "no permission to read it",
      "check the path",
      cause,
    );
  }
}

function streamOf(path: string, range?: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>> {
  let file: FileHandle | undefined;
  let at = range?.start ?? 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        file ??= await open(path);
        const length = Math.min(PIECE, (range?.end ?? Number.POSITIVE_INFINITY) - at);
        // Without a range as it comes: a pipe has no positions.
        const position = range === undefined ? null : at;
        const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(PIECE), length, position });
        at += bytesRead;
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await file.close();
        controller.close();
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 1 },
  );
}

async function readSlice(path: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(end - start), position: start });
    return buffer.subarray(0, bytesRead).slice();
  } finally {
    await file.close();
  }
}

function sameName(name: string, one: string, other: string): FileProblem {
  const fix = "rename one, or give the folder that holds both: names are then paths below it";
  return problem("same-name", name, "files of different names", `${one} and ${other}`, fix);
}

function problem(kind: string, file: string, expected: string, found: string, fix: string, cause?: unknown): FileProblem {
  return new FileProblem({ kind, file, expected, found, fix }, { cause });
}
