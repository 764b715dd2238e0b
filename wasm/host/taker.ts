import type { Problem } from "@stepladder/schema";
import type { HashedFile } from "../intake/hash.ts";
import { type Raw, RecordProblem } from "../intake/raw.ts";
import type { Measurer } from "../metrics/contract.ts";
import { EventCollector } from "./events.ts";
import { attempt, type Gold } from "./gold.ts";
import { NearNames } from "./near.ts";
import { type Held, NO_SAMPLE, type Part, UNKNOWN_SAMPLE } from "./part.ts";
import { ProblemList } from "./problems.ts";
import type { AnyTrack, Gathering, PredictionFormat, PredictionRecord } from "./track.ts";

/** Predictions that wait before the kernel runs over them. */
const BATCH = 1024;

/** Checks, encodes and measures the records of one unit: everything that a `Part` holds, growing. */
export class Taker {
  readonly problems = new ProblemList();
  readonly files: HashedFile[] = [];
  records = 0;
  lines = 0;
  readonly #track: AnyTrack;
  readonly #gold: Gold;
  readonly #measurer: Measurer<unknown>;
  readonly #item: number[] = [];
  readonly #sample: number[] = [];
  readonly #line: number[] = [];
  readonly #file: number[] = [];
  readonly #vote: number[] = [];
  readonly #revision: number[] = [];
  readonly #names = new Map<string, number>();
  readonly #rows: Float64Array[] = [];
  readonly #events: EventCollector;
  readonly #mended: {
    of: number[];
    rows: Float64Array[];
    events: EventCollector;
    waiting: { item: number; prediction: unknown }[];
  }[];
  readonly #held: Held[] = [];
  readonly #joins: boolean;
  /** Layouts that gather, file by file or all files together, each with a file that its records stood in. */
  readonly #gatherings = new Map<string, { readonly gathering: Gathering<PredictionRecord<unknown>>; readonly file: string }>();
  readonly #readable: number[] = [];
  readonly #unknown = { examples: [] as string[], owned: 0 };
  readonly #rules = new Map<string, number>();
  #attempted = 0;
  #near: NearNames | undefined;

  /** `joins`: whether it is given all files, so that it takes what others hold back for that. */
  constructor(track: AnyTrack, gold: Gold, measurer: Measurer<unknown>, joins = false) {
    this.#joins = joins;
    this.#track = track;
    this.#gold = gold;
    this.#measurer = measurer;
    const { events } = track.measure;
    this.#events = new EventCollector(events);
    this.#mended = track.diagnoses.map(() => ({ of: [], rows: [], events: new EventCollector(events), waiting: [] }));
  }

  take(raw: Raw, format: PredictionFormat<unknown, unknown>): void {
    this.records++;
    if (format.readAll !== undefined) {
      const read = format.readAll;
      this.#takeAll(() => read(raw, this.#gold), raw);
      return;
    }
    if (format.gather !== undefined) {
      if (format.gathersFiles && !this.#joins) {
        this.#held.push({ format: format.id, raw });
        return;
      }
      const key = format.gathersFiles ? format.id : raw.file;
      const { gathering } = this.#gatherings.get(key) ?? { gathering: format.gather(this.#gold) };
      // The last file stands for all.
      this.#gatherings.set(key, { gathering, file: raw.file });
      attempt(() => gathering.add(raw), raw, this.problems);
      return;
    }
    const before = this.problems.last;
    const record = attempt(() => format.read(raw, this.#gold), raw, this.problems);
    if (record !== undefined) this.#takeRecord(record, raw);
    else if (this.problems.last !== before) this.#setAside(this.problems.last?.id, raw);
  }

  /** Takes records that are read together; where this ends in a fault, none of them. */
  #takeAll(read: () => Iterable<PredictionRecord<unknown> | RecordProblem>, raw: Raw): void {
    const records = attempt(() => [...read()], raw, this.problems);
    if (records === undefined) this.#setAside(this.problems.last?.id, raw);
    for (const record of records ?? []) {
      if (!(record instanceof RecordProblem)) this.#takeRecord(record, raw);
      else {
        this.problems.add({ ...record.problem, ...placeOf(raw) });
        this.#setAside(record.problem.id, raw);
      }
    }
  }

  #takeRecord(record: PredictionRecord<unknown>, raw: Raw): void {
    const { id, sample, prediction, extraction, revision, remarks = [] } = record;
    for (const remark of remarks) this.problems.add({ ...placeOf(raw), ...remark, severity: "warning", id });
    const item = this.#gold.index.get(id);
    if (extraction !== undefined) this.#attempted++;
    if (extraction?.rule !== undefined) this.#rules.set(extraction.rule, (this.#rules.get(extraction.rule) ?? 0) + 1);
    if (item === undefined) {
      this.#takeUnknown(id, raw);
      return;
    }
    const missing = missingIn(record);
    const readable = missing === undefined;
    if (!readable) this.problems.add({ ...missing, ...placeOf(raw) });
    this.#revision.push(revision ?? Number.NaN);
    this.#measure(item, sample ?? NO_SAMPLE, raw, readable ? prediction : this.#track.unscored.prediction, readable);
  }

  /** Takes a row; its revision was pushed before. */
  #measure(item: number, sample: number, raw: Raw, prediction: unknown, readable: boolean): void {
    this.#measurer.add(item, prediction);
    for (const [d, diagnose] of this.#track.diagnoses.entries()) {
      const mended = diagnose.mend(prediction, this.#gold.contexts[item], item);
      if (mended === undefined) continue;
      this.#mended[d]?.of.push(this.#item.length);
      this.#mended[d]?.waiting.push({ item, prediction: mended });
    }
    if (!this.#names.has(raw.file)) this.#names.set(raw.file, this.#names.size);
    this.#item.push(item);
    this.#sample.push(sample);
    this.#readable.push(Number(readable));
    this.#line.push(raw.line ?? 0);
    this.#file.push(this.#names.get(raw.file) as number);
    this.#vote.push(hash53(this.#track.vote(prediction, this.#gold.contexts[item])));
    if (this.#measurer.queued >= BATCH) this.#flush();
  }

  #takeUnknown(id: string, raw: Raw): void {
    if (this.#track.owns(id)) this.#unknown.owned++;
    if (this.#unknown.examples.length < 3) this.#unknown.examples.push(id);
    this.#near ??= new NearNames(this.#gold.ids);
    const meant = this.#near.of(id);
    this.problems.add({
      ...placeOf(raw),
      kind: "unknown-id",
      severity: "error",
      id,
      expected: "the id of an item in gold",
      found: "an id that gold does not have",
      fix: meant === undefined ? "check the split; records of other items are left out" : `write \`${meant}\`, as gold has it`,
    });
  }

  /** A record of which no more than the id could be read. */
  #setAside(id: string | undefined, raw: Raw): void {
    const item = id === undefined ? undefined : this.#gold.index.get(id);
    if (item === undefined) return;
    this.#revision.push(Number.NaN);
    this.#measure(item, UNKNOWN_SAMPLE, raw, this.#track.unscored.prediction, false);
  }

  #flush(): void {
    const { queued } = this.#measurer;
    if (queued > 0) this.#rows.push(this.#measurer.flush(this.#events));
    this.#events.next(queued);
    for (const mended of this.#mended) {
      if (mended.waiting.length === 0) continue;
      for (const { item, prediction } of mended.waiting) this.#measurer.add(item, prediction);
      mended.rows.push(this.#measurer.flush(mended.events));
      mended.events.next(mended.waiting.length);
      mended.waiting = [];
    }
  }

  /** All that was taken. Leaves nothing in the measurer. */
  part(name: string, order: number, failure?: Problem): Part {
    for (const { gathering, file } of this.#gatherings.values()) {
      this.#takeAll(() => gathering.items(), { value: undefined, file });
    }
    this.#flush();
    return {
      name,
      order,
      lines: this.lines,
      ...(failure === undefined ? {} : { failure }),
      files: this.files,
      names: [...this.#names.keys()],
      measured: {
        item: Int32Array.from(this.#item),
        sample: Int32Array.from(this.#sample),
        readable: Uint8Array.from(this.#readable),
        line: Int32Array.from(this.#line),
        file: Int32Array.from(this.#file),
        revision: Float64Array.from(this.#revision),
        vote: Float64Array.from(this.#vote),
        rows: joined(this.#rows),
        events: this.#events.lists(),
      },
      mended: this.#mended.map(({ of, rows, events }) => ({ of: Int32Array.from(of), rows: joined(rows), events: events.lists() })),
      unknown: this.#unknown,
      extraction: { attempted: this.#attempted, rules: Object.fromEntries([...this.#rules].sort()) },
      problems: this.problems.groups(),
      ...(this.#held.length === 0 ? {} : { held: this.#held }),
    };
  }
}

function placeOf({ file, line }: Raw): Pick<Problem, "file" | "line"> {
  return line === undefined ? { file } : { file, line };
}

/** Why there is no prediction to measure in a record; absent where there is one. */
export function missingIn({ id, prediction, extraction }: PredictionRecord<unknown>): Problem | undefined {
  if (prediction !== undefined) return undefined;
  return extraction === undefined ? noAnswer(id) : { ...nothingExtracted(id), ...extraction.missing };
}

function noAnswer(id: string): Problem {
  return {
    kind: "no-answer",
    severity: "warning",
    id,
    expected: "an answer",
    found: "a record that says the system gave none",
    fix: "run the system again on this item",
  };
}

function nothingExtracted(id: string): Problem {
  return {
    kind: "nothing-extracted",
    severity: "warning",
    id,
    expected: "an answer in the text: JSON or a Python literal with intermediate and final, or lines that name them",
    found: "text without one",
    fix: "have the model end with one JSON object",
  };
}

function joined(blocks: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}

/** A 53-bit hash of text, by multiplications and shifts only. */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 2 ** 32 * (low & 0x1fffff) + (high >>> 0);
}

/** The parts, with one more for the records that wait for those of other files, where there are any. */
export function withHeld(track: AnyTrack, gold: Gold, parts: readonly Part[], measurer: Measurer<unknown>): readonly Part[] {
  const [first] = parts.filter(({ held }) => held !== undefined);
  if (first === undefined) return parts;
  const taker = new Taker(track, gold, measurer, true);
  for (const { format, raw } of parts.flatMap(({ held = [] }) => held)) {
    taker.take(raw, track.formats.find(({ id }) => id === format) as PredictionFormat<unknown, unknown>);
  }
  return [...parts, taker.part(first.name, parts.length)];
}
