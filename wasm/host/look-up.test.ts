import { expect, it } from "vitest";
import { loadGold } from "./gold.ts";
import { goldItems, saidOf } from "./look-up.ts";
import { lines, wordsGold, wordsTrack } from "./testing.ts";

const goldFile = lines("gold.jsonl", wordsGold);

it("gold's records are found again by their place", async () => {
  const gold = await loadGold(wordsTrack, [goldFile]);
  expect(await goldItems(wordsTrack, gold, [goldFile], new Set([1]))).toEqual(new Map([[1, wordsGold[1]]]));
  expect([...(await goldItems(wordsTrack, gold, [goldFile])).values()]).toEqual(wordsGold);
});

it("what was said of an item comes with its file and line, however many files there are", async () => {
  const gold = await loadGold(wordsTrack, [goldFile]);
  const files = [
    lines("b.jsonl", [{ id: "w-2", sample: 1, said: ["z"] }]),
    lines("a.jsonl", [
      { id: "w-1", said: ["x"] },
      { id: "w-2", sample: 0, said: ["y"] },
      { id: "w-1", text: "nothing" },
    ]),
  ];
  const said = await saidOf(wordsTrack, gold, files);
  expect(said.get(0)).toEqual([
    { file: "a.jsonl", line: 1, prediction: ["x"] },
    { file: "a.jsonl", line: 3 },
  ]);
  expect(said.get(1)).toEqual([
    { sample: 0, file: "a.jsonl", line: 2, prediction: ["y"] },
    { sample: 1, file: "b.jsonl", line: 1, prediction: ["z"] },
  ]);
  expect([...(await saidOf(wordsTrack, gold, files, new Set([0]))).keys()]).toEqual([0]);
});
