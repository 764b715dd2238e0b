import { describe, expect, it } from "vitest";
import { NearNames } from "./near.ts";

describe("the name that is meant", () => {
  const names = new NearNames(["pl-1-00000", "pl-1-00010", "cc4d:tea", "Ferry:mandated", "a:x-1", "b:x-1", "café"]);

  it.each([
    [" pl-1-00000 ", "pl-1-00000"],
    ["PL_1_00010", "pl-1-00010"],
    ["pl-1-0", "pl-1-00000"],
    ["tea", "cc4d:tea"],
    ["ferry-mandated", "Ferry:mandated"],
    ["pl-1-\u200b00000", "pl-1-00000"],
    ["cafe\u0301", "café"],
    ["task:pl-1-00000", "pl-1-00000"],
  ])("by %j is %s", (given, meant) => expect(names.of(given)).toBe(meant));

  it.each([["pl-1-00002"], ["x-1"], ["pl-10-0"], [""], ["-"], ["x".repeat(1e6)]])(
    "is none where it is too far, or one of several: %#",
    (given) => {
      expect(names.of(given)).toBeUndefined();
    },
  );
});
