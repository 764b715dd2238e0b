import { readFileSync } from "node:fs";
import { gzip, zip } from "@stepladder/wasm/intake/testing.ts";

/** One file of a submission as a person would give it; `name` may have folders. */
export interface Given {
  readonly name: string;
  /** Text is written as UTF-8. */
  readonly data: string | Uint8Array<ArrayBuffer>;
}

/** What comes of a submission. */
export type Verdict = "refused" | "scored with errors" | "scored with warnings" | "scored";

/** A problem that has to be told. Words have to stand in what is told, the rest is equal to it. */
export interface Said {
  readonly kind: string;
  /** How often, where that is not once. */
  readonly count?: number;
  /** Name of the file, where it is not the row's own. */
  readonly file?: string;
  readonly line?: number;
  readonly id?: string;
  readonly field?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly fix?: string;
}

/** A broken submission and what is told of it. */
export interface Broken {
  /** Of its first file, and of the row: no two are the same. */
  readonly name: string;
  /** What is wrong with it. */
  readonly about: string;
  /** Its gold is `fixtures/gold.jsonl` of this track. */
  readonly track: string;
  readonly files: () => readonly Given[] | Promise<readonly Given[]>;
  readonly verdict: Verdict;
  /** All kinds of problems that are told, no others; of each at least these. */
  readonly says: readonly Said[];
  /** Ids of format mistakes that are diagnosed. */
  readonly diagnoses?: readonly string[];
  /** Where the command line, which has more to go by, says it in other words: those. */
  readonly onCommandLine?: readonly string[];
}

/** What a row tells of its data. */
export type Told = Omit<Broken, "name" | "about" | "track" | "files">;
type Data = Given["data"] | Promise<Given["data"]>;

/** A row of one file. */
export function row(name: string, about: string, track: string, data: () => Data, told: Told): Broken {
  return { name, about, track, files: async () => [{ name, data: await data() }], ...told };
}

/** Records as lines; text stands as it is. */
export function jsonl(...records: readonly unknown[]): string {
  return records.map((record) => `${typeof record === "string" ? record : JSON.stringify(record)}\n`).join("");
}

/** The bytes of text. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A file of a track's fixtures. */
export function fixture(track: string, path: string): string {
  return readFileSync(new URL(`../${track}/fixtures/${path}`, import.meta.url), "utf8");
}

/** The sound predictions of a track's fixtures, as records. */
export function sound(track: string): Record<string, unknown>[] {
  return fixture(track, "predictions.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

export { gzip, zip };
