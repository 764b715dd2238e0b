import { readFile } from "node:fs/promises";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

describe("the datasheet's examples", () => {
  it("of gold are read as the same case, and the prediction is right", async () => {
    const [official = "", stored = "", prediction = ""] = [...readme.matchAll(/`(\[?\{"id".+?\}\]?)`(?=;|,|\n)/g)].map(
      ([, json]) => json as string,
    );
    const items = await goldItems([file("list.json", official)]);
    expect(items).toEqual([JSON.parse(stored)]);
    const { scores } = await score([file("p.jsonl", prediction)], [file("items.jsonl", stored)]);
    expect(scores["plan-success"]?.value).toBe(1);
  });
});

it("the datasheet's table of systems is that of their entries", async () => {
  const systems = [...baselines.map(({ id, title }) => [id, title] as const), ["kepp-path-1", "KEPP, first path"] as const];
  for (const [id, title] of systems) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
    const [, , ...cells] = (row ?? "").split("|").map((cell) => cell.trim());
    const printed = ["plan-success", "plan-accuracy", "plan-iou"].map((metric) => `${inUnit(scores[metric].value, "fraction")} %`);
    expect(cells.slice(0, 3), title).toEqual(printed);
  }
});
