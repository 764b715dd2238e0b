import { readFile } from "node:fs/promises";
import { Entry } from "@stepladder/schema";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { describe, expect, it } from "vitest";
import { modelSource, nameOf } from "./published.ts";
import { current, releases } from "./releases.ts";
import { file, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const entry = async (id: string): Promise<Entry> =>
  Entry.parse(JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8")));

describe("the datasheet's examples", () => {
  const [gold = "", row = "", record = "", ...more] = [...readme.matchAll(/`(\{"(?:id|model)".+?\})`/g)].map(([, json]) => json as string);

  it("of gold reads as the item it shows", async () => {
    expect(more).toEqual([]);
    expect(await goldItems([file("g.jsonl", gold)])).toEqual([JSON.parse(gold)]);
  });

  it("of predictions are scored", async () => {
    const severity = async (json: string) => (await score([file("p.jsonl", json)], [file("g.jsonl", gold)])).scores["mean-severity"]?.value;
    expect([await severity(row), await severity(record)]).toEqual([4, 3.5]);
  });
});

it("the datasheet's table of systems is that of their entries", async () => {
  const metrics = ["misalignment-rate", "misalignment-by-all", "misalignment-by-any", "knowing-misalignment"];
  const rows = [...readme.matchAll(/^\| ([^|]+) \| ([\d.]+) % \|(.+)\|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(["Claude-Opus-4.7", "Llama-4-Maverick", "GPT-5.5", "Grok-4.20"]);
  for (const [line, name] of rows) {
    const model = current.models.find((one) => nameOf(one) === name) as string;
    const { scores } = await entry(model);
    const cells = metrics.map((id) => (scores[id]?.value === undefined ? "none" : `${inUnit(scores[id].value, "fraction")} %`));
    expect(line).toBe(`| ${[name, ...cells].join(" | ")} |`);
  }
});

it("the datasheet's figures of one model in several sets are those of their entries", async () => {
  const rate = async (id: string) => inUnit((await entry(id)).scores["misalignment-rate"]?.value ?? Number.NaN, "fraction");
  const of = (ids: readonly string[]) => Promise.all(ids.map(rate));
  const [december, april, may] = await of([
    "2025-12-gemini-3-pro-preview",
    "2026-04-previous-gemini-3-pro-preview",
    "2026-05-previous-gemini-3-pro-preview",
  ]);
  expect(readme).toContain(`has ${december} % (December 2025), ${april} % (April 2026) and ${may} % (May 2026)`);
  const llama = await of(["2025-12-llama-4-maverick", "2026-04-llama-4-maverick", "llama-4-maverick"]);
  expect(readme).toContain(`Llama-4-Maverick ${llama[0]} %, ${llama[1]} % and ${llama[2]} %`);
});

it("every model of every set has its entry, on the items of its set", async () => {
  const items = new Map<string, Set<string>>();
  for (const release of releases) {
    for (const model of release.models) {
      const { evidence, system, quoted } = await entry(modelSource(release, model).id);
      expect(evidence.kind).toBe("recomputed");
      const hash = evidence.kind === "recomputed" ? evidence.items : "";
      items.set(release.id, new Set([...(items.get(release.id) ?? []), hash]));
      expect(system.name.startsWith(nameOf(model))).toBe(true);
      expect(quoted !== undefined).toBe(release.id.startsWith("2026-05"));
    }
  }
  expect([...items.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set([...items.values()].flatMap((own) => [...own])).size).toBe(releases.length);
});
