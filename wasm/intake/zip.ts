import { type FileEntry, Reader, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import { type Chunks, chunksOf } from "./bytes.ts";
import { either, LAYOUTS } from "./formats.ts";
import { LIMITS } from "./limits.ts";
import { FileProblem, PASSED_OVER, type Raw } from "./raw.ts";
import { type Opened, readFile } from "./read.ts";
import type { Source } from "./source.ts";

/** Each member as a file of its own, `archive.zip/inner/path.json`, in code-unit order of their names. */
export async function* readZip(source: Source, { file, meter, reading }: Opened): AsyncGenerator<readonly Raw[]> {
  const members = await openZip(source, file, { consumed: meter.consumed, signal: reading.signal });
  for (const { name, open } of isInspectLog(members) ? members.filter(isSample) : members) {
    try {
      yield* readFile({ file: `${file}/${name}`, name, open, meter, reading });
    } catch (error) {
      if (!(error instanceof FileProblem) || !PASSED_OVER.has(error.problem.kind)) throw error;
      reading.problem({ ...error.problem, kind: "passed-over", severity: "warning" });
    }
  }
}

/** Whether it is an `.eval` file of Inspect, which keeps its samples beside a journal and summaries of them. */
function isInspectLog(members: readonly Member[]): boolean {
  return members.some(isSample) && members.some(({ name }) => name === "header.json" || name === "_journal/start.json");
}

function isSample({ name }: Member): boolean {
  return /^samples\/[^/]+_epoch_\d+\.json$/.test(name);
}

/** A file in a zip; `name` is its path there. */
export interface Member {
  readonly name: string;
  /** Its bytes from the start, each call anew. */
  readonly open: () => Chunks;
}

/** The files of a zip in code-unit order of their names, without what systems leave in one. Throws FileProblem where it is damaged. */
export async function openZip(
  source: Source,
  file: string,
  { consumed = () => {}, signal }: { consumed?: (bytes: number) => void; signal?: AbortSignal | undefined },
): Promise<Member[]> {
  const zip = new ZipReader(new SourceReader(source, consumed), { useWebWorkers: false, checkCrc32: true });
  const members = await asZip(file, () => membersOf(zip, file));
  return members.map((member) => ({ name: member.filename, open: () => dataOf(member, `${file}/${member.filename}`, signal) }));
}

class SourceReader extends Reader<Source> {
  readonly #source: Source;
  readonly #consumed: (bytes: number) => void;

  constructor(source: Source, consumed: (bytes: number) => void) {
    super(source);
    this.#source = source;
    this.#consumed = consumed;
    this.size = source.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const bytes = await this.#source.slice(index, Math.min(index + length, this.size));
    this.#consumed(bytes.length);
    return bytes;
  }
}

async function membersOf(zip: ZipReader<Source>, file: string): Promise<FileEntry[]> {
  const members = new Map<string, FileEntry>();
  let count = 0;
  for await (const entry of zip.getEntriesGenerator()) {
    if (++count > LIMITS.members) throw tooManyMembers(file);
    if (entry.filename === "[Content_Types].xml") throw officeFile(file);
    if (entry.directory || entry.filename.split("/").some((part) => part.startsWith(".") || part === "__MACOSX")) continue;
    if (entry.compressionMethod === ZSTD) throw zstdZip(file);
    if (members.has(entry.filename)) throw damagedZip(file, `two members named ${entry.filename}`);
    members.set(entry.filename, entry);
  }
  if (members.size === 0) throw noMembers(file);
  return [...members.keys()].sort().map((name) => members.get(name)!);
}

async function* dataOf(member: FileEntry, file: string, signal: AbortSignal | undefined): Chunks {
  let pipe: TransformStreamDefaultController | undefined;
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      pipe = controller;
    },
  });
  // zip.js leaves the stream open where it fails before the first byte, e.g. for want of a password
  const written = member.getData(writable, {}).catch((error) => pipe?.error(error));
  const chunks = chunksOf(readable, signal);
  try {
    for (;;) {
      const { done, value } = await asZip(file, () => chunks.next());
      if (done) break;
      yield value;
    }
    await written;
  } finally {
    await chunks.return();
  }
}

/** Runs a step of zip.js; what it throws is about the zip, and told as such. */
async function asZip<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof FileProblem || cause.name === "AbortError") throw cause;
    throw FAULTS.find(([pattern]) => pattern.test(cause.message))?.[1](file, cause) ?? damagedZip(file, cause.message, cause);
  }
}

/** What zip.js says, in words for a person. */
const FAULTS: readonly (readonly [RegExp, (file: string, cause: unknown) => FileProblem])[] = [
  [/encrypted|password/i, encryptedZip],
  [/unsafe filename/i, unsafeZip],
  [/end of central directory/i, (file, cause) => damagedZip(file, "no list of members at its end, as where a download was cut off", cause)],
  [/crc32|signature|compressed data/i, (file, cause) => damagedZip(file, "bytes that are not those that were packed", cause)],
];

function encryptedZip(file: string, cause: unknown): FileProblem {
  const [expected, fix] = ["a zip without password", "zip the files again without one"];
  return new FileProblem({ kind: "encrypted-zip", file, expected, found: "a member that wants a password", fix }, { cause });
}

function unsafeZip(file: string, cause: unknown): FileProblem {
  return new FileProblem(
    {
      kind: "unsafe-zip",
      file,
      expected: "members with paths inside the zip, such as run/p.jsonl",
      found: "a path that leads out of it, with `..` or from the root",
      fix: "zip the folder again from where it lies; nothing was unpacked",
    },
    { cause },
  );
}

function damagedZip(file: string, found: string, cause?: unknown): FileProblem {
  return new FileProblem(
    {
      kind: "damaged-zip",
      file,
      expected: "a whole zip file without password, stored or deflated",
      found,
      fix: "check it with `unzip -t`; download it or zip it again",
    },
    { cause },
  );
}

/** Compression method of a zip's member that browsers have no decoder of; Inspect may write it. */
const ZSTD = 93;

function zstdZip(file: string): FileProblem {
  return new FileProblem({
    kind: "zip-method",
    file,
    expected: "a zip whose members are stored or deflated",
    found: "members packed with zstd, which is not built in here",
    fix: "zip them again; an Inspect log as JSON with `inspect log convert --to json`",
  });
}

function tooManyMembers(file: string): FileProblem {
  return new FileProblem({
    kind: "too-many-members",
    file,
    expected: `a zip of at most ${LIMITS.members} members`,
    found: "more",
    fix: "join the records into one JSONL file",
  });
}

function officeFile(file: string): FileProblem {
  return new FileProblem({
    kind: "office-file",
    file,
    expected: either([...LAYOUTS, "text"]),
    found: "an Office document",
    fix: "save the sheet as CSV in UTF-8",
  });
}

function noMembers(file: string): FileProblem {
  return new FileProblem({ kind: "empty", file, expected: "records", found: "a zip without files", fix: "check how it was packed" });
}
