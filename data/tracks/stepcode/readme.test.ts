import { readFile } from "node:fs/promises";
import { TRACE_KINDS } from "@stepladder/schema";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { defaultRelease, generateItems, releases, splits } from "./generate.ts";
import { file, goldItems, score } from "./testing.ts";
import track from "./track.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const items = [...generateItems(releases[defaultRelease])];
const cellsOf = (title: string): string[] => {
  const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
  return (row ?? "").split("|").map((cell) => cell.trim());
};

it("the datasheet's examples are read, and score in full", async () => {
  const [gold = "", ...answers] = [...readme.matchAll(/`(\{"id".+?\})`(?=;|,|\n)/g)].map(([, json]) => json as string);
  expect(await goldItems([file("items.jsonl", gold)])).toEqual([JSON.parse(gold)]);
  expect(answers).toHaveLength(2);
  for (const answer of answers) {
    const { scores } = await score([file("p.jsonl", answer)], [file("items.jsonl", gold)]);
    expect(scores["text-match"]?.value).toBe(1);
  }
});

it("the datasheet's table of splits is that of the release", () => {
  for (const { id, least, most, functions } of splits) {
    const lengths = items.filter(({ split, kind }) => split === id && kind === "steps").map(({ length }) => length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(cellsOf(id).slice(2, 6)).toEqual([`${least} to ${most}`, mean.toFixed(1), String(functions), String(lengths.length)]);
  }
});

it("the datasheet tells how common the most common answer of each kind is", () => {
  for (const kind of TRACE_KINDS) {
    const counts = new Map<string, number>();
    const own = items.filter((item) => item.kind === kind);
    for (const { expected } of own) counts.set(expected, (counts.get(expected) ?? 0) + 1);
    expect(cellsOf(kind)[4], kind).toBe(`${inUnit(Math.max(...counts.values()) / own.length, "fraction")} %`);
  }
});

it("the datasheet's table of baselines is that of their entries", async () => {
  for (const { id, title } of baselines) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const printed = track.metrics.map((metric) => `${inUnit(scores[metric].value, "fraction")} %`);
    expect(cellsOf(title).slice(2, 5), title).toEqual(printed);
  }
});
