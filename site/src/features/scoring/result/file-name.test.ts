import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test.each([
  ["procladder-scorecard.json", "procladder-scorecard.json"],
  ["Näme eines Systems (v2).jsonl.gz", "Näme eines Systems (v2).jsonl.gz"],
  ["../../etc/passwd", "-..-etc-passwd"],
  ["C:\\Windows\\system.ini", "C--Windows-system.ini"],
  ["a\u202Egnp.exe", "agnp.exe"],
  ["a\0b\nc\u2028d\u200B.csv", "abcd.csv"],
  ["CON", "_CON"],
  ["com¹.txt", "_com¹.txt"],
  ["nul.tar.gz", "_nul.tar.gz"],
  ["console.json", "console.json"],
  ["...", "download"],
  ["", "download"],
  [" . .json", "json"],
  ["what? <b>now</b>.csv. ", "what- -b-now--b-.csv"],
  ["half \ud800 a sign.md", "half a sign.md"],
])("%j becomes %j", (text, name) => {
  expect(fileName(text)).toBe(name);
});

test("a long name is cut between characters and keeps its ending", () => {
  const name = fileName(`${"步".repeat(300)}.jsonl.gz`);
  expect(name).toMatch(/^步+\.jsonl\.gz$/);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  expect(name.length).toBeGreaterThan(60);
});

test("any text gives a name that is a file's own, and is its own name again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const name = fileName(text);
      expect(name).not.toMatch(/[/\\:*?"<>|]|[\p{C}\p{Zl}\p{Zp}]|^[\s.]|[\s.]$|^$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(201);
      expect(fileName(name)).toBe(name);
    }),
  );
});
