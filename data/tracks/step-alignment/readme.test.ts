import { readFile } from "node:fs/promises";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { publishedSource, rows } from "./published.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

it("the datasheet's example of gold is read, and that of a prediction is right", async () => {
  const [gold = "", prediction = ""] = [...readme.matchAll(/`(\{"id".+?\})`(?=;|,|\n)/g)].map(([, json]) => json as string);
  expect(await goldItems([file("items.jsonl", gold)])).toEqual([JSON.parse(gold)]);
  const { scores } = await score([file("p.jsonl", prediction)], [file("items.jsonl", gold)]);
  expect([scores["pooled-edge-f1"]?.value, scores["plan-accuracy"]?.value]).toEqual([1, 1]);
});

it("the datasheet's table of baselines is that of their entries", async () => {
  for (const { id, title } of baselines) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
    const [, , ...cells] = (row ?? "").split("|").map((cell) => cell.trim());
    const printed = (value: number | undefined): string => (value === undefined ? "none" : `${inUnit(value, "fraction")} %`);
    const metrics = ["pooled-edge-f1", "pooled-edge-precision", "pooled-edge-recall", "plan-accuracy"];
    expect(cells.slice(0, 4), title).toEqual(metrics.map((metric) => printed(scores[metric].value)));
  }
});

it("the datasheet quotes what the entries quote", () => {
  for (const row of rows) {
    expect(readme).toContain(`${row.percent} % (${row.name})`);
    expect(publishedSource(row).quoted.scores).toEqual({ "plan-accuracy": { value: Number((Number(row.percent) / 100).toFixed(3)) } });
  }
});
