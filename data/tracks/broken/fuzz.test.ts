import { existsSync, readdirSync } from "node:fs";
import type { Problem, Scorecard } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, gzip, jsonl, sound, utf8, zip } from "./row.ts";

/** Seconds for all properties together. */
const SECONDS = Number(process.env.STEPLADDER_FUZZ_SECONDS ?? 6);
const SEED = Number(process.env.STEPLADDER_FUZZ_SEED ?? 2026);
/** Seconds of the processor that one submission of a few kilobytes may take. */
const MOST_SECONDS = 5;
/** Megabytes that the process may grow by over all of it. */
const MOST_GROWTH = 1000;
const PROPERTIES = 3;
const RUNS = 10;

/** Runs a property, seed after seed, until its time is over: fast-check's own limit would leave the last run going beside what follows. */
async function forItsTime<T>(property: fc.IAsyncProperty<T>): Promise<void> {
  const end = performance.now() + (1000 * SECONDS) / PROPERTIES;
  for (let seed = SEED; performance.now() < end; seed++) await fc.assert(property, { seed, numRuns: RUNS });
}
const kernels = await loadKernels();
const TRACKS = new URL("../", import.meta.url);
const ids = readdirSync(TRACKS).filter((id) => existsSync(new URL(`${id}/fixtures/predictions.jsonl`, TRACKS)));
const tracks = await Promise.all(ids.map(async (id) => ((await import(`../${id}/track.ts`)) as { default: AnyTrack }).default));
const trackOf = new Map(tracks.map((track) => [track.id, track]));

type Outcome = { readonly card: Scorecard } | { readonly refused: readonly Problem[] };

/** Scores a submission; anything thrown but an InputError is thrown on. */
async function score(id: string, predictions: Source): Promise<Outcome> {
  const track = trackOf.get(id) as AnyTrack;
  const mark = kernels.arena.mark();
  try {
    const gold = [fromBlob("gold.jsonl", new Blob([fixture(id, "gold.jsonl")]))];
    return { card: await scoreTrack({ track, gold, predictions: [predictions], kernels }) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.problems.flatMap(({ examples }) => examples) };
  } finally {
    kernels.arena.release(mark);
  }
}

const told = (outcome: Outcome): readonly Problem[] =>
  "refused" in outcome ? outcome.refused : outcome.card.problems.flatMap(({ examples }) => examples);

/** Whatever was given: a scorecard of figures that can be, or problems that a person can read, in bounded time. */
async function expectSound(id: string, given: Source): Promise<void> {
  const before = process.cpuUsage();
  const { problems } = await recognise(tracks, [given]);
  const outcome = await score(id, given);
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(MOST_SECONDS);
  for (const problem of [...problems, ...told(outcome)]) {
    expect([problem.kind, problem.expected, problem.found, problem.fix].every((part) => part.length > 0)).toBe(true);
  }
  if ("refused" in outcome) {
    expect(outcome.refused.length).toBeGreaterThan(0);
    return;
  }
  const { card } = outcome;
  expect(JSON.parse(printScorecard(card))).toEqual(card);
  for (const { value } of Object.values(card.scores)) if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
  expect(card.coverage.scored).toBeLessThanOrEqual(card.coverage.items);
}

/** What parsers stumble over. */
const token = fc.constantFrom(
  ...[
    '"',
    "'",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\ufeff",
    "\ud800",
    "\u202e",
    " ",
    "\t",
    ";",
    "-",
    "1e999",
    "-0",
  ],
  ...[
    "NaN",
    "null",
    "true",
    '"__proto__":',
    '"constructor":',
    '"id":',
    '"\\u005f_proto__":1,',
    "<think>",
    "</think>",
    "```json\n",
    "9".repeat(400),
  ],
  ...["[".repeat(200), '{"a":'.repeat(200), "PK\x03\x04", "PAR1", "\x1f\x8b\x08", "version https://git-lfs.github.com/", "<!doctype html>"],
);

type Edit = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

function spliced(bytes: Uint8Array, start: number, end: number, ...between: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([bytes.subarray(0, start), ...between, bytes.subarray(end)].flatMap((piece) => [...piece]));
}

