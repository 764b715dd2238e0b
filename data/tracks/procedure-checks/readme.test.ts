import { readFile } from "node:fs/promises";
import { KINDS } from "@stepladder/wasm/metrics/checks/measure.ts";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { lines, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

describe("the datasheet", () => {
  it.each(baselines.map(({ id, title }) => [id, title]))("has the rates of %s as its entry has them", async (id, title) => {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const rates = ["checks-procedure-strict", "checks-procedure-loose", "checks-strict", "checks-loose"];
    expect(readme).toContain(`| ${title} | ${rates.map((rate) => inUnit(scores[rate].value, "fraction")).join(" | ")} |`);
  });

  it("tells every kind of constraint, and no other", () => {
    const told = [...readme.matchAll(/^\| `([a-z-]+)` \|.*\|.*\|$/gm)].map(([, kind]) => kind);
    expect(told.filter((kind) => kind !== undefined && !["easy", "medium", "hard"].includes(kind))).toEqual(KINDS);
  });

  it("shows predictions that can be read", async () => {
    const examples = [...readme.matchAll(/`(\{"id": [^`]+\})`/g)].map(([, json = ""]) => JSON.parse(json) as { id: string });
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      const { problems, coverage } = await score([lines({ ...example, id: "pc-try-00000" })]);
      expect(problems.map(({ kind }) => kind)).toEqual(["missing-prediction"]);
      expect(coverage.scored).toBe(1);
    }
  });
});
