import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { combinedHash, fileHasher } from "./hash.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("a file in pieces", async () => {
  const hash = await fileHasher();
  hash.update(new TextEncoder().encode("one "));
  hash.update(new TextEncoder().encode("two"));
  expect(hash.digest()).toBe(sha256("one two"));
});

test("hashers do not share their state", async () => {
  const [one, two] = [await fileHasher(), await fileHasher()];
  one.update(new TextEncoder().encode("a"));
  two.update(new TextEncoder().encode("b"));
  expect([one.digest(), two.digest()]).toEqual([sha256("a"), sha256("b")]);
});

test("one file has its own hash", async () => {
  expect(await combinedHash([{ name: "a.json.gz", sha256: sha256("a") }])).toBe(sha256("a"));
});

test("several have that of what sha256sum prints, by name", async () => {
  const [a, B, c] = [sha256("a"), sha256("B"), sha256("c")];
  const files = [
    { name: "a.jsonl", sha256: a },
    { name: "d/c", sha256: c },
    { name: "B.jsonl.gz", sha256: B },
  ];
  expect(await combinedHash(files)).toBe(sha256(`${B}  B.jsonl\n${a}  a.jsonl\n${c}  d/c\n`));
});
