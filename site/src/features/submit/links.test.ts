import { expect, test } from "vitest";
import { LONGEST, newFileLink, uploadLink } from "./links.ts";

const repository = "https://github.com/some/where";
const path = "data/tracks/toy/entries/climber-7b.json";

test("a link fills in the file's name and text, whatever stands in it", () => {
  const link = new URL(newFileLink(repository, "main", path, '{"a": "b & c#d\n"}') ?? "");
  expect(link.origin + link.pathname).toBe(`${repository}/new/main`);
  expect(Object.fromEntries(link.searchParams)).toEqual({ filename: path, value: '{"a": "b & c#d\n"}' });
});

test("what GitHub would not take in a link is none; its folder takes files", () => {
  expect(newFileLink(repository, "main", path, "x".repeat(LONGEST))).toBeUndefined();
  expect(uploadLink(repository, "main", path)).toBe(`${repository}/upload/main/data/tracks/toy/entries`);
});
