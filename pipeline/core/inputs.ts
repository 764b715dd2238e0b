import type { BigIntStats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve, sep } from "node:path";
import { readers } from "../readers/index.ts";
import { CommandError } from "./errors.ts";
import type { Reader } from "./mining.ts";
import { typedPath } from "./typed.ts";

/** An input of one run, as it was typed, once it is known to be there. */
export interface Input {
  /** An absolute path, or an address. */
  readonly place: string;
  readonly kind: "folder" | "file" | "address";
  /** What the ids of its pages begin with; empty for a folder that is the only input. */
  readonly name: string;
}

/** One file or address, with the reader that takes it. */
export interface Source {
  readonly reader: Reader;
  readonly place: string;
  readonly name: string;
  /** Changes whenever the file does; empty for an address. */
  readonly stamp: string;
}

/** Checks what was typed before anything is written. Throws CommandError where something is not there, or two inputs would share names. */
export async function checkInputs(typed: readonly string[]): Promise<Input[]> {
  const inputs = await Promise.all(typed.map((one) => inputOf(one, typed.length === 1)));
  const seen = new Map<string, Input>();
  for (const input of inputs) {
    const twin = seen.get(input.name);
    if (twin !== undefined)
      throw new CommandError(
        `${input.place}: expected inputs of different names, found ${twin.place} of the same; give the folder above both, or mine them one by one`,
      );
    seen.set(input.name, input);
  }
  return inputs;
}

async function inputOf(typed: string, alone: boolean): Promise<Input> {
  if (isAddress(typed)) {
    if ((await accepting(typed)) === undefined) throw unknownInput(typed, "an address that no reader takes");
    return { place: typed, kind: "address", name: typed };
  }
  const place = resolve(typed);
  const stats = await typedPath(typed, "a folder, file or address of pages");
  if (stats.isDirectory()) return { place, kind: "folder", name: alone ? "" : basename(place) };
  if ((await accepting(place)) === undefined) throw unknownInput(typed, "a file that no reader takes");
  return { place, kind: "file", name: basename(place) };
}

function isAddress(typed: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(typed);
}

function unknownInput(typed: string, found: string): CommandError {
  return new CommandError(`${typed}: expected a folder, or ${readers.map(({ title }) => title).join("; ")}; found ${found}`);
}

async function accepting(place: string): Promise<Reader | undefined> {
  for (const reader of readers) if (await reader.accepts(place)) return reader;
  return undefined;
}

/**
 * The files and addresses of the inputs, each with its reader: inputs as they were typed, a folder's files in the order of their paths.
 * Names that begin with a dot are left out, as are links to folders; `passOver` hears of files that no reader takes.
 */
export async function* sourcesOf(inputs: readonly Input[], passOver: (name: string) => void): AsyncGenerator<Source> {
  for (const { place, kind, name } of inputs) {
    if (kind === "folder") yield* sourcesBelow(place, name === "" ? "" : `${name}/`, passOver);
    else {
      const reader = (await accepting(place)) as Reader;
      yield { reader, place, name, stamp: kind === "file" ? stampOf(await stat(place, { bigint: true })) : "" };
    }
  }
}

async function* sourcesBelow(folder: string, prefix: string, passOver: (name: string) => void): AsyncGenerator<Source> {
  for await (const { place, name, stamp } of filesBelow(folder, prefix)) {
    const reader = await accepting(place);
    if (reader === undefined) passOver(basename(place));
    else yield { reader, place, name, stamp };
  }
}

/** A file below a folder that was given. */
export interface FoundFile {
  readonly place: string;
  /** Its path below the folder, after the prefix, parted by slashes. */
  readonly name: string;
  readonly size: number;
  /** As in `Source.stamp`. */
  readonly stamp: string;
}

/** The files below a folder in the order of their paths. Names that begin with a dot are left out, as are links to folders. */
export async function* filesBelow(folder: string, prefix: string): AsyncGenerator<FoundFile> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  // A folder sorts as its path does, slash included: whole paths come in order.
  for (const name of entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort()) {
    const place = join(folder, name);
    if (name.endsWith("/")) yield* filesBelow(place, prefix + name);
    else {
      const stats = await stat(place, { bigint: true }).catch(() => undefined);
      if (stats?.isFile()) yield { place, name: prefix + name, size: Number(stats.size), stamp: stampOf(stats) };
    }
  }
}

/** Size and times tell a changed file without reading it; the time of its inode's change cannot be set back. */
export function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(" ");
}

/** What files that are passed over are counted by: their extension, where it is one. */
export function extensionOf(name: string): string {
  const extension = extname(name).toLowerCase();
  return /^\.[a-z][a-z0-9]{0,7}$/.test(extension) ? extension : "other";
}

/** Throws CommandError where results would lie among the pages: the next run would read them. */
export function keepApart(inputs: readonly Input[], out: string): void {
  for (const { place, kind } of inputs) {
    if (kind !== "folder") continue;
    const path = relative(place, resolve(out));
    if (path === "" || !(path === ".." || path.startsWith(`..${sep}`) || resolve(path) === path))
      throw new CommandError(`${out}: expected a folder outside the input ${place}, found one inside it; choose another with --out`);
  }
}
