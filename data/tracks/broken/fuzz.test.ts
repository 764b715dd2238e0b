import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem, Scorecard } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { readAll } from "@stepladder/wasm/intake/testing.ts";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf, jsonText, table, writtenTable } from "./grammar.ts";
import { change, changed, edit } from "./mutations.ts";
import { fixture, gzip, jsonl, sound, utf8, zip } from "./row.ts";
import { fileOf, writing } from "./writings.ts";

/** Seconds for all properties together. Where nobody asks for them, seeds end too: a faster machine tries nothing that others did not. */
const SECONDS = asked("STEPLADDER_FUZZ_SECONDS", 6);
const MOST_SEEDS = process.env.STEPLADDER_FUZZ_SECONDS === undefined ? 40 : Number.POSITIVE_INFINITY;
const SEED = asked("STEPLADDER_FUZZ_SEED", 2026);
/** Seconds of the processor that one submission of a few kilobytes may take. */
const MOST_SECONDS = 5;
/** Megabytes that the process may grow by over all of it. */
const MOST_GROWTH = 1000;
const PROPERTIES = 5;
const RUNS = 10;

/** A whole number above 0 of the environment: with another one nothing would be tried. */
function asked(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`${name}: expected a whole number above 0, found "${process.env[name]}"`);
}

/** Runs a property, seed after seed, until its time is over: fast-check's own limit would leave the last run going beside what follows. */
async function forItsTime<T>(property: fc.IAsyncProperty<T>): Promise<void> {
  const end = performance.now() + (1000 * SECONDS) / PROPERTIES;
  for (let seed = SEED; performance.now() < end && seed < SEED + MOST_SEEDS; seed++) await fc.assert(property, { seed, numRuns: RUNS });
}

const kernels = await loadKernels();
const TRACKS = new URL("../", import.meta.url);
const ids = readdirSync(TRACKS).filter((id) => existsSync(new URL(`${id}/fixtures/predictions.jsonl`, TRACKS)));
const tracks = await Promise.all(ids.map(async (id) => ((await import(`../${id}/track.ts`)) as { default: AnyTrack }).default));
const trackOf = new Map(tracks.map((track) => [track.id, track]));

type Outcome = { readonly card: Scorecard } | { readonly refused: readonly Problem[] };

/** What a file is given as. */
type Side = "predictions" | "gold";
const side = fc.constantFrom<Side>("predictions", "gold");

/** Scores the file against the fixtures' gold, or against it the fixtures' predictions; anything thrown but an InputError is thrown on. */
async function score(id: string, given: Source, as: Side = "predictions"): Promise<Outcome> {
  const track = trackOf.get(id) as AnyTrack;
  const mark = kernels.arena.mark();
  const own = (name: Side): Source[] => [name === as ? given : fromBlob(`${name}.jsonl`, new Blob([fixture(id, `${name}.jsonl`)]))];
  try {
    return { card: await scoreTrack({ track, gold: own("gold"), predictions: own("predictions"), kernels }) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.problems.flatMap(({ examples }) => examples) };
  } finally {
    kernels.arena.release(mark);
  }
}

/** Scores a submission that is well. */
async function scored(id: string, predictions: Source): Promise<Scorecard> {
  const outcome = await score(id, predictions);
  if ("refused" in outcome) throw new Error(`${id} is not scored: ${JSON.stringify(outcome.refused)}`);
  return outcome.card;
}

/** Says where it is, what is wrong, and how to mend it. */
function expectTold(problem: Problem): void {
  const parts = [problem.kind, problem.file ?? problem.id, problem.expected, problem.found, problem.fix];
  expect(
    parts.every((part) => part !== undefined && part.length > 0),
    JSON.stringify(problem),
  ).toBe(true);
}

