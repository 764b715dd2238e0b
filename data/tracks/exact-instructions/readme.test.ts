import { readFile } from "node:fs/promises";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { CATEGORIES, prompts } from "./prompts.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const cellsOf = (title: string): string[] => {
  const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
  return (row ?? "").split("|").map((cell) => cell.trim());
};

it("the datasheet's examples are read, and score as they should", async () => {
  const [gold = "", ...answers] = [...readme.matchAll(/`(\{"id".+?\})`(?=;|,|\n)/g)].map(([, json]) => json as string);
  expect(await goldItems([file("items.jsonl", gold)])).toEqual([JSON.parse(gold)]);
  const strict = [];
  for (const answer of answers) {
    const { scores } = await score([file("p.jsonl", answer)], [file("items.jsonl", gold)]);
    expect(scores["text-match"]?.value).toBe(1);
    strict.push(scores["text-match-strict"]?.value);
  }
  expect(strict).toEqual([0, 1]);
});

it("the datasheet counts the prompts of each category", () => {
  for (const category of CATEGORIES) {
    expect(cellsOf(category)[2]).toBe(`${prompts.filter((item) => item.category === category).length}`);
  }
});

it("the datasheet's table of baselines is that of their entries", async () => {
  for (const { id, title } of baselines) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const printed = ["text-match", "text-match-strict"].map((metric) => `${inUnit(scores[metric].value, "fraction")} %`);
    expect(cellsOf(title).slice(2, 4), title).toEqual(printed);
  }
});
