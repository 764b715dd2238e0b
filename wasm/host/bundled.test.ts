import { expect, it } from "vitest";
import { RecordProblem } from "../intake/raw.ts";
import { fromBlob } from "../intake/source.ts";
import { scoreTrack } from "./score.ts";
import type { Words } from "./testing.ts";
import { kernels, lines, wordsGold, wordsTrack } from "./testing.ts";
import type { PredictionFormat, Track } from "./track.ts";

/** `{"a b": ["a", "b"]}`: predictions under the words of their item, which only gold tells. */
const byWords: PredictionFormat<readonly string[], string> = {
  id: "by-words",
  title: "one object of runs",
  accepts: ({ value }) => typeof value === "object" && value !== null && !("id" in value),
  read: () => undefined,
  *readAll({ value }, { ids, contexts }) {
    for (const [words, said] of Object.entries(value as object)) {
      const id = ids[contexts.indexOf(words)] ?? words;
      const told = { kind: "wrong-field", severity: "error", id, field: words, expected: "words", found: "none", fix: "say them" } as const;
      if (said === null) yield new RecordProblem(told);
      else if (!Array.isArray(said)) throw new RecordProblem(told);
      else yield { id, sample: undefined, prediction: said };
    }
  },
};
const track: Track<Words, readonly string[], string> = {
  ...wordsTrack,
  formats: [byWords],
  context: ({ words }) => words.join(" "),
  diagnoses: [],
  vote: (said) => said.join(" "),
};

async function score(...given: readonly object[]) {
  const predictions = given.map((value, i) => fromBlob(`p${i}.json`, new Blob([JSON.stringify(value)])));
  const mark = kernels.arena.mark();
  const card = await scoreTrack({ track, gold: [lines("gold.jsonl", wordsGold)], predictions, kernels });
  kernels.arena.release(mark);
  return card;
}

const ids = (card: Awaited<ReturnType<typeof score>>) => card.items.filter(({ unscored }) => unscored === undefined).map(({ id }) => id);

it("one record holds the predictions of several items, which gold tells apart", async () => {
  const card = await score({ "c d e": ["c", "d", "e"], "a b": ["a"], "no such words": ["x"] });
  expect(ids(card)).toEqual(["w-1", "w-2"]);
  expect(card.scores["sequential-match"]?.value).toBe(1 / 4);
  expect(card.problems[0]?.examples).toMatchObject([{ kind: "unknown-id", id: "no such words", file: "p0.json" }]);
});

it("two of one item are doubled, and a fault costs its record", async () => {
  const card = await score({ "a b": ["a", "b"] }, { "a b": ["x"] }, { f: ["f"], "c d e": 1 });
  expect(ids(card)).toEqual(["w-1"]);
  expect(card.problems.map(({ kind }) => kind)).toEqual(["doubled-id", "wrong-field", "missing-prediction"]);
});

it("what is wrong with one of several costs that one: its item is one that cannot be read", async () => {
  const card = await score({ "a b": ["a", "b"], "c d e": null, f: ["f"] });
  expect(card.items.map(({ unscored }) => unscored)).toEqual([undefined, "unreadable", undefined, "no-prediction"]);
  expect(card.problems[0]?.examples).toMatchObject([{ kind: "wrong-field", id: "w-2", field: "c d e", file: "p0.json" }]);
});

it("a fault that names its item makes that unreadable, not missing", async () => {
  const faulty: PredictionFormat<readonly string[], string> = {
    ...byWords,
    readAll: (raw, items) => {
      if (!("a b" in (raw.value as object))) return byWords.readAll?.(raw, items) ?? [];
      throw new RecordProblem({ kind: "wrong-field", severity: "error", id: "w-1", expected: "words", found: "none", fix: "say them" });
    },
  };
  const predictions = lines("p.jsonl", [{ "a b": [] }, { "c d e": ["c"] }]);
  const mark = kernels.arena.mark();
  const gold = [lines("gold.jsonl", wordsGold)];
  const { items } = await scoreTrack({ track: { ...track, formats: [faulty] }, gold, predictions: [predictions], kernels });
  kernels.arena.release(mark);
  expect(items.slice(0, 2).map(({ id, unscored }) => [id, unscored])).toEqual([
    ["w-1", "unreadable"],
    ["w-2", undefined],
  ]);
});
