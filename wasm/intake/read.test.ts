import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { LIMITS } from "./limits.ts";
import { readSource } from "./read.ts";
import { fromBlob } from "./source.ts";
import { gzip, inPieces, readAll } from "./testing.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const JSONL = '{"id": "a", "v": 1}\n{"id": "b", "v": 21.0}\n';

async function idsOf(name: string, data: string | Uint8Array<ArrayBuffer>): Promise<unknown[]> {
  const { records, problems, failure } = await readAll([name, data]);
  expect({ problems, failure }).toEqual({ problems: [], failure: undefined });
  return records.map(({ value, line }) => [(value as { id: string }).id, line]);
}

describe("content says what a file is, not its name", () => {
  test.each([
    ["x.jsonl", JSONL],
    ["x.json", JSONL],
    ["x.csv", JSONL],
    ["noname", JSONL],
    ["x.json", '[\n{"id": "a"},\n{"id": "b"}\n]'],
    ["x.jsonl", '[{"id": "a"}, {"id": "b"}]'],
    ["x.txt", JSONL],
  ])("%s", async (name, text) => {
    expect(await idsOf(name, text)).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    expect(await idsOf(name, await gzip(text))).toHaveLength(2);
  });

  test("a byte order mark, CRLF, blank lines and a missing last line break", async () => {
    expect(await idsOf("x.jsonl", '\ufeff{"id": "a"}\r\n\r\n  \n{"id": "b"}')).toEqual([
      ["a", 1],
      ["b", 4],
    ]);
  });

  test("one object over several lines is one record", async () => {
    const { records } = await readAll(["x.json", '{\n"id": "a"\n}\n']);
    expect(records).toEqual([{ value: { id: "a" }, file: "x.json" }]);
  });

  test.each(["hello\nworld", '{"final": 1}', "[1, 2]\nFinal: 3", ""])("a .txt is one text: %s", async (text) => {
    expect((await readAll(["x.txt", text])).records).toEqual([{ value: text, file: "x.txt" }]);
  });

  test("a .conllu is one text, though its columns look like a table", async () => {
    const text = "1\tStir\t_\t_\tB-A\n2\tit\t_\t_\tO\n";
    expect((await readAll(["x.conllu", text])).records).toEqual([{ value: text, file: "x.conllu" }]);
  });
});

describe("a bad record is reported with its line, and reading goes on", () => {
  test("JSONL", async () => {
    const { records, problems } = await readAll(["x.jsonl", `{"id": NaN}\n${JSONL}{"id"`]);
    expect(records.map(({ line }) => line)).toEqual([2, 3]);
    expect(problems.map(({ kind, file, line }) => ({ kind, file, line }))).toEqual([
      { kind: "not-json", file: "x.jsonl", line: 1 },
      { kind: "not-json", file: "x.jsonl", line: 4 },
    ]);
  });

  test("a broken single document is one bad record", async () => {
    const { records, problems, files } = await readAll(["x.json", '{\n"a": 1,\n}']);
    expect({ records, files: files.length }).toEqual({ records: [], files: 1 });
    expect(problems).toMatchObject([{ kind: "not-json", file: "x.json" }]);
  });
});

describe("a file that cannot be used", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
  const latin1 = new Uint8Array([...encode('{"a": 1}\n{"b": "caf'), 0xe9, ...encode('"}\n')]);
  test.each([
    ["empty", "", "empty", "an empty file"],
    ["blank", " \n\n", "empty", "an empty file"],
    ["UTF-16", utf16, "unknown-format", "UTF-16 text"],
    ["not UTF-8", latin1, "not-utf8", "no UTF-8"],
    ["a NUL", "{}\n{}\n\0", "not-text", "NUL"],
    ["zstd", new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 1, 2]), "unknown-format", "zstd"],
    ["prose", "to whom it may concern\nhello", "unknown-format", "to whom it may concern"],
    ["a broken array", '[\n{"a": 1},\n{"a": ', "not-json", "the end of the text"],
  ])("%s", async (_, data, kind, found) => {
    const { failure, records } = await readAll(["x", data]);
    expect(failure).toMatchObject({ kind, file: "x", severity: "error" });
    expect(failure!.found).toContain(found);
    expect(records.length).toBeLessThan(2);
  });

  test("a file that goes away while it is read", async () => {
    const stream = () => new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (c) => c.error(new Error("gone")) });
    const { failure } = await readAll({ ...inPieces("x", []), stream });
    expect(failure).toMatchObject({ kind: "unreadable", file: "x", found: "a failure to read it: Error: gone" });
  });

  test("names the line", async () => {
    expect((await readAll(["x", latin1])).failure?.line).toBe(2);
    expect((await readAll(["x.jsonl", "{}\n{}\n\0"])).failure?.line).toBe(3);
  });
});

