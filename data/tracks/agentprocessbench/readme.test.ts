import { readFile } from "node:fs/promises";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { officialInt } from "./labels.ts";
import { file, goldItems, score } from "./testing.ts";

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");
const readme = await read("README.md");

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"(?:total_index|dataset|id)".+?\})`/g)].map(([, json]) => json as string);
  const [row = "", imported = "", official = "", own = ""] = code;

  it("of gold read as the same item", async () => {
    expect(code).toHaveLength(4);
    expect(await goldItems([file("hotpotqa_final.jsonl", row)])).toEqual([JSON.parse(imported)]);
    expect(await goldItems([file("items.jsonl", imported)])).toEqual([JSON.parse(imported)]);
  });

  it("of predictions score full marks against it", async () => {
    for (const json of [official, own]) {
      const { scores } = await score([file("p.jsonl", json)], [file("g.jsonl", row)]);
      expect(scores["exact-match"]?.value, json).toBe(1);
    }
  });

  it("of labels are read as it says", () => {
    for (const [json, label] of [
      ["1", 1],
      ["1.0", 1],
      ["true", 1],
      ['"1"', 1],
      ['" -1 "', -1],
    ] as const) {
      expect(readme).toContain(`\`${json}\``);
      expect(officialInt(parseJson(json), "label"), json).toBe(label);
    }
    for (const json of ["null", "1.5", '"+1"', '"1.0"']) {
      expect(readme).toContain(`\`${json}\``);
      expect(officialInt(parseJson(json), "label"), json).toBeUndefined();
    }
    for (const json of ['"--1"', '"²"']) {
      expect(readme).toContain(`\`${json}\``);
      expect(() => officialInt(parseJson(json), "label"), json).toThrow("expected a whole number");
    }
  });
});

it("the datasheet's baselines have the scores of their entries", async () => {
  for (const { id, title } of baselines) {
    const { scores } = JSON.parse(await read(`entries/${id}.json`));
    const percent = (metric: string) => `${Number((scores[metric].value * 100).toFixed(1))} %`;
    const cells = new RegExp(`^\\| ${title} +\\| (.+?) +\\| (.+?) +\\| (.+?) +\\|$`, "m").exec(readme)?.slice(1);
    expect(cells, title).toEqual(["step-accuracy", "first-error-accuracy", "exact-match"].map(percent));
  }
});
