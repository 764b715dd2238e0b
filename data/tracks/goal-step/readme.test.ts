import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { published } from "./published.ts";
import { file, fixtures, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/`(\{"(?:id|version|results)".+?\})`/g)].map(([, json]) => json as string);

describe("the datasheet's examples", () => {
  const [query = "", video = "", ...predictions] = examples;

  it("of gold are items", async () => {
    const [first, second] = await goldItems([file("g.jsonl", `${query}\n${video}\n`)]);
    expect(first).toEqual((await goldItems(await fixtures("gold.jsonl")))[3]);
    expect(second).toMatchObject({ subtask: "detection", segments: [{ segment: [30, 50] }] });
  });

  it("of predictions are read without a problem", async () => {
    expect(predictions).toHaveLength(4);
    for (const [i, example] of predictions.entries()) {
      const { items, problems } = await score([file(`p${i}.json`, example)]);
      expect(
        problems.map(({ kind }) => kind),
        example,
      ).toEqual(["missing-prediction"]);
      const statistics = items[i < 2 ? 3 : 8]?.statistics;
      expect(statistics, example).toMatchObject(i < 2 ? { "grounding-r1-at-50": 1 } : { "step-segments-found": 1 });
    }
  });
});

const COLUMNS = ["grounding-r1-at-30", "grounding-r5-at-30", "grounding-own-r1-at-30", "grounding-own-r5-at-30", "detection-map"];

it("the datasheet's table is that of the entries", async () => {
  const systems = [...baselines, ...published.map(({ id, system }) => ({ id, title: system.name }))];
  for (const { id, title } of systems) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
    const cells = (row ?? "").split("|").map((cell) => cell.trim());
    const printed = COLUMNS.map((metric, i) => {
      const value: number | undefined = scores[metric]?.value;
      return value === undefined ? "-" : `${(value * 100).toFixed(i === 4 ? 3 : 1)} %`;
    });
    expect(cells.slice(2, 7), title).toEqual(printed);
  }
});
