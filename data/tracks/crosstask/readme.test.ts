import { readFile } from "node:fs/promises";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { publishedSource, rows } from "./published.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

describe("the datasheet's examples", async () => {
  const examples = [...readme.matchAll(/`(\{".+?\})`(?=;|,|\n)/g)].map(([, json]) => json as string);
  const [gold = "", ...predictions] = examples;

  it("of gold is read, and of predictions are scored against it", async () => {
    expect(await goldItems([file("items.jsonl", gold)])).toEqual([JSON.parse(gold)]);
    const hits = [];
    for (const prediction of predictions) {
      const { items, problems } = await score([file("p.json", prediction)], [file("items.jsonl", gold)]);
      expect(problems).toEqual([]);
      hits.push(items[0]?.statistics["pointing-hits"]);
    }
    expect(hits).toEqual([1, 1, 1]);
  });
});

it("the datasheet's table of baselines is that of their entries", async () => {
  for (const { id, title } of baselines) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
    const [, , average, recall] = (row ?? "").split("|").map((cell) => cell.trim());
    const printed = (value: number | undefined): string => (value === undefined ? "-" : `${inUnit(value, "fraction")} %`);
    expect([average, recall], title).toEqual([printed(scores["average-recall"].value), printed(scores["pointing-recall"].value)]);
  }
});

it("the datasheet quotes what the entries quote", () => {
  for (const row of rows) {
    expect(readme).toContain(`${row.percent} % (${row.name})`);
    expect(publishedSource(row).quoted.scores).toEqual({ "average-recall": { value: Number((Number(row.percent) / 100).toFixed(3)) } });
  }
});
