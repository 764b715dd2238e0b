import { readFile } from "node:fs/promises";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { metrics } from "@stepladder/wasm/metrics/index.ts";
import { describe, expect, it } from "vitest";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const ENTRIES = ["dtgl-llm-order", "lead-words", "alphabetical", "as-listed", "graph-check", "late-completions", "true-completions"];
const COLUMNS = [
  "order-pairs",
  "order-tau",
  "order-moves",
  "called-order-pairs",
  "released-label-accuracy",
  "ordered-accuracy",
  "psr-pos",
  "psr-f1",
  "recognised-f1",
  "mistake-f1",
  "mistake-macro-f1",
] as const;

describe("the datasheet's examples", () => {
  const examples = [...readme.matchAll(/`(\{"id": "so:.+?\})`/g)].map(([, json]) => json as string);
  const [gold = "", ...predictions] = examples;

  it("of gold is read", async () => {
    expect(await goldItems([file("items.jsonl", gold)])).toEqual([JSON.parse(gold)]);
  });

  it("of predictions are read without a problem", async () => {
    expect(predictions).toHaveLength(5);
    for (const json of predictions) {
      const { coverage, problems } = await score([file("p.jsonl", json)]);
      expect([coverage.scored, problems.map(({ kind }) => kind)], json).toEqual([1, ["missing-prediction"]]);
    }
  });
});

it.each(ENTRIES)("the datasheet's figures of %s are those of its entry", async (id) => {
  const { system, scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
  const told = COLUMNS.map((metric) => {
    const { value } = scores[metric];
    const { unit } = metrics[metric];
    return value === undefined ? "-" : `${inUnit(value, unit)}${unit === "fraction" ? " %" : ""}`;
  });
  expect(readme).toContain(`| ${system.name} | ${told.join(" | ")} |`);
});
