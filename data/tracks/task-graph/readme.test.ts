import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"(?:steps|id)".+?\})`(?=;|,|\n)/g)].map(([, json]) => json as string);

  it("of gold read as the same task, and the prediction is right", async () => {
    const [official = "", stored = "", prediction = ""] = code;
    expect(code).toHaveLength(3);
    const [item] = await goldItems([file("tea.json", official)]);
    const [{ executions, ...same } = {}] = await goldItems([file("items.jsonl", stored)]);
    expect([item, executions]).toEqual([same, [["1"]]]);
    const { scores } = await score([file("p.jsonl", prediction)], [file("tea.json", official)]);
    expect(scores["edge-f1"]?.value).toBe(1);
  });
});

it("the datasheet's table of baselines is that of their entries", async () => {
  const systems = [...baselines.map(({ id, title }) => [id, title] as const), ["dtgl-llm", "LLM baseline of DTGL"] as const];
  for (const [id, title] of systems) {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const row = readme.split("\n").find((line) => line.startsWith(`| ${title} |`));
    const [, , f1, order] = (row ?? "").split("|").map((cell) => cell.trim());
    const printed = (value: number | undefined): string => value?.toFixed(3) ?? "none";
    expect([f1, order], title).toEqual([printed(scores["edge-f1"].value), printed(scores["order-consistency"].value)]);
  }
});
