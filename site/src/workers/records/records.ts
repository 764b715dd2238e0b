import type { ProblemGroup } from "@stepladder/schema";
import { plainNumbers } from "@stepladder/tracks/records.ts";
import { ProblemList } from "@stepladder/wasm/host/problems.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { ownRecords } from "@stepladder/wasm/intake/own-records.ts";
import { cutLines, readLines } from "@stepladder/wasm/intake/ranges.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { ByteRange, Source } from "@stepladder/wasm/intake/source.ts";
import { kindOf, type ReadRecord, type RecordKind, recordKinds } from "./kinds.ts";

/** Plain files are read again in ranges of about this size, for one record that is looked at. */
const RANGE = 2 ** 22;

/** Part of a file that is read at once: all of it, or a range. */
interface Part {
  readonly source: Source;
  readonly range?: ByteRange;
  /** Lines that stand before it. */
  readonly before: number;
}

interface Place {
  readonly part: Part;
  /** Among the records of its part. */
  readonly at: number;
}

/** Records of one kind in files of any size: their names are held, and each is read again as somebody looks at it. */
export class Records {
  readonly kind: RecordKind;
  readonly ids: string[] = [];
  readonly lengths: number[] = [];
  readonly #places: Place[] = [];
  readonly #taken = new Map<string, number>();
  readonly #problems = new ProblemList();

  private constructor(kind: RecordKind) {
    this.kind = kind;
  }

  /** Lists what the files hold; `undefined` where the first one begins with something else. Throws FileProblem where one cannot be read. */
  static async of(sources: readonly Source[]): Promise<Records | undefined> {
    const [first] = sources;
    if (first === undefined) return undefined;
    const kind = await kindIn(first);
    if (kind === undefined) return undefined;
    for (const source of sources) {
      const other = await kindIn(source);
      if (other !== undefined && other !== kind) throw twoKinds(first.name, kind, source.name, other);
    }
    const records = new Records(kind);
    for (const source of sources) await records.#add(source);
    return records;
  }

  /** What is wrong with records; they are not listed. */
  get problems(): ProblemGroup[] {
    return this.#problems.groups();
  }

  /** A record by its place in the list. Throws FileProblem where its file is not what it was. */
  async look(at: number): Promise<ReadRecord> {
    const place = this.#places[at];
    if (place === undefined) throw new RangeError(`record ${at}: expected one of ${this.ids.length}`);
    let passed = 0;
    for await (const batch of rawsOf(place.part, { problem: () => undefined })) {
      const raw = batch[place.at - passed];
      if (raw !== undefined) return recordKinds[this.kind].read(raw.value);
      passed += batch.length;
    }
    throw changed(place.part.source.name);
  }

  async #add(source: Source): Promise<void> {
    let before = 0;
    for (const part of await partsOf(source)) {
      const own = { ...part, before };
      const reading: Reading = {
        problem: (problem) => this.#problems.add(problem.line === undefined ? problem : { ...problem, line: problem.line + own.before }),
        lines: (count) => {
          before += count;
        },
      };
      let at = 0;
      for await (const batch of rawsOf(own, reading)) for (const raw of batch) this.#take(raw, own, at++);
    }
  }

  #take({ value, file, line }: Raw, part: Part, at: number): void {
    try {
      const { id, length } = recordKinds[this.kind].read(value);
      const count = (this.#taken.get(id) ?? 0) + 1;
      this.#taken.set(id, count);
      this.ids.push(count === 1 ? id : `${id} (${count})`);
      this.lengths.push(length);
      this.#places.push({ part, at });
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      this.#problems.add({ ...error.problem, file, ...(line === undefined ? {} : { line: line + part.before }) });
    }
  }
}

function twoKinds(first: string, kind: RecordKind, file: string, other: RecordKind): FileProblem {
  return new FileProblem({
    kind: "two-kinds-of-file",
    file,
    expected: `${ownRecords[kind].one}, as in ${first}`,
    found: ownRecords[other].one,
    fix: "open one kind at a time",
  });
}

/** The kind of the first record that can be read; files that hold no records at all are of none. */
async function kindIn(source: Source): Promise<RecordKind | undefined> {
  try {
    for await (const [first] of readSource(source, { problem: () => undefined })) if (first !== undefined) return kindOf(first.value);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
  }
  return undefined;
}

async function partsOf(source: Source): Promise<readonly Omit<Part, "before">[]> {
  const ranges = await cutLines(source, RANGE);
  return ranges.length === 0 ? [{ source }] : ranges.map((range) => ({ source, range }));
}

async function* rawsOf({ source, range }: Part, reading: Reading): AsyncGenerator<readonly Raw[]> {
  if (range !== undefined) return yield* readLines(source, range, reading, parseQuickly);
  for await (const batch of readSource(source, reading)) yield batch.map((raw) => ({ ...raw, value: plainNumbers(raw.value) }));
}

/** Most of a record are numbers with a point, whose source text nobody asks for here. What is no JSON is told as everywhere. */
function parseQuickly(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return plainNumbers(parseJson(line));
  }
}

function changed(file: string): FileProblem {
  return new FileProblem({
    kind: "unreadable",
    file,
    expected: "a file that stays as it was given",
    found: "fewer records than before",
    fix: "give the file again; it may have been changed since",
  });
}
