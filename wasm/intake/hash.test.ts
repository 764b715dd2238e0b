import { createHash } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { combinedHash, type FileHasher, fileHasher } from "./hash.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

afterEach(() => vi.unstubAllGlobals());

describe.each(["Node", "a browser"])("in %s", (host) => {
  const hasher = (): Promise<FileHasher> => {
    if (host === "a browser") vi.stubGlobal("process", undefined);
    return fileHasher();
  };

  // FIPS 180-2, appendix B, and the sha256 of nothing
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
  ])("the known hash of %j", async (text, known) => {
    const hash = await hasher();
    hash.update(new TextEncoder().encode(text));
    expect(hash.digest()).toBe(known);
  });

  test("a file in pieces", async () => {
    const hash = await hasher();
    hash.update(new TextEncoder().encode("one "));
    hash.update(new TextEncoder().encode("two"));
    expect(hash.digest()).toBe(sha256("one two"));
  });

  test("hashers do not share their state", async () => {
    const [one, two] = [await hasher(), await hasher()];
    one.update(new TextEncoder().encode("a"));
    two.update(new TextEncoder().encode("b"));
    expect([one.digest(), two.digest()]).toEqual([sha256("a"), sha256("b")]);
  });
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
