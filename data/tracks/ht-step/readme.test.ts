import { readFile } from "node:fs/promises";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { plainNumbers } from "../records.ts";
import parity from "./parity.ts";
import { rows } from "./published.ts";
import { file, fixtures, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const cells = (name: string): string[] =>
  (readme.split("\n").find((line) => line.startsWith(`| ${name} |`)) ?? "").split("|").map((cell) => cell.trim());

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"(?:id|results|toastvideo2)".+?\})`/g)].map(([, json]) => json as string);

  it("of gold reads as the fixture's", async () => {
    const [stored = ""] = code;
    const own = await goldItems(await fixtures("gold.jsonl"));
    expect(await goldItems([file("items.jsonl", stored)])).toEqual(own.filter(({ id }) => id === "hts:toastvideo2"));
  });

  it("of predictions find the one segment and the one second of their video", async () => {
    const [, object = "", seconds = "", record = ""] = code;
    expect(code).toHaveLength(4);
    const table = readme.match(/^,video-id.*\n.*/m)?.[0] ?? "";
    const found = async (name: string, text: string) => {
      const { items } = await score([file(name, text)]);
      const { statistics } = items.find(({ id }) => id === "hts:toastvideo2") ?? {};
      return [statistics?.["step-segments-found"], statistics?.["pointing-hits"]];
    };
    expect(await found("p.csv", table)).toEqual([1, 0]);
    expect(await found("p.json", object)).toEqual([1, 0]);
    expect(await found("result.json", seconds)).toEqual([0, 1]);
    expect(await found("p.jsonl", record)).toEqual([1, 1]);
  });
});

it("the datasheet's quoted figures are those of the entries", () => {
  for (const { name, percent } of rows) expect(cells(name)[2], name).toBe(percent);
});

it("the datasheet's numbers of the scorer are its numbers", async (context) => {
  const files = await goldenFiles(parity.folder);
  if (typeof files === "string") return context.skip(files);
  const source = files.get("golden/expected_scores.json");
  if (source === undefined) return context.skip("golden/expected_scores.json is not at hand");
  const [{ value } = { value: {} }] = (await Array.fromAsync(readSource(source, { problem: () => {} }))).flat();
  const expected = plainNumbers(value) as Record<string, { avg_mAP: number; mAP_per_tiou: number[] }>;
  const names = {
    "example predictions": "example_predictions",
    "labels permuted within each video": "labels_permuted_within_video",
    "scores inverted": "scores_inverted",
    "one prediction a video": "top1_per_video",
    "segments cut in half": "halved_segments",
  };
  for (const [name, id] of Object.entries(names)) {
    const { avg_mAP, mAP_per_tiou } = expected[id] ?? { avg_mAP: 0, mAP_per_tiou: [] };
    expect(cells(name).slice(2, -1), name).toEqual([avg_mAP, ...mAP_per_tiou].map((own) => own.toFixed(4)));
  }
  expect(readme).toContain(`(${expected.example_predictions?.avg_mAP} on the made-up annotations, before and after)`);
});
