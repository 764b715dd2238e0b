import type { Entry } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { decimalsOf, hasCount, impossibleFigures, impossibleNote } from "./grim.ts";

describe("a printed share", () => {
  it("of the paper's example cannot be: 5.19 as the mean of 28 whole numbers is 0.19 beyond 5, and 5/28 is 0.18, 6/28 0.21", () => {
    expect(hasCount(0.19, 2, 28)).toBe(false);
    expect(hasCount(0.18, 2, 28)).toBe(true);
    expect(hasCount(0.21, 2, 28)).toBe(true);
  });

  it("is a count if one rounds to it, halves either way", () => {
    expect(hasCount(0.652, 3, 250)).toBe(true);
    expect(hasCount(0.653, 3, 250)).toBe(false);
    // 1/8 is 12.5 %.
    expect(hasCount(0.12, 2, 8)).toBe(true);
    expect(hasCount(0.13, 2, 8)).toBe(true);
    expect(hasCount(0.14, 2, 8)).toBe(false);
    expect([hasCount(0, 3, 7), hasCount(1, 3, 7), hasCount(1.2, 1, 7), hasCount(-0.2, 1, 7)]).toEqual([true, true, false, false]);
  });

  it("says nothing where there are more items than the digits can tell apart", () => {
    for (let printed = 0; printed <= 1000; printed++) expect(hasCount(printed / 1000, 3, 1000)).toBe(true);
  });

  it("finds just those that no count gives", () => {
    for (const items of [7, 30, 99, 250]) {
      const given = new Set(Array.from({ length: items + 1 }, (_, count) => (count / items).toFixed(3)));
      for (let printed = 0; printed <= 1000; printed++) {
        const share = (printed / 1000).toFixed(3);
        // toFixed rounds a half one way only; a count that is a half is excused.
        const half = Array.from(
          { length: items + 1 },
          (_, count) => Math.abs(Math.abs(count / items - printed / 1000) - 0.0005) < 1e-9,
        ).some(Boolean);
        if (!half) expect(hasCount(Number(share), 3, items), `${share} of ${items}`).toBe(given.has(share));
      }
    }
  });
});

describe("quoted figures of an entry", () => {
  const sha = "0".repeat(64);
  const counted = { "first-error-accuracy": { scored: 240, unscored: 10 }, "step-accuracy": { scored: 240, unscored: 10 } };
  const peer = { scores: counted, slices: { dataset: { bfcl: counted } } };
  const entry: Entry = {
    schema: "stepladder/entry/1",
    track: "t",
    system: { name: "N", kind: "system", about: "a" },
    date: "2026-01-02",
    evidence: { kind: "published", source: "https://example.org/", where: "table 1" },
    scores: { "first-error-accuracy": { value: 0.653 }, "step-accuracy": { value: 0.653 } },
    slices: { dataset: { bfcl: { "first-error-accuracy": { value: 0.4 } }, tau2: { "first-error-accuracy": { value: 0.401 } } } },
  };

  it("are noted where no count gives them; metrics that are no share of items, and unknown counts, are not asked", () => {
    const found = impossibleFigures(entry, peer);
    expect(found).toEqual([{ metric: "first-error-accuracy", printed: 0.653, items: 250 }]);
    expect(found.map(impossibleNote)).toEqual(["first-error-accuracy: no count of 250 items gives 0.653"]);
    expect(impossibleFigures(entry, undefined)).toEqual([]);
  });

  it("are those it quotes, not those computed here", () => {
    const evidence = { kind: "recomputed", predictions: sha, gold: sha, items: sha, kernels: sha } as const;
    expect(impossibleFigures({ ...entry, evidence }, peer)).toEqual([]);
    const quoted = {
      source: "https://example.org/",
      where: "table 1",
      decimals: 3,
      scores: {},
      slices: { dataset: { bfcl: { "first-error-accuracy": { value: 0.653 } } } },
    };
    expect(impossibleFigures({ ...entry, evidence, quoted }, peer).map(impossibleNote)).toEqual([
      "dataset bfcl, first-error-accuracy: no count of 250 items gives 0.653",
    ]);
  });

  it("have as many decimals as the longest of them", () => {
    expect(decimalsOf([{ a: { value: 0.7 } }, { b: { value: 0.712 }, c: { reason: "none" } }])).toBe(3);
    expect(decimalsOf([])).toBe(0);
  });
});
