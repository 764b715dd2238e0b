import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSources } from "./node.ts";
import { readAll } from "./testing.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "stepladder-intake-"));
  for (const folder of ["a/sub", "b", "bare"]) await mkdir(join(root, folder), { recursive: true });
  const files = {
    "a/z.jsonl": '{"id": 1}\n',
    "a/sub/y.txt": "text",
    "a/B.json": "[1]",
    "a/.hidden": "x",
    "b/z.jsonl": "{}\n",
    "bare/.x": "",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
});
afterAll(() => rm(root, { recursive: true }));

test("files by base name, those of a folder by their path below it, in code-unit order", async () => {
  const sources = await openSources([join(root, "a")]);
  expect(sources.map(({ name, size }) => [name, size])).toEqual([
    ["B.json", 3],
    ["sub/y.txt", 4],
    ["z.jsonl", 10],
  ]);
  expect((await openSources([join(root, "b/z.jsonl")])).map(({ name }) => name)).toEqual(["z.jsonl"]);
});

test("bytes are those of the file, from the start each time", async () => {
  const [source] = await openSources([join(root, "a/z.jsonl")]);
  for (let i = 0; i < 2; i++) expect((await readAll(source!)).records).toEqual([{ value: { id: 1 }, file: "z.jsonl", line: 1 }]);
  expect(new TextDecoder().decode(await source!.slice(2, 4))).toBe("id");
  for (const [start, end] of [
    [2, 4],
    [4, 4],
    [0, 10],
    [8, 99],
  ] as const)
    expect(await new Response(source!.stream({ start, end })).text()).toBe('{"id": 1}\n'.slice(start, end));
});

test.runIf(existsSync("/dev/zero"))("a device is refused", async () => {
  await expect(openSources(["/dev/zero"])).rejects.toMatchObject({ problem: { kind: "no-file", found: "a device or a socket" } });
});

test.each([
  ["not-found", ["none"]],
  ["empty", ["bare"]],
  ["same-name", ["a", "b/z.jsonl"]],
])("%s", async (kind, names) => {
  await expect(openSources(names.map((name) => join(root, name)))).rejects.toMatchObject({ problem: { kind } });
});
