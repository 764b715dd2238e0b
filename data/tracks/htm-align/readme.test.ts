import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { published } from "./published.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

it("the datasheet's examples are read and scored", async () => {
  const examples = [...readme.matchAll(/`(\{".+?\})`(?=;|,|\n)/g)].map(([, json]) => json as string);
  const [official = "", stored = "", ...predictions] = examples;
  const gold = await goldItems([file("htm_align.json", official)]);
  expect(gold).toEqual([JSON.parse(stored)]);
  const rows = [];
  for (const prediction of predictions) {
    const { items, problems } = await score([file("p.json", prediction)], [file("items.jsonl", stored)]);
    expect(problems).toEqual([]);
    rows.push(Object.values(items[0]?.statistics ?? {}));
  }
  expect(rows).toEqual([
    [1, 1, 1, 2, 1, 2],
    [1, 1, 1, 2, 1, 2],
    [1, 1, 1, 2, 1, 0],
  ]);
});

it("every quoted figure has its entry, in percent with one decimal", async () => {
  expect(published).toHaveLength(9);
  for (const { id, quoted } of published) {
    const entry = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    expect([entry.evidence.kind, entry.scores], id).toEqual(["published", quoted.scores]);
    for (const { value } of Object.values(quoted.scores)) expect(Number(value?.toFixed(3))).toBe(value);
  }
});
