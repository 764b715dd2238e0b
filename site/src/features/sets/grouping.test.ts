import { expect, test } from "vitest";
import type { LookedFile } from "../../workers/messages.ts";
import { groupingOf } from "./grouping.ts";

const given = (name: string) => ({ name, file: new File([], name) });

/** Files by name, with the items that each answers, or the system that its path tells. */
function of(files: Readonly<Record<string, readonly string[] | string>>, whole = true) {
  const looks = Object.entries(files).map(([name, told]): [string, LookedFile] => {
    const one = typeof told === "string" ? { system: told } : { holds: { keys: told, whole } };
    return [name, { name, size: 1, role: "prediction", ...one }];
  });
  return [Object.keys(files).map(given), new Map(looks)] as const;
}

function shared(...[files, looks]: ReturnType<typeof of>) {
  const { rule, systems } = groupingOf(files, looks);
  return [rule, Object.fromEntries(systems.map((one) => [one.name, one.files.map(({ name }) => name)]))];
}

test("one file is one system", () => {
  expect(shared(...of({ "p.jsonl": ["1"] }))).toEqual(["together", { p: ["p.jsonl"] }]);
});

test("files that answer other items complete each other", () => {
  expect(shared(...of({ "a.jsonl": ["1", "2"], "b.jsonl": ["3"] }))).toEqual(["together", { a: ["a.jsonl", "b.jsonl"] }]);
});

test("files that answer the same items are of different systems, in whatever order", () => {
  expect(shared(...of({ "gpt-4.1.jsonl": ["1", "2"], "b.jsonl.gz": ["2", "1"] }))).toEqual([
    "each",
    { b: ["b.jsonl.gz"], "gpt-4.1": ["gpt-4.1.jsonl"] },
  ]);
});

test("a run that was taken up again repeats a few items and is one system; of files not read to their ends one item tells", () => {
  const files = { "a.jsonl": ["1", "2", "3"], "b.jsonl": ["3", "4", "5"] };
  expect(shared(...of(files))[0]).toBe("together");
  expect(shared(...of(files, false))[0]).toBe("each");
});

test("where the files of each top folder complete each other, a folder is a system", () => {
  const files = { "a/1.json": ["1"], "a/2.json": ["2"], "b/1.json": ["1"], "b/2.json": ["2"] };
  expect(shared(...of(files))).toEqual(["folders", { a: ["a/1.json", "a/2.json"], b: ["b/1.json", "b/2.json"] }]);
  expect(shared(...of({ "a/1.json": ["1"], "b/2.json": ["2"] }))[0]).toBe("together");
  expect(shared(...of({ ...files, "a/3.json": ["1"] }))[0]).toBe("each");
});

test("the paths of a layout go before what the files answer", () => {
  expect(shared(...of({ "x/m1/1.txt": "m1", "x/m2/1.txt": "m2", "x/m1/2.txt": "m1" }))).toEqual([
    "paths",
    { m1: ["x/m1/1.txt", "x/m1/2.txt"], m2: ["x/m2/1.txt"] },
  ]);
  expect(shared(...of({ "x/m1/1.txt": "m1", "x/m1/2.txt": "m1" }))[0]).toBe("together");
});

test("what only gold tells is one system, and says so", () => {
  const [files, looks] = of({ "a.csv": [], "b.csv": [] });
  expect(groupingOf(files, looks)).toMatchObject({ rule: "together", because: expect.stringContaining("gold alone") });
});

test("the person's rule goes before all, unless it does not apply; files of one name keep their paths", () => {
  const [files, looks] = of({ "a/p.json": ["1"], "b/p.json": ["1"] });
  expect(groupingOf(files, looks, "together").systems).toHaveLength(1);
  expect(groupingOf(files, looks, "each").systems.map(({ name }) => name)).toEqual(["a/p.json", "b/p.json"]);
  expect(groupingOf(files, looks, "paths").rule).toBe("folders");
  expect(groupingOf(files, looks).rules).toEqual(["together", "each", "folders"]);
});
