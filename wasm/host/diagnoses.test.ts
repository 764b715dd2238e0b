import { expect, it } from "vitest";
import { scoreTrack } from "./score.ts";
import { kernels, lines, score, wordsGold, wordsTrack } from "./testing.ts";

const echoed = wordsGold.map(({ id, words }) => ({ id, said: [...words, words.at(-1)] }));

it("a diagnosis is told with its items and what the scores would be without the mistake", async () => {
  const { diagnoses, scores } = await score(...echoed);
  expect(diagnoses).toMatchObject([{ id: "echo", title: "Echo", items: 4, examples: ["w-1", "w-2", "w-3", "w-4"] }]);
  expect(diagnoses[0]?.mended["sequential-match"]).toMatchObject({ value: 1, scored: 4, unscored: 0 });
  expect(scores["sequential-match"]?.value).toBe(0);
});

it("a diagnosis mends the items that show it and leaves the others", async () => {
  const [first, second] = echoed;
  const { diagnoses } = await score(first, second, { id: "w-3", said: ["x"] });
  expect(diagnoses).toMatchObject([{ items: 2, examples: ["w-1", "w-2"] }]);
  expect(diagnoses[0]?.mended["prefix-accuracy"]).toEqual({ value: 2 / 4, scored: 3, unscored: 1 });
});

it("a diagnosis is not told where mending would not raise the score", async () => {
  // Wrong from the first word on, so one word less changes nothing.
  expect((await score({ id: "w-1", said: ["x", "x"] })).diagnoses).toEqual([]);
  expect((await score(...wordsGold.map(({ id, words }) => ({ id, said: words })))).diagnoses).toEqual([]);
});

it("a diagnosis mends each sample of a repeated item", async () => {
  const { diagnoses, scores } = await score({ id: "w-3", sample: 0, said: ["f", "f"] }, { id: "w-3", sample: 1, said: ["f"] });
  expect(scores["prefix-accuracy"]?.value).toBe((1 / 2 + 1) / 2 / 4);
  expect(diagnoses).toMatchObject([{ items: 1, mended: { "prefix-accuracy": { value: 1 / 4 } } }]);
});

it("a diagnosis that names a metric is told where mending raises that one", async () => {
  const [echo] = wordsTrack.diagnoses;
  const unsure = {
    ...(echo as NonNullable<typeof echo>),
    mend: (said: readonly string[]) => (said.at(-1) === "?" ? said.with(-1, "b") : undefined),
  };
  const told = async (raises: object) => {
    const mark = kernels.arena.mark();
    const track = { ...wordsTrack, diagnoses: [{ ...unsure, ...raises }] };
    const predictions = [lines("p.jsonl", [{ id: "w-1", said: ["x", "?"] }])];
    const { diagnoses } = await scoreTrack({ track, gold: [lines("gold.jsonl", wordsGold)], predictions, kernels });
    kernels.arena.release(mark);
    return diagnoses.length;
  };
  expect([await told({}), await told({ raises: "final-match" })]).toEqual([0, 1]);
});

it("a diagnosis that chance may raise is told where the items concerned, mended, are two standard errors above chance", async () => {
  const [echo] = wordsTrack.diagnoses as [(typeof wordsTrack.diagnoses)[number]];
  const told = async (chance: number, count: number) => {
    const mark = kernels.arena.mark();
    const track = { ...wordsTrack, diagnoses: [{ ...echo, chance }] };
    const predictions = [lines("p.jsonl", echoed.slice(0, count))];
    const { diagnoses } = await scoreTrack({ track, gold: [lines("gold.jsonl", wordsGold)], predictions, kernels });
    kernels.arena.release(mark);
    return diagnoses.length;
  };
  // All of them right once mended: 0.5 + 1/2 with four items, more than 1 with three.
  expect([await told(0.5, 4), await told(0.5, 3), await told(0, 1)]).toEqual([1, 0, 1]);
});

it("of diagnoses of a group the one that mends best is told, of equal ones the first", async () => {
  const [echo] = wordsTrack.diagnoses as [(typeof wordsTrack.diagnoses)[number]];
  const shortOnly = { ...echo, id: "short", mend: (said: readonly string[]) => (said.length > 3 ? undefined : echo.mend(said, null)) };
  const told = async (...diagnoses: (typeof wordsTrack.diagnoses)[number][]) => {
    const mark = kernels.arena.mark();
    const track = { ...wordsTrack, diagnoses };
    const card = await scoreTrack({ track, gold: [lines("gold.jsonl", wordsGold)], predictions: [lines("p.jsonl", echoed)], kernels });
    kernels.arena.release(mark);
    return card.diagnoses.map(({ id }) => id);
  };
  const group = "g";
  expect(await told(shortOnly, echo)).toEqual(["short", "echo"]);
  expect(await told({ ...shortOnly, group }, { ...echo, group })).toEqual(["echo"]);
  expect(await told({ ...echo, group }, { ...echo, id: "again", group })).toEqual(["echo"]);
});
