import { expect, test } from "vitest";
import { readSearchQuery, writeSearchQuery } from "./search.ts";

const kinds = ["paper", "system"];

test("the address leads back to the words and the kind", () => {
  for (const query of [
    { words: "", kind: "" },
    { words: "R@1 & 50 %", kind: "" },
    { words: "slate", kind: "paper" },
  ])
    expect(readSearchQuery(writeSearchQuery(query), kinds)).toEqual(query);
  expect(writeSearchQuery({ words: "", kind: "" })).toBe("");
});

test("a kind that there is not counts as absent", () => {
  expect(readSearchQuery("?q=a&kind=nowhere", kinds)).toEqual({ words: "a", kind: "" });
});
