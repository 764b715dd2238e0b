import { expect, it } from "vitest";
import { fromBlob } from "../intake/source.ts";
import { recognise } from "./recognise.ts";
import { lines, wordsGold, wordsTrack } from "./testing.ts";
import type { AnyTrack } from "./track.ts";

/** Reads the same layouts, but its ids are `v-...`. */
const other: AnyTrack = { ...wordsTrack, id: "verbs", owns: (id: string) => id.startsWith("v-") };
const tracks = [wordsTrack, other];

const files = async (...given: Parameters<typeof lines>[]) => {
  const { files, track, problems } = await recognise(
    tracks,
    given.map((one) => lines(...one)),
  );
  return { files: files.map(({ role, track: own, format }) => [role, own, format]), track, problems };
};

it("predictions are of the track whose ids they bear", async () => {
  expect(await files(["p.jsonl", [{ id: "v-1", said: ["a"] }]])).toMatchObject({
    files: [["prediction", "verbs", "said"]],
    track: "verbs",
  });
});

it("gold is told from predictions and does not decide the track", async () => {
  expect(await files(["g.jsonl", wordsGold])).toMatchObject({ files: [["gold", "words", "gold"]], track: undefined });
});

it("one id among the first records is enough", async () => {
  const strange = Array.from({ length: 19 }, (_, i) => ({ id: `x-${i}`, said: ["a"] }));
  expect((await files(["p.jsonl", [...strange, { id: "w-1", said: ["a"] }]])).track).toBe("words");
});

it("a known layout with ids of no track has a role and no track", async () => {
  expect(await files(["p.jsonl", [{ id: "x-1", said: ["a"] }]])).toMatchObject({
    files: [["prediction", undefined, "said"]],
    track: undefined,
  });
  const { files: told } = await recognise(tracks, [
    lines(
      "p.jsonl",
      [1, 1, 2, 3].map((i) => ({ id: `x-${i}`, said: ["a"] })),
    ),
  ]);
  expect(told[0]?.strangeIds).toEqual(["x-1", "x-2"]);
});

it("files of two tracks together are of none", async () => {
  const both = await files(["a.jsonl", [{ id: "w-1", said: ["a"] }]], ["b.jsonl", [{ id: "v-1", said: ["a"] }]]);
  expect(both.files.map(([, track]) => track)).toEqual(["words", "verbs"]);
  expect(both.track).toBeUndefined();
});

it("what is no record of any track is unknown", async () => {
  expect(await files(["p.jsonl", [{ name: "x" }]])).toMatchObject({
    files: [["unknown", undefined, undefined]],
    problems: [{ kind: "unknown-layout", file: "p.jsonl", line: 1, found: '{"name":"x"}' }],
  });
  const { problems } = await recognise(tracks, [fromBlob("p.bundle", new Blob([]))]);
  expect(problems).toMatchObject([{ file: "p.bundle", found: "an empty text" }]);
});

it("what cannot be read is unknown, and its problem is told", async () => {
  const { files: told, problems } = await files(["p.bin", ["PARE and more"]]);
  expect(told).toEqual([["unknown", undefined, undefined]]);
  expect(problems).toMatchObject([{ kind: "unknown-format", file: "p.bin", found: "encrypted parquet" }]);
});

it("records that a format cannot read still tell the layout", async () => {
  expect(
    await files([
      "p.jsonl",
      [
        { id: "w-1", said: "no list" },
        { id: "w-2", said: ["c"] },
      ],
    ]),
  ).toMatchObject({ track: "words" });
});

it("what is wrong with a record of known form is told where no track can be told", async () => {
  const { problems } = await recognise([wordsTrack, { ...wordsTrack, id: "twin" }], [lines("p.jsonl", [{ id: "w-1", said: 7 }])]);
  expect(problems.map(({ file }) => file)).toEqual(["p.jsonl"]);
});

it("ids that two tracks claim decide for neither", async () => {
  const twin = { ...wordsTrack, id: "twin" };
  expect((await recognise([wordsTrack, twin], [lines("p.jsonl", [{ id: "w-1", said: ["a"] }])])).track).toBeUndefined();
});

it("names that say no track are of none where another track reads them too", async () => {
  const bare = { ...wordsTrack, formats: wordsTrack.formats.map((format) => ({ ...format, bareNames: true })) };
  const file = lines("p.jsonl", [{ id: "w-1", said: ["a"] }]);
  expect((await recognise([bare], [file])).track).toBe("words");
  expect((await recognise([bare, other], [file])).files).toMatchObject([{ role: "prediction", claimedBy: ["words", "verbs"] }]);
});

it("our own records are known before any track reads them, and what they are good for is told", async () => {
  const { files: told, problems } = await recognise(tracks, [lines("n.jsonl", [{ id: "w-1", lang: "en", sentences: [], said: ["a"] }])]);
  expect(told).toMatchObject([{ role: "unknown", formatTitle: "a narration" }]);
  expect(problems).toMatchObject([{ kind: "own-records", file: "n.jsonl", found: "a narration", fix: expect.stringContaining("align") }]);
});
