import { describe, expect, test } from "vitest";
import { combinedHash } from "./hash.ts";
import { gzip, readAll, zip } from "./testing.ts";

test("members are files below the zip, in code-unit order; litter is left out", async () => {
  const data = await zip({
    "b.jsonl": '{"id": 2}\n{bad\n',
    "a/c.json": '{\n"id": 1}',
    "B.csv": "id\n0\n",
    "d.jsonl.gz": await gzip('{"id": 3}\n'),
    "__MACOSX/b.jsonl": "x",
    "a/.DS_Store": "x",
    ".git/config": "x",
    "README.md": "read me",
    "empty.json": "",
  });
  const { records, problems, files } = await readAll(["up.zip", data]);
  expect(records.map(({ value, file }) => [file, Number((value as { id: unknown }).id)])).toEqual([
    ["up.zip/B.csv", 0],
    ["up.zip/a/c.json", 1],
    ["up.zip/b.jsonl", 2],
    ["up.zip/d.jsonl.gz", 3],
  ]);
  expect(problems.map(({ kind, severity, file }) => [kind, severity, file])).toEqual([
    ["passed-over", "warning", "up.zip/README.md"],
    ["not-json", "error", "up.zip/b.jsonl"],
    ["passed-over", "warning", "up.zip/empty.json"],
  ]);
  expect(files.map(({ name }) => name)).toEqual(["B.csv", "a/c.json", "b.jsonl", "d.jsonl"]);
});

test("a zip has the hash of the files in it", async () => {
  const [a, b] = ['{"id": 1}\n', '{"id": 2}\n'];
  const zipped = await readAll(["x.zip", await zip({ "b.jsonl": b, "a.jsonl": a })]);
  const loose = [...(await readAll(["a.jsonl", a])).files, ...(await readAll(["b.jsonl", b])).files];
  expect(await combinedHash(zipped.files)).toBe(await combinedHash(loose));
});

describe("a zip that cannot be used", () => {
  test.each([
    ["damaged-zip", async () => (await zip({ "a.jsonl": "{}\n" })).slice(0, -10)],
    ["damaged-zip", async () => (await zip({ "a.jsonl": "{}\n".repeat(50) })).map((byte, i) => (i > 40 && i < 60 ? byte ^ 0xff : byte))],
    ["encrypted-zip", async () => zip({ "a.jsonl": "{}\n" }, { password: "secret" })],
    ["nested-archive", async () => zip({ "inner.zip": await zip({ "a.jsonl": "{}\n" }) })],
    ["office-file", async () => zip({ "[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>" })],
    ["empty", async () => zip({ ".DS_Store": "x" })],
    ["empty", async () => zip({})],
  ])("%s", async (kind, make) => {
    const { failure } = await readAll(["x.zip", await make()]);
    expect(failure).toMatchObject({ kind });
    expect(failure!.file).toMatch(/^x\.zip/);
  });

  test("a bomb ends at a limit", async () => {
    const { failure } = await readAll(["x.zip", await zip({ "a.jsonl": "x".repeat(200 * 2 ** 20) })]);
    expect(failure).toMatchObject({ kind: "line-too-long", file: "x.zip/a.jsonl" });
  });
});