/** Whatever was given: a scorecard of figures that can be, or problems that a person can mend, in bounded time. */
async function expectSound(id: string, given: Source, as: Side): Promise<void> {
  const before = process.cpuUsage();
  const { problems } = await recognise(tracks, [given]);
  const outcome = await score(id, given, as);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(MOST_SECONDS);
  for (const problem of problems) expectTold(problem);
  if ("refused" in outcome) {
    expect(outcome.refused.length).toBeGreaterThan(0);
    for (const problem of outcome.refused) expectTold(problem);
    return;
  }
  const { card } = outcome;
  for (const problem of card.problems.flatMap(({ examples }) => examples)) expectTold(problem);
  expect(JSON.parse(printScorecard(card))).toEqual(card);
  for (const { value } of Object.values(card.scores)) if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
  expect(card.coverage.scored).toBeLessThanOrEqual(card.coverage.items);
}

/** All keys of a value, those of values in it included. */
function keysIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(keysIn);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

/** What is to be made of a line of JSON, by the host's own parser and the strings that a colon follows. */
function wanted(text: string): { readonly value: unknown } | { readonly kind: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "not-json" };
  }
  const keys = keysIn(value);
  if (keys.includes("__proto__")) return { kind: "reserved-key" };
  const written = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined);
  return written.length > keys.length ? { kind: "doubled-key" } : { value };
}

/** What is made of it; numbers that keep their source are numbers again. */
function made(text: string): { readonly value: unknown } | { readonly kind: string } {
  try {
    return { value: JSON.parse(JSON.stringify(parseJson(text))) };
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    const { kind, found } = error.problem;
    if (kind !== "reserved-key") expect(found).toMatch(/ at column \d+: /);
    return { kind };
  }
}

/** A sound file to be damaged. */
interface Seed {
  /** Of its track. */
  readonly id: string;
  readonly name: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

/** What lies in the fixtures of a track: predictions and gold in all layouts that it reads. */
function fixturesOf(id: string): Seed[] {
  const folder = new URL(`${id}/fixtures/`, TRACKS);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith("malformed"))
    .map((entry) => join(entry.parentPath, entry.name).slice(fileURLToPath(folder).length));
  return names.map((name) => ({ id, name, bytes: () => utf8(fixture(id, name)) }));
}

/** The values of a file of JSON or of lines of it; none where it is something else. */
function valuesOf({ name, bytes }: Seed): unknown[] {
  const text = new TextDecoder().decode(bytes());
  if (name.endsWith(".json")) return [JSON.parse(text)];
  return name.endsWith(".jsonl")
    ? text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
}

/** Layouts of bytes, and what a model says. */
async function layouts(): Promise<Seed[]> {
  const text = jsonl(...sound("procladder"));
  const columnData = [
    { name: "id", data: ["pl-1-00000", "pl-1-00001"] },
    { name: "intermediate", data: ['["acb"]', "[3, 9]"] },
    { name: "final", data: ["abc", "12"] },
  ];
  const outputs = ['```json\n{"intermediate": ["acb"], "final": "abc"}\n```', "<think>3?</think>\nIntermediate: [3, 9.0]\nFinal: **12**"];
  const files = {
    "p.json": utf8(JSON.stringify(sound("procladder"), null, 1)),
    "outputs.jsonl": utf8(jsonl(...outputs.map((output, i) => ({ id: `pl-1-0000${i}`, output })))),
    "p.csv": utf8('id,intermediate,final\npl-1-00000,"[""acb""]",abc\npl-1-00001,"[3, 9]",12\n'),
    "p.jsonl.gz": await gzip(text),
    "p.zip": await zip({ "a/p.jsonl": text, "a/note.txt": "x" }),
    "p.parquet": new Uint8Array(parquetWriteBuffer({ columnData })),
  };
  return Object.entries(files).map(([name, bytes]) => ({ id: "procladder", name, bytes: () => bytes }));
}

/** All of a scorecard that does not tell how the files were written. Of equal scores the order of records decides which event is first. */
function figures({ scores, slices, curves, coverage, items, diagnoses, events }: Scorecard, isMoved: boolean): string {
  return JSON.stringify({ scores, slices, curves, coverage, items, diagnoses, ...(isMoved ? {} : { events }) });
}

