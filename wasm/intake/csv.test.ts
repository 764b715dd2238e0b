import { describe, expect, test } from "vitest";
import { readSource } from "./read.ts";
import { fromBlob } from "./source.ts";
import { readAll } from "./testing.ts";

describe("rows are objects of strings, with the line they start on", () => {
  test.each([
    ["x.csv", "id,final\n1,a\n2,b\n"],
    ["x.tsv", "id\tfinal\r\n1\ta\r\n2\tb"],
    ["x.csv", '"id";"final"\n"1";"a"\n2;b\n'],
    ["noname", "\ufeffid,final\n1,a\n2,b\n"],
  ])("%s %j", async (name, text) => {
    const { records, problems } = await readAll([name, text]);
    expect(problems).toEqual([]);
    expect(records).toEqual([
      { value: { id: "1", final: "a" }, file: name, line: 2 },
      { value: { id: "2", final: "b" }, file: name, line: 3 },
    ]);
  });

  test("quoted fields hold delimiters, quotes and line breaks", async () => {
    const { records } = await readAll(["x.csv", 'id,final\n1,"a, ""b""\nc"\n\n2,"[""x"", 1]"\r\n']);
    expect(records.map(({ value, line }) => [value, line])).toEqual([
      [{ id: "1", final: 'a, "b"\nc' }, 2],
      [{ id: "2", final: '["x", 1]' }, 5],
    ]);
  });

  test("a field longer than a chunk", async () => {
    const long = "x,\n".repeat(3e5);
    const { records } = await readAll(["x.csv", `a,b\n1,"${long}"\n2,3\n`]);
    expect(records.map(({ value }) => value)).toEqual([
      { a: "1", b: long },
      { a: "2", b: "3" },
    ]);
    expect(records[1]!.line).toBe(3 + 3e5);
  });
});

test("a table of numbers alone has no header: its rows are lists, and equal numbers in the first are no fault", async () => {
  const { records, problems } = await readAll(["x.csv", "0.5,0.5, -1e-3\n2,x,4\r\n5,6\n"]);
  expect(records).toEqual([
    { value: ["0.5", "0.5", " -1e-3"], file: "x.csv", line: 1 },
    { value: ["2", "x", "4"], file: "x.csv", line: 2 },
  ]);
  expect(problems.map(({ kind, line, expected }) => [kind, line, expected])).toEqual([
    ["wrong-columns", 3, "3 fields, as the first row has"],
  ]);
});

test("columns that share a name are told apart by number where that is asked for", async () => {
  const records: unknown[] = [];
  const source = fromBlob("x.csv", new Blob(["id,note,note,note\n1,a,b,c\n"]));
  for await (const batch of readSource(source, { problem: () => {}, sharedNames: true })) records.push(...batch.map(({ value }) => value));
  expect(records).toEqual([{ id: "1", note: "a", "note 2": "b", "note 3": "c" }]);
});

test("bad rows are reported, and reading goes on", async () => {
  const { records, problems } = await readAll(["x.csv", 'a,b\n1,2,3\n"x"y",2\n4\n5,6\n']);
  expect(records.map(({ value }) => value)).toEqual([{ a: "5", b: "6" }]);
  expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
    ["wrong-columns", 2],
    ["bad-quotes", 3],
    ["wrong-columns", 4],
  ]);
});

test.each([
  ["a,a\n1,2\n", "bad-header"],
  ["__proto__,a\n1,2\n", "bad-header"],
  ['a,b\n1,2\n3,"x\n', "bad-quotes"],
])("%j makes no table", async (text, kind) => {
  expect((await readAll(["x.csv", text])).failure).toMatchObject({ kind, file: "x.csv" });
});
