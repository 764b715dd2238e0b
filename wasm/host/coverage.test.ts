import type { Scorecard } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { fromBlob } from "../intake/source.ts";
import { loadGold } from "./gold.ts";
import { lines, refusal, score, values, wordsTrack } from "./testing.ts";

const said = (id: string, ...words: string[]) => ({ id, said: words });
const perfect = [said("w-1", "a", "b"), said("w-2", "c", "d", "e"), said("w-3", "f"), said("w-4", "g", "h", "i", "j")];
const [one, two, three, four] = perfect;

const kinds = ({ problems }: Scorecard) => problems.map(({ kind, severity, count }) => [kind, severity, count]);
const reasons = ({ items }: Scorecard) => Object.fromEntries(items.flatMap(({ id, unscored }) => (unscored ? [[id, unscored]] : [])));

describe("coverage", () => {
  it("of a whole submission is whole, and nothing is wrong", async () => {
    const card = await score(...perfect);
    expect(card.coverage).toEqual({ items: 4, scored: 4, unscored: {}, share: 1 });
    expect(kinds(card)).toEqual([]);
    expect(values(card.scores)).toEqual({ "prefix-accuracy": 1, "sequential-match": 1, "final-match": 1 });
  });

  it("tells missing items from unreadable ones", async () => {
    const card = await score(one, { id: "w-2", said: "c d e" }, { id: "w-3", text: "no arrow" });
    expect(card.coverage).toEqual({ items: 4, scored: 1, unscored: { "no-prediction": 1, unreadable: 2 }, share: 1 / 4 });
    expect(reasons(card)).toEqual({ "w-2": "unreadable", "w-3": "unreadable", "w-4": "no-prediction" });
    expect(kinds(card)).toEqual([
      ["wrong-field", "error", 1],
      ["missing-prediction", "warning", 1],
      ["nothing-extracted", "warning", 1],
    ]);
    expect(card.problems[0]?.examples).toMatchObject([{ file: "p.jsonl", line: 2, id: "w-2", field: "said", found: "c d e" }]);
    // All three cost what the track says: one wrong word.
    expect(card.scores["prefix-accuracy"]).toMatchObject({ value: 1 / 4, scored: 1, unscored: 3 });
  });

  it("a broken line costs its item, which is missing then", async () => {
    const card = await score(one, '{"id":"w-2",', three, four);
    expect(reasons(card)).toEqual({ "w-2": "no-prediction" });
    expect(card.problems[0]).toMatchObject({ kind: "not-json", severity: "error", examples: [{ file: "p.jsonl", line: 2 }] });
  });

  it("unknown ids of the track are left out, and that is an error", async () => {
    const card = await score(...perfect, said("w-9", "z"));
    expect(kinds(card)).toEqual([["unknown-id", "error", 1]]);
    expect(card.problems[0]?.examples).toMatchObject([{ id: "w-9", line: 5 }]);
    expect(values(card.scores)).toEqual(values((await score(...perfect)).scores));
  });

  it("of a doubled id the first record counts, in file order and not in the order given", async () => {
    const card = await score(lines("b.jsonl", [said("w-1", "x")]), lines("a.jsonl", perfect));
    expect(card.items[0]?.statistics["prefix-match-length"]).toBe(2);
    expect(card.problems).toMatchObject([{ kind: "doubled-id", severity: "error", examples: [{ file: "b.jsonl", line: 1, id: "w-1" }] }]);
  });

  it("an unreadable record beside a readable one of the item does no harm but is told", async () => {
    for (const records of [
      [{ id: "w-1" }, ...perfect],
      [...perfect, { id: "w-1" }],
    ]) {
      const card = await score(...records);
      expect(card.coverage.scored).toBe(4);
      expect(kinds(card)).toEqual([["wrong-field", "error", 1]]);
    }
  });

  it("several unreadable records of an item leave it unreadable, not missing", async () => {
    const card = await score({ id: "w-1" }, { id: "w-1", said: 7 }, two, three, four);
    expect(reasons(card)).toEqual({ "w-1": "unreadable" });
    expect(kinds(card)).toEqual([["wrong-field", "error", 2]]);
  });

  it("of very many problems of a kind all are counted and a hundred are told", async () => {
    const flood = Array.from({ length: 5000 }, () => ({ id: "w-1", said: 7 }));
    const card = await score(...flood, ...perfect);
    expect(card.coverage.scored).toBe(4);
    expect(card.problems[0]).toMatchObject({ kind: "wrong-field", count: 5000 });
    expect(card.problems[0]?.examples).toHaveLength(100);
  });

  it("counts what was drawn from text, by rule", async () => {
    const card = await score({ id: "w-1", text: "a > b" }, { id: "w-2", text: "hm" }, three, four);
    expect(card.extraction).toEqual({ attempted: 2, extracted: 1, rules: { arrows: 1 } });
    expect(card.items[0]?.statistics["prefix-match-length"]).toBe(2);
    expect(await score(...perfect)).not.toHaveProperty("extraction");
  });
});

