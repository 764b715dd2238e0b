import { gzipSync } from "node:zlib";
import { Entry, type Scorecard } from "@stepladder/schema";
import { entryId, printEntry, publishedEntry, recomputedEntry } from "@stepladder/wasm/host/entry.ts";
import { writePack } from "@stepladder/wasm/host/pack.ts";
import { score, wordsTrack } from "@stepladder/wasm/host/testing.ts";
import { describe, expect, it } from "vitest";
import { entryFaults, quotedDifferences } from "./entries.ts";

const system = { name: "Parrot", kind: "system", about: "Says what it hears." } as const;
const source = { id: "parrot", system, date: "2026-01-02" };
const card: Scorecard = await score({ id: "w-1", said: ["a", "b"] }, { id: "w-2", said: ["c", "x", "e"] });
const entry = recomputedEntry(source, card);
const pack = gzipSync(writePack(card));
const quoted = { source: "https://example.org/", where: "table 1", decimals: 1, scores: { "prefix-accuracy": { value: 0.3 } }, slices: {} };

describe("an entry", () => {
  it("of a scored system has its scores, hashes and coverage, and is of the schema", () => {
    expect(Entry.safeParse(entry).success).toBe(true);
    expect(entry).toMatchObject({
      coverage: { items: 4, scored: 2 },
      evidence: { kind: "recomputed", ...card.hashes },
      pack: "parrot.pack.gz",
    });
    expect(entry.scores).toEqual(card.scores);
  });

  it("of printed figures has their source and neither coverage nor pack", () => {
    const published = publishedEntry("words", { ...source, quoted });
    expect(Entry.safeParse(published).success).toBe(true);
    expect(published).toMatchObject({ evidence: { kind: "published", source: quoted.source, where: "table 1" }, scores: quoted.scores });
    expect(published.coverage ?? published.pack).toBeUndefined();
    expect(entryFaults(wordsTrack, published, undefined)).toEqual([]);
  });

  it("is printed with one score per line, and reads back the same", () => {
    const text = printEntry(entry);
    expect(JSON.parse(text)).toEqual(entry);
    const line = text.split("\n").find((one) => one.includes('"sequential-match"'));
    expect(line).toContain('"value": 0.25');
    expect(line).toContain('"unscored": 2 }');
  });

  it("has a file name that its system's name gives", () => {
    expect(entryId("GPT-5.2-Thinking (medium)")).toBe("gpt-5.2-thinking-medium");
    expect(entryId("../../Évil name")).toBe("evil-name");
    expect(entryId("...")).toBe("");
    expect(entryId("日本 7B")).toBe("日本-7b");
  });
});

describe("checking an entry", () => {
  it("finds nothing wrong with what scoring wrote", () => {
    expect(entryFaults(wordsTrack, entry, pack)).toEqual([]);
  });

  it("finds a score that its pack does not give", () => {
    const raised = { ...entry, scores: { ...entry.scores, "prefix-accuracy": { ...entry.scores["prefix-accuracy"], value: 0.99 } } };
    expect(entryFaults(wordsTrack, raised, pack)).toEqual([
      expect.stringMatching(/^prefix-accuracy: expected 0\.\d+ from its pack, found 0\.99$/),
    ]);
    const gone = { ...entry, scores: {} };
    expect(entryFaults(wordsTrack, gone, pack).filter((fault) => fault.endsWith("found no value"))).toHaveLength(9);
  });

  it("finds a pack that is missing, cut, or of other gold", () => {
    expect(entryFaults(wordsTrack, entry, undefined)[0]).toContain("expected a pack beside it");
    expect(entryFaults(wordsTrack, entry, gzipSync(writePack(card).subarray(0, -1)))[0]).toContain("pack: expected");
    expect(entryFaults(wordsTrack, entry, pack.subarray(0, -9))[0]).toContain("unexpected end");
    expect(entryFaults(wordsTrack, entry, gzipSync("no pack"))[0]).toContain("pack: expected");
    const other = { ...entry, evidence: { ...entry.evidence, gold: "0".repeat(64) } } as Entry;
    expect(entryFaults(wordsTrack, other, pack)[0]).toContain("expected a pack of gold 000");
    expect(entryFaults(wordsTrack, { ...entry, coverage: undefined }, pack)[0]).toContain("found 4");
  });

  it("finds names that the track does not have, and a pack of quoted figures", () => {
    const published = publishedEntry("other", {
      ...source,
      quoted: { ...quoted, scores: { "no-such": { value: 1 } }, slices: { shade: { red: { "no-such-either": { value: 1 } } } } },
    });
    expect(entryFaults(wordsTrack, { ...published, pack: "p.pack" }, pack)).toEqual([
      'expected track "words", found "other"',
      'expected metrics of the track, found "no-such"',
      'expected metrics of the track, found "no-such-either"',
      'expected slices of the track, found "shade"',
      "expected no pack for published figures, found p.pack",
    ]);
  });
});

it("a printed figure agrees with the computed one if it is that one rounded", () => {
  const told = (value: number, decimals: number) =>
    quotedDifferences({ ...entry, quoted: { ...quoted, decimals, scores: { "sequential-match": { value } } } });
  expect(entry.scores["sequential-match"]?.value).toBe(0.25);
  expect(told(0.25, 3)).toEqual([]);
  expect(told(0.3, 1)).toEqual([]);
  expect(told(0.26, 2)).toEqual(["sequential-match: 0.26 in the source, 0.25 computed"]);
  expect(told(0.3, 2)).toHaveLength(1);
  expect(quotedDifferences(entry)).toEqual([]);
});