describe(`fuzzing with seed ${SEED} for ${SECONDS} s`, () => {
  const before = process.resourceUsage().maxRSS;
  const timeout = 1000 * SECONDS + 120_000;
  let runs = 0;
  beforeAll(() => console.log(`STEPLADDER_FUZZ_SEED=${SEED} STEPLADDER_FUZZ_SECONDS=${SECONDS}`));
  afterAll(() => {
    const growth = (process.resourceUsage().maxRSS - before) / 1000;
    console.log(`${runs} submissions, ${growth.toFixed(0)} MB more at most`);
    expect(growth).toBeLessThan(MOST_GROWTH);
  });

  it("lines are what JSON says, or are refused with their place", { timeout }, async () => {
    await forItsTime(
      fc.asyncProperty(jsonText, async (text) => {
        runs++;
        const outcome = wanted(text);
        expect(made(text)).toEqual(outcome);
        const { records, problems, failure } = await readAll(["p.jsonl", jsonl({ id: "a" }, text, { id: "b" })]);
        if (text.includes("\0")) {
          expect(failure).toMatchObject({ kind: "not-text", line: 2 });
          return;
        }
        const refused = "kind" in outcome && text.trim() !== "" ? [{ kind: outcome.kind, line: 2 }] : [];
        expect(problems.map(({ kind, line }) => ({ kind, line }))).toEqual(refused);
        expect(records.map(({ line }) => line)).toEqual("kind" in outcome ? [1, 3] : [1, 2, 3]);
      }),
    );
  });

  it("tables are read as they were written, and damaged ones with places", { timeout }, async () => {
    await forItsTime(
      fc.asyncProperty(table, edit, async (given, damage) => {
        runs++;
        const [columns, bytes] = [columnsOf(given), utf8(writtenTable(given))];
        const { records, problems, failure } = await readAll(["p.csv", bytes]);
        expect({ problems, failure }).toEqual({ problems: [], failure: undefined });
        const rows = records.map(({ value }) => columns.map((name) => (value as Record<string, string>)[name]));
        expect(rows).toEqual(given.rows);
        const damaged = await readAll(["p.csv", damage(bytes)]);
        for (const problem of [...damaged.problems, ...(damaged.failure === undefined ? [] : [damaged.failure])]) expectTold(problem);
      }),
    );
  });

  it("damaged bytes get a score or problems, and nothing else", { timeout }, async () => {
    const seed = fc.oneof(fc.constantFrom(...ids.flatMap(fixturesOf)), fc.constantFrom(...(await layouts())));
    await forItsTime(
      fc.asyncProperty(seed, side, fc.array(edit, { minLength: 1, maxLength: 4 }), async ({ id, name, bytes }, given, edits) => {
        runs++;
        await expectSound(id, fromBlob(name, new Blob([edits.reduce((before, one) => one(before), bytes())])), given);
      }),
    );
  });

  it("records with something else in them get a score or problems, and nothing else", { timeout }, async () => {
    const seeds = ids.flatMap(fixturesOf).filter((seed) => valuesOf(seed).length > 0);
    const places = fc.array(fc.tuple(fc.nat(20), change), { minLength: 1, maxLength: 4 });
    await forItsTime(
      fc.asyncProperty(fc.constantFrom(...seeds), side, places, async (seed, given, changes) => {
        const records = valuesOf(seed);
        for (const [at, one] of changes) records[at % records.length] = changed(records[at % records.length], one);
        runs++;
        const text = jsonl(...records.map((record) => JSON.stringify(record) ?? "null"));
        await expectSound(seed.id, fromBlob(seed.name, new Blob([text])), given);
      }),
    );
  });

  it("blanks, line ends, packing and the order of keys and of records leave every figure as it is", { timeout }, async () => {
    const plain = new Map<string, Scorecard>();
    await forItsTime(
      fc.asyncProperty(fc.constantFrom(...ids), writing, async (id, how) => {
        const first = plain.get(id) ?? (await scored(id, fromBlob("p.jsonl", new Blob([jsonl(...sound(id))]))));
        plain.set(id, first);
        runs++;
        const isMoved = new Set(how.order).size > 1;
        const outcome = await scored(id, await fileOf(sound(id), how));
        expect(figures(outcome, isMoved)).toBe(figures(first, isMoved));
      }),
    );
  });
});
