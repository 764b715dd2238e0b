import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { file, goldItems, score } from "./testing.ts";

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");
const readme = await read("README.md");

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"idx?":.+?\})`/g)].map(([, json]) => json as string);
  const [row = "", imported = "", ...predictions] = code;

  it("of gold read as the same item", async () => {
    expect(await goldItems([file("rows.json", row)])).toEqual([JSON.parse(imported)]);
    expect(await goldItems([file("items.jsonl", imported)])).toEqual([JSON.parse(imported)]);
  });

  it("of predictions are all right", async () => {
    expect(predictions).toHaveLength(3);
    for (const json of predictions) {
      const { scores } = await score([file("p.jsonl", json)], [file("g.jsonl", imported)]);
      expect(scores["prm-score"]?.value, json).toBe(1);
    }
  });
});

it("the datasheet's baselines have the scores of their entries", async () => {
  for (const { id, title } of baselines) {
    const { scores } = JSON.parse(await read(`entries/${id}.json`));
    const percent = (metric: string) => `${Number((scores[metric].value * 100).toFixed(1))} %`;
    const [, ...cells] =
      new RegExp(`^\\| ${title} +\\| (.+) \\|$`, "m")
        .exec(readme)?.[0]
        .split("|")
        .map((cell) => cell.trim()) ?? [];
    expect(cells.slice(1, -1), title).toEqual(["prm-score", "validity-f1", "validity-negative-f1", "macro-f1"].map(percent));
  }
});