describe("limits", () => {
  function* forever(first: string, rest: string, count: { pieces: number }) {
    yield encode(first);
    const piece = encode(rest.repeat(2 ** 20 / rest.length));
    for (; count.pieces < 1024; count.pieces++) yield piece;
  }

  test.each([
    ["x.jsonl", '{}\n{"a": "', "x", "line-too-long", LIMITS.line],
    ["x.json", '{"a": "', "x", "document-too-large", LIMITS.document],
    ["x.csv", 'a,b\n1,"', "x", "line-too-long", 2 * LIMITS.row],
    ["x.csv", 'a,b\n1,"', 'y"z', "line-too-long", 2 * LIMITS.row],
    ["x.txt", "", "x", "document-too-large", LIMITS.document],
    ["x", "", " ", "empty", LIMITS.line],
  ])("1 GB without end in %s after %j ends at the limit", async (name, first, rest, kind, limit) => {
    const count = { pieces: 0 };
    const { failure } = await readAll(inPieces(name, forever(first, rest, count)));
    expect(failure?.kind).toBe(kind);
    expect(count.pieces).toBeLessThan(limit / 2 ** 20 + 20);
  });

  test("bytes of a gzip bomb are counted decompressed", async () => {
    const seen: number[] = [];
    const reading = { problem: () => {}, progress: (bytes: number) => seen.push(bytes) };
    const bomb = fromBlob("x.jsonl.gz", new Blob([await gzip("x".repeat(64 * 2 ** 20))]));
    const failure = (async () => {
      for await (const _ of readSource(bomb, reading));
    })();
    await expect(failure).rejects.toMatchObject({ problem: { kind: "line-too-long", line: 1 } });
    expect(seen.at(-1)).toBeLessThan(LIMITS.line + 2 ** 22);
  });
});

test("the hash is that of the decompressed file", async () => {
  const sha256 = createHash("sha256").update(JSONL).digest("hex");
  const plain = { file: "d/x.jsonl", name: "d/x.jsonl", sha256, bytes: JSONL.length };
  expect((await readAll(["d/x.jsonl", JSONL])).files).toEqual([plain]);
  expect((await readAll(["d/x.jsonl.gz", await gzip(JSONL)])).files).toEqual([{ ...plain, file: "d/x.jsonl.gz" }]);
});

test("progress counts both sides", async () => {
  const data = await gzip(JSONL);
  const seen: number[][] = [];
  for await (const _ of readSource(fromBlob("x", new Blob([data])), {
    problem: () => {},
    progress: (...both: number[]) => seen.push(both),
  }));
  expect(seen.at(-1)).toEqual([JSONL.length, data.length]);
});

describe("abort", () => {
  function endless() {
    const released = vi.fn();
    const stream = () => new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (c) => c.enqueue(encode(JSONL)), cancel: released });
    return { source: { ...inPieces("x.jsonl", []), stream }, released };
  }

  test("mid-way, throws the reason and lets go of the stream", async () => {
    const stop = new AbortController();
    const { source, released } = endless();
    const reason = new Error("enough");
    const read = (async () => {
      let records = 0;
      for await (const batch of readSource(source, { problem: () => {}, signal: stop.signal })) {
        records += batch.length;
        if (records >= 10) stop.abort(reason);
        expect(records).toBeLessThan(40);
      }
    })();
    await expect(read).rejects.toBe(reason);
    expect(released).toHaveBeenCalled();
  });

  test("while a read is pending", async () => {
    const stop = new AbortController();
    const never = { ...inPieces("x", []), stream: () => new ReadableStream<Uint8Array<ArrayBuffer>>({}) };
    const read = readSource(never, { problem: () => {}, signal: stop.signal }).next();
    setTimeout(() => stop.abort(), 10);
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a reader that stops early lets go of the stream", async () => {
    const { source, released } = endless();
    for await (const _ of readSource(source, { problem: () => {} })) break;
    expect(released).toHaveBeenCalled();
  });
});

test("where chunks end changes nothing", async () => {
  const texts = [
    '\ufeff{"id": "é日😀", "v": 21.0}\r\n{bad\n\n{"id": "\\ud800"}',
    '[{"a": "é"},\n 2]',
    'id,b\n1,"x\n""é"""\n2,3,4\n5,"6"',
    '{\n"a": "日本"}',
  ];
  const cuts = fc.array(fc.nat(), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), cuts, fc.boolean(), async (text, at, packed) => {
      const bytes = packed ? await gzip(text) : encode(text);
      const ends = [...new Set([...at.map((n) => n % bytes.length), bytes.length])].sort((a, b) => a - b);
      const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
      expect(await readAll(inPieces("x", pieces))).toEqual(await readAll(["x", encode(text)]));
    }),
    { numRuns: 300 },
  );
});