describe("a submission is refused", () => {
  it("where its ids are of another track", async () => {
    const [problem] = await refusal(score(said("task01_0000", "a"), said("x", "b")));
    expect(problem).toMatchObject({ kind: "wrong-track", file: "p.jsonl", found: "ids such as task01_0000, x" });
  });

  it("where its ids are the track's, but none is in this gold", async () => {
    const [problem] = await refusal(score(said("w-70", "a")));
    expect(problem).toMatchObject({
      kind: "wrong-split",
      found: "ids such as w-70",
      fix: expect.stringContaining("give the gold of the same split or release"),
    });
  });

  it("where no record can be read, with the reason for each", async () => {
    const problems = await refusal(score("{", "not json", { said: ["a"] }));
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ["no-id", 3],
      ["not-json", 1],
      ["not-json", 2],
    ]);
  });

  it("where a table has columns of no layout, told once for the file", async () => {
    const table = fromBlob("t.csv", new Blob(["video,label\n1,a\n2,b\n"]));
    expect(await refusal(score(table))).toMatchObject([{ kind: "unknown-layout", file: "t.csv", found: "the columns video, label" }]);
  });

  it("where the files hold no record", async () => {
    expect((await refusal(score(lines("a.jsonl", ["[]"]), lines("b.jsonl", ["[]"])))).map(({ kind }) => kind)).toEqual(["no-records"]);
  });
});

describe("gold is refused", () => {
  const load = (...records: unknown[]) => refusal(loadGold(wordsTrack, [lines("gold.jsonl", records)]));

  it("where an id stands twice", async () => {
    const gold = { id: "w-1", words: ["a"], colour: "red" };
    expect(await load(gold, gold)).toMatchObject([{ kind: "doubled-gold", id: "w-1", file: "gold.jsonl", line: 2 }]);
  });

  it("where a line is no JSON", async () => {
    expect(await load({ id: "w-1", words: ["a"], colour: "red" }, "{")).toMatchObject([{ kind: "not-json", line: 2 }]);
  });

  it("where it is not gold of the track at all", async () => {
    expect((await load({ id: "w-1" })).map(({ kind }) => kind)).toEqual(["no-gold"]);
    expect((await refusal(loadGold(wordsTrack, []))).map(({ kind, found }) => [kind, found])).toEqual([["no-gold", "no file"]]);
  });
});

it("a file without records beside others is passed over with a warning, and alone is refused", async () => {
  const picture = fromBlob("a.png", new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)]));
  const good = lines("p.jsonl", [{ id: "w-3", said: ["f"] }]);
  const { problems, coverage } = await score(picture, good);
  expect(problems.find(({ kind }) => kind === "passed-over")).toMatchObject({ severity: "warning", examples: [{ file: "a.png" }] });
  expect(coverage.scored).toBe(1);
  expect(await refusal(score(picture))).toMatchObject([{ kind: "unknown-format", file: "a.png" }]);
});
