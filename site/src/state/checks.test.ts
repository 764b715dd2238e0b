import { expect, it } from "vitest";
import { LONGEST_ADDRESS, readChecksQuery, writeChecksQuery } from "./checks.ts";

it("an address leads back to what was checked, whatever its characters", () => {
  const query = { procedure: "1. Boil & stir #2?\n2. 100 % über", constraints: '[{"kind":"json"}]' };
  expect(readChecksQuery(writeChecksQuery(query) ?? "")).toEqual(query);
  expect(writeChecksQuery({})).toBe("");
  expect(readChecksQuery("?other=1")).toEqual({});
});

it("what is too long for an address stays out of it", () => {
  expect(writeChecksQuery({ procedure: "a".repeat(LONGEST_ADDRESS) })).toBeUndefined();
});
