import { readFile } from "node:fs/promises";
import type { Scores } from "@stepladder/schema";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { baselines } from "./baselines.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

/** Cells of the table row whose first one is this. */
function row(first: string): string[] {
  const line = readme.split("\n").find((one) => one.startsWith(`| ${first} |`)) ?? "";
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const percent = (scores: Scores, ids: readonly string[], digits: number): string[] =>
  ids.map((id) => (100 * (scores[id]?.value ?? Number.NaN)).toFixed(digits));

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"id".+?\})`/g)].map(([, json]) => json as string);

  it("of gold and of predictions are one video, and the predictions are right", async () => {
    const [stored = "", runs = "", frames = ""] = code;
    expect(code).toHaveLength(3);
    const gold = [file("items.jsonl", stored)];
    expect((await goldItems(gold)).map(({ id }) => id)).toEqual(["gtea/S1_Tea_C1"]);
    for (const prediction of [runs, frames]) {
      const { scores, problems } = await score([file("p.jsonl", prediction)], gold);
      expect(percent(scores, ["f1-at-50", "edit-score", "frame-accuracy"], 0)).toEqual(["100", "100", "100"]);
      expect(problems).toEqual([]);
    }
  });
});

it("the datasheet's table of what fools the metrics is that of the entries", async () => {
  const systems = [...baselines.map(({ id, title }) => [id, title] as const), ["self-action", "Self-Action"] as const];
  for (const [id, title] of systems) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    expect(row(title).slice(1, 5), title).toEqual(percent(scores, ["f1-at-50", "f1-at-10", "edit-score", "frame-accuracy"], 1));
  }
});

it("the datasheet's table of data sets is what scoring them gives", async (context) => {
  const files = await goldenFiles("tas-selfaction");
  if (typeof files === "string") return context.skip(files);
  const below = (folder: string): Source[] => [...files].filter(([name]) => name.startsWith(folder)).map(([, source]) => source);
  for (const [dataset, title] of [
    ["gtea", "GTEA, mean of 4 splits"],
    ["drilling", "drilling, 1 split"],
  ] as const) {
    const { scores, coverage } = await score(below(`results/${dataset}/`), below(`data/${dataset}/`));
    const figures = percent(scores, ["f1-at-10", "f1-at-25", "f1-at-50", "edit-score", "frame-accuracy"], 2);
    expect(row(title).slice(1)).toEqual([String(coverage.scored), ...figures]);
  }
});

it("the datasheet's counts are those of the data", async (context) => {
  const files = await goldenFiles("tas-selfaction");
  if (typeof files === "string") return context.skip(files);
  const items = await goldItems([...files].filter(([name]) => name.startsWith("data/gtea/")).map(([, source]) => source));
  const runs = items.flatMap((item) => item.runs);
  const frames = (own: typeof runs): number => own.reduce((sum, [, count]) => sum + count, 0);
  const actions = runs.filter(([label]) => label !== "background");
  const share = Math.round((100 * frames(runs.filter(([label]) => label === "background"))) / frames(runs));
  expect(readme).toContain(
    `${items.length} videos, ${frames(runs).toLocaleString("en")} frames at 15 per second, ${actions.length} segments of ten actions; ${share} % of the frames are background.`,
  );
  expect(new Set(actions.map(([label]) => label)).size).toBe(10);
});
