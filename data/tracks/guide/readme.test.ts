import { readFile } from "node:fs/promises";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { metrics } from "@stepladder/wasm/metrics/index.ts";
import { describe, expect, it } from "vitest";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/`(\{"[^`]+\})`/g)].map(([, json]) => json as string);

describe("the datasheet's examples", () => {
  const [record = "", line = "", ...predictions] = examples;
  const gold = [file("records.jsonl", record)];

  it("of gold give the same item", async () => {
    expect((await goldItems(gold))[0]).toEqual((await goldItems([file("items.jsonl", line)]))[0]);
  });

  it("of predictions are read without a problem", async () => {
    expect(predictions).toHaveLength(5);
    for (const json of predictions) {
      const { coverage, problems } = await score([file("p.jsonl", json)], gold);
      expect(coverage.scored, json).toBe(1);
      expect(problems.map(({ kind }) => kind)).toEqual(["missing-prediction"]);
    }
  });
});

describe("the datasheet's figures", () => {
  const rows = {
    "whole-video": "The goal for the whole video",
    "copy-guideline": "Copied guideline",
    "most-frequent": "Most frequent caption",
  };
  const columns = ["cider-d", "meteor-exact-stem", "localisation-f1", "guideline-cider-d", "guided-cider-d"] as const;

  it.each(Object.entries(rows))("of %s are those of its entry", async (id, title) => {
    const { scores, coverage } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const told = columns.map((metric) => {
      const { unit } = metrics[metric];
      return `${inUnit(scores[metric].value, unit)}${unit === "fraction" ? " %" : ""}`;
    });
    expect(readme).toContain(`| ${title} | ${told.join(" | ")} |`);
    for (const metric of ["bleu-4", "guideline-bleu-4", "guided-bleu-4"]) expect(scores[metric].value).toBe(0);
    expect(coverage).toEqual({ items: 21, scored: 21, unscored: {} });
    if (id === "most-frequent") expect(inUnit(scores["localisation-recall"].value, "fraction")).toBe("64.0");
  });
});
