import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { extractSteps } from "./steps.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"(?:source_example_id|id)".+?\})`/g)].map(([, json]) => json as string);
  const [row = "", imported = "", judgment = "", generation = "", record = ""] = code;

  it("of gold are the same item", async () => {
    expect(code).toHaveLength(5);
    expect(await goldItems([file("rows.jsonl", row)])).toEqual([JSON.parse(imported)]);
    expect(await goldItems([file("items.jsonl", imported)])).toEqual([JSON.parse(imported)]);
  });

  it("of predictions are scored as they say", async () => {
    const how2score = async (json: string) => (await score([file("p.jsonl", json)], [file("g.jsonl", row)])).scores;
    expect((await how2score(judgment)).how2score?.value).toBe(1);
    expect((await how2score(record)).how2score?.value).toBe(0);
    const drawn = await how2score(generation);
    expect([drawn.how2score?.value, drawn["step-count-mismatch"]?.value]).toEqual([undefined, 0]);
  });

  it("of steps drawn from text are drawn so", () => {
    for (const [, text, steps] of readme.matchAll(/`([^`]+)` becomes `([^`]+)`/g))
      expect(extractSteps(text as string).steps).toEqual([steps]);
    expect(extractSteps("**1.** Mix").steps).toEqual(["**1.** Mix"]);
  });
});
