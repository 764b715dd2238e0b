import type { Problem } from "@stepladder/schema";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { fromBlob, type Source } from "../intake/source.ts";
import { combine } from "./combine.ts";
import { loadGold } from "./gold.ts";
import type { Part } from "./part.ts";
import { printScorecard } from "./print.ts";
import { InputError } from "./problems.ts";
import { kernels, lines, refusal, wordsGold, wordsTrack } from "./testing.ts";
import { scoreUnit, type Unit, unitsOf, WHOLE } from "./units.ts";

const mark = kernels.arena.mark();
const gold = await loadGold(wordsTrack, [lines("gold.jsonl", wordsGold)]);
const measurer = gold.columns.measurer(kernels);
afterAll(() => kernels.arena.release(mark));

const sourceOf = (name: string, ...data: BlobPart[]): Source => fromBlob(name, new Blob(data));
const cut = (source: Source, size: number): Promise<readonly Unit[]> => unitsOf(wordsTrack, source, size);

/** The scorecard of some work, done last unit first, or the problems it is refused for. */
async function told(work: readonly (readonly [Source, readonly Unit[]])[]): Promise<string> {
  const parts: Part[] = [];
  for (const [source, units] of work) for (const unit of units) parts.unshift(await scoreUnit(wordsTrack, gold, source, unit, measurer));
  try {
    return printScorecard(await combine(wordsTrack, gold, parts, measurer, { kernels, seed: 1 }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return JSON.stringify(error.problems);
  }
}

const id = fc.constantFrom("w-1", "w-2", "w-3", "w-4", "w-9", "é€😀", "x-1");
const word = fc.constantFrom("a", "b", "c", "é", "😀", "\u2028");
const record = fc.record({ id, sample: fc.integer({ min: 0, max: 3 }), said: fc.array(word, { maxLength: 4 }) }, { requiredKeys: ["id"] });
const text = fc.record({ id, text: fc.constantFrom("a > b", "no arrow", "a > b > b") });
const line = fc.oneof(
  { weight: 6, arbitrary: record.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: text.map((value) => JSON.stringify(value)) },
  fc.constantFrom(
    "",
    "  ",
    "\r",
    "{",
    "[",
    "null",
    "\ufeff{}",
    '{"said":[]}',
    "PK\x03\x04",
    '{"id":"w-1","__proto__":1}',
    `${"[".repeat(101)}`,
  ),
  fc.constant(JSON.stringify(wordsGold[0])),
);
const file = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "\ufeff"), fc.boolean())
  .map(([all, end, bom, ended]) => bom + all.join(end) + (ended ? end : ""));

describe("a file that is cut gives the bytes of the whole", () => {
  it("for any lines and any size of ranges", async () => {
    const cutInto: number[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 400 }), async (texts, size) => {
        const sources = texts.map((data, i) => sourceOf(`${i}.jsonl`, data));
        const units = await Promise.all(sources.map(async (source) => [source, await cut(source, size)] as const));
        cutInto.push(...units.map(([, { length }]) => length));
        expect(await told(units)).toBe(await told(sources.map((source) => [source, [WHOLE]])));
      }),
      { numRuns: 300 },
    );
    expect(Math.max(...cutInto)).toBeGreaterThan(10);
  });

  it("with more than a hundred problems of a kind in each range", async () => {
    const source = sourceOf("p.jsonl", '{"id":"w-1","said":["a"]}\n', '{\n{"id":"w-9","said":[]}\n{"id":"w-1","said":["b"]}\n'.repeat(500));
    const units = await cut(source, 9000);
    expect(units.length).toBeGreaterThan(3);
    const card = await told([[source, units]]);
    expect(card).toBe(await told([[source, [WHOLE]]]));
    expect(JSON.parse(card).problems.map(({ kind, count }: { kind: string; count: number }) => [kind, count])).toContainEqual([
      "doubled-id",
      500,
    ]);
  });
});

describe("an unusable file is told by what comes first in it, with its line", () => {
  const good = '{"id":"w-1","said":["a"]}\n'.repeat(50_000);
  const cases: [kind: string, line: number, data: BlobPart[]][] = [
    ["not-utf8", 100_001, [good, good, new Uint8Array([0xff, 10]), good, new Uint8Array([0xfe, 10])]],
    ["not-text", 100_002, [good, good, "\n\0\n", good, "\0\n"]],
    ["line-too-long", 50_001, [good, `"${"é".repeat(16 * 2 ** 20)}"\n`, good, "\0\n"]],
    ["line-too-long", 50_001, [good, "x".repeat(70 * 2 ** 20)]],
  ];
  it.each(cases)("%s", async (kind, line, data) => {
    const source = sourceOf("p.jsonl", ...data);
    const units = await cut(source, 2 ** 20);
    expect(units.length).toBeGreaterThan(2);
    const problems = await told([[source, units]]);
    expect(problems).toBe(await told([[source, [WHOLE]]]));
    expect(JSON.parse(problems)).toMatchObject([{ kind, count: 1, examples: [{ file: "p.jsonl", line }] }]);
  });

  it("also where it changes while it is read", async () => {
    const source = sourceOf("p.jsonl", good);
    const units = await cut(source, 2 ** 20);
    const gone = { ...source, stream: () => new ReadableStream({ start: (controller) => controller.error(new Error("gone")) }) };
    const parts = await Promise.all(units.map((unit) => scoreUnit(wordsTrack, gold, gone, unit, measurer)));
    const problems: readonly Problem[] = await refusal(combine(wordsTrack, gold, parts, measurer, { kernels, seed: 1 }));
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([["unreadable", "p.jsonl"]]);
  });
});

describe("one unit is all of", () => {
  it.each<[string, BlobPart]>([
    ["a small file", '{"id":"w-1"}\n'],
    ["gold given for predictions", `${JSON.stringify(wordsGold[0])}\n${JSON.stringify(wordsGold[1])}\n`.replace('"id"', '"no"')],
    ["a file that begins with no record", "{\n".repeat(100)],
    ["a file that begins with no text", new Uint8Array([...new TextEncoder().encode('{"id":"w-1"}\n'), 0xff])],
  ])("%s", async (_, data) => {
    expect(await cut(sourceOf("p.jsonl", data), 13)).toEqual([WHOLE]);
  });
});

it("progress is told by unit, in its own bytes", async () => {
  const source = sourceOf("p.jsonl", '{"id":"w-1","said":["a"]}\n'.repeat(4));
  const heard: unknown[] = [];
  for (const unit of await cut(source, 40))
    await scoreUnit(wordsTrack, gold, source, unit, measurer, {
      onProgress: ({ file, order, consumed, size }) => heard.push([file, order, consumed, size]),
    });
  expect(heard).toEqual([
    ["p.jsonl", 0, 52, 52],
    ["p.jsonl", 1, 52, 52],
  ]);
});