/** A place in bytes, as a share of them: the same edit fits all files. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const placeIn = (bytes: Uint8Array, at: number): number => Math.floor(at * bytes.length);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([at, value]): Edit =>
      (bytes) =>
        bytes.length === 0 ? bytes : bytes.with(Math.min(placeIn(bytes, at), bytes.length - 1), value),
  ),
  fc.tuple(share, token).map(
    ([at, text]): Edit =>
      (bytes) =>
        spliced(bytes, placeIn(bytes, at), placeIn(bytes, at), utf8(text)),
  ),
  fc.tuple(share, fc.nat(40)).map(
    ([at, size]): Edit =>
      (bytes) =>
        spliced(bytes, placeIn(bytes, at), placeIn(bytes, at) + size),
  ),
  fc.tuple(share, share).map(
    ([a, b]): Edit =>
      (bytes) => {
        const [start, end] = [placeIn(bytes, Math.min(a, b)), placeIn(bytes, Math.max(a, b))];
        return spliced(bytes, end, end, bytes.subarray(start, end));
      },
  ),
  share.map(
    (at): Edit =>
      (bytes) =>
        bytes.slice(0, placeIn(bytes, at)),
  ),
);

/** Sound files to be damaged: every track's records, and every layout of bytes that is read. */
async function seeds(): Promise<{ id: string; name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  const plain = ids.map((id) => ({ id, name: "p.jsonl", bytes: utf8(fixture(id, "predictions.jsonl")) }));
  const text = jsonl(...sound("procladder"));
  const columnData = [
    { name: "id", data: ["pl-1-00000", "pl-1-00001"] },
    { name: "intermediate", data: ['["acb"]', "[3, 9]"] },
    { name: "final", data: ["abc", "12"] },
  ];
  const packed = {
    "p.json": utf8(JSON.stringify(sound("procladder"), null, 1)),
    "p.csv": utf8('id,intermediate,final\npl-1-00000,"[""acb""]",abc\npl-1-00001,"[3, 9]",12\n'),
    "p.jsonl.gz": await gzip(text),
    "p.zip": await zip({ "a/p.jsonl": text, "a/note.txt": "x" }),
    "p.parquet": new Uint8Array(parquetWriteBuffer({ columnData })),
  };
  const tables = { id: "ht-step", name: "p.csv", bytes: utf8(fixture("ht-step", "official/predictions/predictions.csv")) };
  // As often as all the tracks together.
  const layouts = Object.entries(packed).map(([name, bytes]) => ({ id: "procladder", name, bytes }));
  return [...plain, tables, ...layouts, ...layouts, ...layouts, ...layouts];
}

/** Values that stand where others should. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    "",
    "NaN",
    "Infinity",
    "-1",
    " ",
    0,
    -1,
    1e308,
    -1e308,
    0.1,
    2 ** 53,
    2 ** 31,
    [],
    {},
    [[]],
    [null],
    "x".repeat(5000),
  ),
  fc.constantFrom<unknown>(
    new Array(300).fill(0),
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])),
    { length: 3 },
    { constructor: 1 },
  ),
  fc.string({ maxLength: 6, unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A change somewhere in a record: `path` picks a way down, of which every step is one of the values at hand. */
interface Change {
  readonly path: readonly number[];
  readonly what: "replace" | "remove" | "rename" | "repeat";
  readonly by: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
  what: fc.constantFrom("replace", "replace", "replace", "remove", "rename", "repeat"),
  by: junk,
});

