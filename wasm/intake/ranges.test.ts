import type { Problem } from "@stepladder/schema";
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import { cutLines, hashSource, readLines } from "./ranges.ts";
import { FileProblem, type Raw } from "./raw.ts";
import { fromBlob, type Source } from "./source.ts";
import { gzip, inPieces, readAll } from "./testing.ts";

const sourceOf = (data: BlobPart, name = "x.jsonl"): Source => fromBlob(name, new Blob([data]));
const LINES = '{"a":1}\n{"a":2}\n{"a":3}\n{"a":4}\n';

async function cuts(data: BlobPart, size: number, name?: string): Promise<(readonly [number, number])[]> {
  return (await cutLines(sourceOf(data, name), size)).map(({ start, end }) => [start, end] as const);
}

describe("lines are cut", () => {
  test.each([
    [1, [0, 8, 16, 24, 32]],
    [7, [0, 8, 16, 24, 32]],
    [8, [0, 16, 32]],
    [15, [0, 16, 32]],
    [31, [0, 32]],
  ])("where one ends after %i bytes", async (size, at) => {
    expect(await cuts(LINES, size)).toEqual(at.slice(1).map((end, i) => [at[i], end]));
  });

  test("with a last one that has no end", async () => {
    expect(await cuts(LINES.trimEnd(), 20)).toEqual([
      [0, 24],
      [24, 31],
    ]);
  });

  test("behind the byte order mark", async () => {
    expect((await cuts(`\ufeff${LINES}`, 8))[0]).toEqual([3, 19]);
  });

  test("never within one, and not behind one that is too long", async () => {
    const long = `"${"x".repeat(200_000)}"\n`;
    expect(await cuts(`{}\n${long}{}\n{}\n`, 4)).toEqual([
      [0, 3 + long.length],
      [3 + long.length, long.length + 9],
    ]);
    const data = new Blob(["{}\n{}\n", "x".repeat(4 * LIMITS.line), "\n{}\n"]);
    expect(await cuts(data, 2)).toEqual([
      [0, 3],
      [3, 6],
      [6, data.size],
    ]);
  });
});

test.each<[string, BlobPart]>([
  ["small.jsonl", "{}\n"],
  ["packed.jsonl", await gzip(LINES.repeat(9).replaceAll("a", () => `${Math.random()}`))],
  ["document.json", `[\n${LINES.trimEnd().replaceAll("\n", ",\n")}\n]`],
  ["table.csv", "id,a\n1,2\n3,4\n5,6\n"],
  ["text.txt", "to whom it may concern\nhello\n"],
  ["prose", "to whom it may concern\nhello\n"],
  ["blank.jsonl.txt", "\n".repeat(100)],
])("%s is not cut", async (name, data) => {
  expect(await cuts(data, 10, name)).toEqual([]);
});

test("a source of unknown size is not cut", async () => {
  expect(await cutLines(inPieces("x.jsonl", []), 1)).toEqual([]);
});

test("a range is read as lines whatever it begins with, and counts them and its bytes", async () => {
  const text = "{}\nPK\x03\x04\n\ufeff{}\n\n[1]";
  const source = sourceOf(text);
  const [problems, seen]: [unknown[], unknown[]] = [[], []];
  const records: Raw[] = [];
  const reading = {
    problem: ({ kind, line }: Problem) => problems.push([kind, line]),
    lines: (count: number) => seen.push(count),
    progress: (_: number, consumed: number) => seen.push(consumed),
  };
  for await (const batch of readLines(source, { start: 3, end: source.size }, reading)) records.push(...batch);
  expect(records).toEqual([{ value: [1], file: "x.jsonl", line: 4 }]);
  expect(problems).toEqual([
    ["not-json", 1],
    ["not-json", 2],
  ]);
  expect(seen).toEqual([source.size - 3, 4]);
});

test("pieces of a range come in order, whole characters again", async () => {
  const value = "aé€😀".repeat(600_000);
  const source = sourceOf(`{}\n${JSON.stringify(value)}\n{}`);
  const read: unknown[] = [];
  for await (const batch of readLines(source, { start: 3, end: source.size - 2 }, { problem: () => undefined }))
    read.push(...batch.map((raw) => raw.value));
  expect(read).toEqual([value]);
});

test("the hash is the one that reading gives", async () => {
  const source = sourceOf(`${" ".repeat(3_000_000)}{}\n`, "d/x.jsonl.gz");
  const { files } = await readAll(source);
  expect([await hashSource(source)]).toEqual(files.map(({ name, sha256 }) => ({ name, sha256 })));
});

test("a source that fails is a FileProblem, an abort is its reason", async () => {
  const broken = { ...sourceOf(LINES), stream: () => new ReadableStream({ start: (controller) => controller.error(new Error("gone")) }) };
  await expect(cutLines(broken, 1)).rejects.toThrow(FileProblem);
  await expect(hashSource(broken)).rejects.toMatchObject({ problem: { kind: "unreadable" } });
  await expect(hashSource(sourceOf(LINES), AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});
