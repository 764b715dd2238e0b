import { readFile } from "node:fs/promises";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { metrics } from "@stepladder/wasm/metrics/index.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, goldItems, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const entry = async (id: string) => JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));

describe("the datasheet's examples", () => {
  it("of gold give the same item", async () => {
    const [output = "", library = ""] = [...readme.matchAll(/(?:Output|library): `(\[.+?\])`/g)].map(([, json]) => json as string);
    const short = /`(\[\{"task_index".+?\])`/.exec(readme)?.[1] as string;
    const own = /`(\{"id": .+?"subtask".+?\})`/.exec(readme)?.[1] as string;
    const released = [file("a_output_sequences.json", output), file("a_reference_step_libraries.json", library)];
    const [item] = await goldItems([file("items.jsonl", own)]);
    expect(await goldItems(released)).toContainEqual(item);
    expect((await goldItems([file("paths.json", short)])).map(({ id }) => id)).toEqual([
      "gs:t00:complete:0",
      "gs:t00:complete:1",
      "gs:t00:graph",
    ]);
  });

  it("of predictions are read without a problem", async () => {
    const examples = [...readme.matchAll(/`(\{"id": "gs:.+?\})`/g)]
      .map(([, json]) => json as string)
      .filter((json) => !json.includes("subtask"));
    expect(examples).toHaveLength(6);
    for (const json of [...examples, /`(\{"Make Tea".+?\})`/.exec(readme)?.[1] as string]) {
      const name = json.includes("Make Tea") ? "graphs.json" : "p.jsonl";
      const { coverage, problems } = await score([file(name, json)]);
      expect(coverage.scored, json).toBe(1);
      expect(problems.map(({ kind }) => kind)).toEqual(["missing-prediction"]);
      expect(parseJson(json)).toBeDefined();
    }
    expect((await fixtures("official")).length).toBe(3);
  });

  it("of TREC's files are read, as gold and as predictions", async () => {
    const [judged = "", ranked = ""] = [...readme.matchAll(/`(gs:\S+ (?:Q0|0) [^`]+)`/g)].map(([, line]) => line as string);
    const { coverage, problems } = await score([file("x", `${ranked}\n`)], [file("y", `${judged}\n`)]);
    expect([coverage.scored, problems]).toEqual([1, []]);
  });
});

describe("the datasheet's figures", () => {
  const rows = { "nearest-path": "Nearest path", "first-order-markov": "First-order Markov", "linear-order": "Library order" };
  const columns = ["f1-at-3", "accuracy-at-1", "completion-accuracy", "completion-edit-distance", "script-edge-f1-at-10"] as const;

  it.each(Object.entries(rows))("of %s are those of its entry", async (id, title) => {
    const { scores, coverage } = await entry(id);
    const told = columns.map((metric) => {
      const { unit } = metrics[metric];
      return `${inUnit(scores[metric].value, unit)}${unit === "fraction" ? " %" : ""}`;
    });
    expect(readme).toContain(`| ${title} | ${told.join(" | ")} |`);
    expect(coverage).toEqual({ items: 769 + 3093 + 17, scored: 769 + 3093 + 17, unscored: {} });
  });

  it("of the released graphs are those of their entry", async () => {
    const { scores, coverage } = await entry("released-graphs");
    const { value } = scores["script-edge-f1-at-10"];
    expect(coverage.scored).toBe(7);
    expect(readme).toContain(`| Released sample graphs | - | - | - | - | ${inUnit(value, "fraction")} % |`);
    expect(readme).toContain(`${inUnit((value * 17) / 7, "fraction")} % edge F1 over 10 % on average`);
    expect(scores["f1-at-3"].reason).toBe("no next step was predicted");
  });
});
