import { expect, it } from "vitest";
import { anatomyOf } from "./anatomy.ts";
import { loadGold } from "./gold.ts";
import type { Insight } from "./insight.ts";
import { goldItems } from "./look-up.ts";
import { kernels, lines, type Words, wordsGold, wordsTrack } from "./testing.ts";

const goldFile = lines("gold.jsonl", wordsGold);

/** Words that are not gold's, and words that are missing. */
const insight: Insight<Words, readonly string[]> = {
  view: ({ id }) => ({ title: id, panels: [] }),
  failures: [
    {
      id: "wrong-word",
      title: "A wrong word",
      explains: "Another word than gold's.",
      find(said, { words }) {
        const wrong = said.flatMap((word, at) => (at < words.length && word !== words[at] ? [at] : []));
        const [at] = wrong;
        if (at === undefined) return undefined;
        const details = wrong.map((place) => `${words[place]} said as ${said[place]}`);
        return { mended: said.map((word, place) => words[place] ?? word), count: wrong.length, at, details };
      },
    },
    {
      id: "too-short",
      title: "Too short",
      explains: "Words are missing at the end.",
      find: (said, { words }) =>
        said.length < words.length
          ? { mended: [...said, ...words.slice(said.length)], count: words.length - said.length, at: said.length }
          : undefined,
    },
    {
      id: "too-long",
      title: "Too long",
      explains: "Words follow behind the end.",
      find: (said, { words }) =>
        said.length > words.length
          ? { mended: said.slice(0, words.length), count: said.length - words.length, at: words.length }
          : undefined,
    },
  ],
};

const anatomy = (...records: readonly object[]) => anatomyBy(insight, records);

async function anatomyBy(insight: Insight<Words, readonly string[]>, records: readonly object[]) {
  const mark = kernels.arena.mark();
  const gold = await loadGold(wordsTrack, [goldFile]);
  const items = [...(await goldItems(wordsTrack, gold, [goldFile])).values()];
  const measurer = gold.columns.measurer(kernels);
  const predictions = [lines("p.jsonl", records)];
  const told = await anatomyOf({ track: wordsTrack, insight, gold, items, predictions, measurer, kernels });
  kernels.arena.release(mark);
  return told;
}

it("says how items fail, where first, what was taken for what, and what mending each kind alone would give", async () => {
  const [one, two, three, four] = wordsGold as [Words, Words, Words, Words];
  const told = await anatomy(
    { id: one.id, said: one.words },
    { id: two.id, said: two.words.with(0, "no") },
    { id: three.id, said: [] },
    { id: four.id, text: "nothing to be read" },
  );
  expect(told).toMatchObject({ items: 4, flawless: 1, right: 1, unanswered: { items: 1 } });
  expect(told.values["sequential-match"]).toEqual({ kind: "value", value: 1 / 4 });
  expect(told.unanswered.without["sequential-match"]).toEqual({ kind: "value", value: 1 / 3 });
  const [first, second] = ["wrong-word", "too-short"].map((id) => told.kinds.find((kind) => kind.id === id));
  expect(first).toMatchObject({
    items: 1,
    count: 1,
    first: [1],
    details: [{ text: `${two.words[0]} said as no`, count: 1 }],
    examples: [two.id],
  });
  expect(first?.mended["sequential-match"]).toEqual({ kind: "value", value: 2 / 4 });
  expect(second).toMatchObject({ items: 1, count: three.words.length, first: [1], behind: 0, details: [], examples: [three.id] });
  expect(second?.mended["sequential-match"]).toEqual({ kind: "value", value: 2 / 4 });
  expect(new Set(told.telling)).toEqual(
    new Set([
      { id: two.id, kind: "wrong-word" },
      { id: three.id, kind: "too-short" },
    ]),
  );
});

it("says how failures lie by length, and which lie behind gold's last step", async () => {
  const said = wordsGold.map(({ id, words }, i) => ({ id, said: i % 2 === 0 ? [...words, "more"] : words }));
  const { lengths, reach, kinds } = await anatomy(...said.slice(1));
  const answered = wordsGold.slice(1);
  const steps = [...new Set(answered.map(({ words }) => words.length))].sort((a, b) => a - b);
  const longer = (of: number) => answered.filter(({ words }, i) => words.length === of && i % 2 === 1).length;
  expect(lengths).toEqual(
    steps.map((of) => ({ steps: of, items: answered.filter(({ words }) => words.length === of).length, failing: longer(of) })),
  );
  expect(reach[0]).toBe(answered.length);
  const [ranOn] = kinds;
  expect(ranOn).toMatchObject({ id: "too-long", first: [], behind: answered.filter((_, i) => i % 2 === 1).length });
  expect(ranOn?.byLength).toEqual(steps.map(longer));
});

it("an item that fails in two ways is mended of one at a time", async () => {
  const [, two] = wordsGold as [Words, Words];
  const told = await anatomy({ id: two.id, said: ["no"] });
  expect(told.kinds.map(({ id, items }) => [id, items])).toEqual([
    ["wrong-word", 1],
    ["too-short", 1],
  ]);
  expect(told.kinds.every(({ mended }) => (mended["sequential-match"] as { value: number }).value === 0)).toBe(true);
  expect(told.telling).toEqual([]);
});

it("what costs nothing is nothing to look at first: no kind that does, and no item that is right", async () => {
  const [one, two] = wordsGold as [Words, Words];
  const records = [
    { id: one.id, said: one.words },
    { id: two.id, said: ["no"] },
  ];
  const shown = (isMeant: (item: Words) => boolean): Insight<Words, readonly string[]> => ({
    ...insight,
    failures: [
      {
        id: "shown",
        title: "Shown",
        explains: "Shows where it is meant to.",
        find: (_, item) => (isMeant(item) ? { mended: item.words, count: 1 } : undefined),
      },
    ],
  });
  expect(
    await anatomyBy(
      shown(() => true),
      records,
    ),
  ).toMatchObject({ flawless: 0, right: 0, telling: [{ id: two.id, kind: "shown" }] });
  expect(
    await anatomyBy(
      shown(({ id }) => id === one.id),
      records,
    ),
  ).toMatchObject({ flawless: 1, right: 0, kinds: [{ items: 1 }], telling: [] });
});
