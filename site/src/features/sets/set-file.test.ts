import type { ItemsIndex } from "@stepladder/schema";
import { expect, test } from "vitest";
import { scorecard, track } from "../../../test/scorecard.ts";
import { SET_FILE } from "./set.ts";
import { readSetFile, writeSetFile } from "./set-file.ts";

const items: ItemsIndex = {
  schema: "stepladder/items/1",
  track: "toy",
  items: scorecard.hashes.items,
  ids: ["a", "b", "c", "d"],
  lengths: [2, 2, 4, 5],
  slices: [],
};
const set = { name: "May runs", track: "toy", items, systems: ["one", "two"].map((name) => ({ name, scorecard })) };
const tracks = new Map([[track.id, track.title]]);
const read = async (content: BlobPart) => readSetFile(new File([content], "x.stepladder-set.json.gz"), tracks);
const found = async (content: BlobPart) => {
  const outcome = await read(content);
  return outcome.ok ? undefined : outcome.problems[0]?.examples[0]?.found;
};

test("a set reads back as it was written, packed or not", async () => {
  const packed = await writeSetFile(set);
  expect(await read(packed)).toEqual({ ok: true, value: set });
  const plain = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  expect(await read(await new Response(plain).text())).toEqual({ ok: true, value: set });
});

test("what is none, or does not fit together, is told", async () => {
  const text = await new Response((await writeSetFile(set)).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  const json = JSON.parse(text);
  expect(await found("{")).toContain("cannot be read");
  expect(await found(JSON.stringify({ ...json, name: "" }))).toContain("name");
  expect(await found(JSON.stringify({ ...json, track: "other" }))).toContain("other");
  expect(await found(JSON.stringify({ ...json, systems: [json.systems[0], json.systems[0]] }))).toBe("two of one name");
  const short = { ...json, systems: [{ name: "one", scorecard: { ...scorecard, items: scorecard.items.slice(1) } }] };
  expect(await found(JSON.stringify(short))).toContain("lacks some");
  const strange = { ...scorecard, hashes: { ...scorecard.hashes, items: "f".repeat(64) } };
  expect(await found(JSON.stringify({ ...json, systems: [{ name: "one", scorecard: strange }] }))).toContain("has others");
  expect(await found((await (await writeSetFile(set)).arrayBuffer()).slice(0, 60))).toContain("cannot be read");
});

test("a saved set is known by its name, also where a browser numbered it", () => {
  expect(["a.stepladder-set.json.gz", "a.stepladder-set (1).json.gz", "a.stepladder-set.json"].every((name) => SET_FILE.test(name))).toBe(
    true,
  );
  expect(SET_FILE.test("predictions.json.gz")).toBe(false);
});