function changed(value: unknown, { path: [at = 0, ...path], what, by }: Change): unknown {
  if (typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  const place = at % Math.max(1, entries.length);
  const [key, inner] = entries[place] ?? ["0", undefined];
  const isLeaf = typeof inner !== "object" || inner === null;
  if (path.length > 0 && !isLeaf) entries[place] = [key, changed(inner, { path, what, by })];
  else if (what === "remove") entries.splice(place, 1);
  else if (what === "rename") entries[place] = [`${key} `, inner];
  else if (what === "repeat") entries.push([`${entries.length}`, inner]);
  else entries[place] = [key, by];
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** Ways to write the same records. */
interface Writing {
  readonly spaces: readonly string[];
  readonly end: string;
  readonly bom: boolean;
  readonly turned: boolean;
  readonly packing: "plain" | "gz" | "zip";
}

const writing: fc.Arbitrary<Writing> = fc.record({
  spaces: fc.array(fc.constantFrom("", "", " ", "\t", "  "), { minLength: 1, maxLength: 7 }),
  end: fc.constantFrom("\n", "\r\n", "\n\n", " \r\n \n"),
  bom: fc.boolean(),
  turned: fc.boolean(),
  packing: fc.constantFrom("plain", "gz", "zip"),
});

/** A value as JSON, with blanks between its parts and, if asked, the keys in the other order. */
function written(value: unknown, { spaces, turned }: Writing): string {
  let count = 0;
  const blank = (): string => spaces[count++ % spaces.length] as string;
  const write = (one: unknown): string => {
    if (Array.isArray(one)) return `[${blank()}${one.map(write).join(`${blank()},${blank()}`)}${blank()}]`;
    if (typeof one !== "object" || one === null) return JSON.stringify(one);
    const entries = turned ? Object.entries(one).reverse() : Object.entries(one);
    return `{${blank()}${entries.map(([key, inner]) => `${JSON.stringify(key)}${blank()}:${blank()}${write(inner)}`).join(`${blank()},${blank()}`)}${blank()}}`;
  };
  return write(value);
}

async function fileOf(records: readonly unknown[], how: Writing): Promise<Source> {
  const text = `${how.bom ? "\ufeff" : ""}${records.map((record) => written(record, how)).join(how.end)}`;
  if (how.packing === "plain") return fromBlob("p.jsonl", new Blob([text]));
  return fromBlob(`p.${how.packing}`, new Blob([how.packing === "gz" ? await gzip(text) : await zip({ "p.jsonl": text })]));
}

/** All of a scorecard that does not tell how the files were written. */
function figures({ scores, slices, curves, coverage, items, diagnoses, events }: Scorecard): string {
  return JSON.stringify({ scores, slices, curves, coverage, items, diagnoses, events });
}

describe(`fuzzing with seed ${SEED} for ${SECONDS} s`, () => {
  const before = process.resourceUsage().maxRSS;
  let runs = 0;
  beforeAll(() => console.log(`STEPLADDER_FUZZ_SEED=${SEED} STEPLADDER_FUZZ_SECONDS=${SECONDS}`));
  afterAll(() => {
    const growth = (process.resourceUsage().maxRSS - before) / 1000;
    console.log(`${runs} submissions, ${growth.toFixed(0)} MB more at most`);
    expect(growth).toBeLessThan(MOST_GROWTH);
  });
  const timeout = 1000 * SECONDS + 120_000;

  it("damaged bytes get a score or problems, and nothing else", { timeout }, async () => {
    const files = await seeds();
    const damaged = fc.tuple(fc.nat(files.length - 1), fc.array(edit, { minLength: 1, maxLength: 4 }));
    await forItsTime(
      fc.asyncProperty(damaged, async ([at, edits]) => {
        const { id, name, bytes } = files[at] as (typeof files)[number];
        runs++;
        await expectSound(id, fromBlob(name, new Blob([edits.reduce((given, one) => one(given), bytes)])));
      }),
    );
  });

  it("records with something else in them get a score or problems, and nothing else", { timeout }, async () => {
    const mutated = fc.tuple(fc.constantFrom(...ids), fc.array(fc.tuple(fc.nat(20), change), { minLength: 1, maxLength: 4 }));
    await forItsTime(
      fc.asyncProperty(mutated, async ([id, changes]) => {
        const records: unknown[] = sound(id);
        for (const [at, one] of changes) records[at % records.length] = changed(records[at % records.length], one);
        runs++;
        await expectSound(id, fromBlob("p.jsonl", new Blob([jsonl(...records.map((record) => JSON.stringify(record) ?? "null"))])));
      }),
    );
  });

  it("blanks, line ends, the order of keys and packing leave every figure as it is", { timeout }, async () => {
    const plain = new Map<string, string>();
    await forItsTime(
      fc.asyncProperty(fc.constantFrom(...ids), writing, async (id, how) => {
        if (!plain.has(id)) {
          const first = await score(id, fromBlob("p.jsonl", new Blob([jsonl(...sound(id))])));
          if (!("card" in first)) throw new Error(`the fixtures of ${id} are not scored`);
          plain.set(id, figures(first.card));
        }
        runs++;
        const outcome = await score(id, await fileOf(sound(id), how));
        expect("card" in outcome && figures(outcome.card)).toBe(plain.get(id));
      }),
    );
  });
});
