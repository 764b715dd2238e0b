import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { FramesItem } from "@stepladder/schema";
import { expect, test } from "vitest";
import { generateItems, itemLines, questionLines, release } from "./generate.ts";
import { lines, score } from "./testing.ts";
import track from "./track.ts";

/** Of items.jsonl. The entries are scored on it: a new hash here means new entries. */
const RELEASE_SHA256 = "54dd151918106b74f7ff1590fa20276a210950f744a2989cb126426294a8245a";

const items = [...generateItems(release)];

test("the bytes of the release never change, and weigh at most 200 KB under gzip", () => {
  const text = [...itemLines(release)].join("");
  expect(createHash("sha256").update(text).digest("hex")).toBe(RELEASE_SHA256);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(200_000);
});

test("a smaller set of a seed is the beginning of a larger one, and another seed is another set", () => {
  expect([...generateItems({ ...release, items: 9 })]).toEqual(items.slice(0, 9));
  const [other] = generateItems({ items: 1, seed: 2 });
  expect(other?.id).toBe("pr-2-00000");
  expect(other?.features).not.toEqual(items[0]?.features);
});

test("a name stands in the ids in place of the seed and changes nothing else", () => {
  const named = [...itemLines({ items: 4, seed: 77, name: "spring" })].join("");
  expect(named.replaceAll("pr-spring-", "pr-77-")).toBe([...itemLines({ items: 4, seed: 77 })].join(""));
});

test("sequences hold to the schema: 30 to 400 frames, steps that are none too short, features of one byte", () => {
  for (const item of items) {
    expect(FramesItem.safeParse(item).success, item.id).toBe(true);
    expect(track.owns(item.id)).toBe(true);
    const { frames, cuts, features = [] } = item;
    expect(frames >= 30 && frames <= 400).toBe(true);
    const bounds = [0, ...cuts, frames];
    for (const [i, end] of bounds.slice(1).entries()) expect(end - (bounds[i] as number)).toBeGreaterThanOrEqual(Math.floor(frames / 8));
    expect([features.length, new Set(features.map(({ length }) => length)).size]).toEqual([frames, 1]);
    expect(features.flat().every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(true);
  }
});

test("settings are evenly mixed, and so are lengths", async () => {
  const { slices } = await score([lines({ id: items[0]?.id, prediction: [1] })], [lines(...items)]);
  const counts = (id: string) => Object.entries(slices[id] ?? {}).map(([value, own]) => [value, total(own["step-jaccard"])]);
  expect(counts("setting")).toEqual([
    ["lantern, 2 steps", 15],
    ["lantern, 3 steps", 15],
    ["parcel, 2 steps", 15],
    ["parcel, 3 steps", 15],
  ]);
  expect(counts("length")).toEqual([
    ["1-59", 16],
    ["60-119", 16],
    ["120-239", 16],
    ["240 or more", 12],
  ]);
});

function total(told: { readonly scored: number; readonly unscored: number } | undefined): number {
  return (told?.scored ?? 0) + (told?.unscored ?? 0);
}

test("questions are the same sequences without their cuts, and tell how many steps there are", () => {
  const questions = [...questionLines({ items: 3, seed: 1 })].map((line) => JSON.parse(line));
  for (const [i, { steps, ...question }] of questions.entries()) {
    const { cuts, ...item } = items[i] as FramesItem;
    expect([question, steps]).toEqual([item, cuts.length + 1]);
  }
});

test("questions are neither gold nor predictions", () => {
  const [question = ""] = questionLines({ items: 1, seed: 1 });
  const raw = { value: JSON.parse(question), file: "questions.jsonl" };
  for (const format of [...track.goldFormats, ...track.formats]) expect(format.accepts(raw)).toBe(false);
});

test.each([
  [{ items: -1, seed: 1 }, "items: expected a whole number from 0 to 2147483648, received -1"],
  [{ items: 1, seed: Number.NaN }, "seed: expected a whole number from 0 to 9007199254740991, received NaN"],
  [{ items: 1, seed: 1, name: "2" }, 'name: expected a lower-case letter, then letters and digits, received "2"'],
])("options out of range are refused: %j", (options, message) => {
  expect(() => generateItems(options).next()).toThrow(new RangeError(message));
});
