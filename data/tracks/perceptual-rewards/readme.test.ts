import { readFile } from "node:fs/promises";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { split } from "@stepladder/wasm/metrics/frames/split.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { diagnoses } from "./diagnoses.ts";
import { generateItems, release } from "./generate.ts";
import { rows } from "./published.ts";
import { file, goldItems, lines, score } from "./testing.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const kernels = await loadKernels();

describe("the datasheet's examples", () => {
  const [gold = "", ...predictions] = [...readme.matchAll(/`(\{"id": "pr-try-00000".+?\})`/g)].map(([, json]) => json as string);

  it("of gold are read", async () => {
    const [item] = await goldItems([file("items.jsonl", gold)]);
    expect(item).toMatchObject({ frames: 6, cuts: [2] });
  });

  it("of predictions are read without a problem, and are right but for one frame of one step", async () => {
    expect(predictions).toHaveLength(6);
    for (const json of predictions) {
      const { scores, problems } = await score([file("p.jsonl", json)], [file("items.jsonl", gold)]);
      const asked = json.includes("rewards") ? "reward-jaccard" : "step-jaccard";
      expect(scores[asked]?.value, json).toBe(json.includes("labels") ? (1 + 3 / 4) / 2 : 1);
      expect(problems).toEqual([]);
    }
  });
});

describe("the datasheet's figures", () => {
  it.each(baselines.map(({ id, title }) => [id, title] as const))("of %s are those of its entry", async (id, title) => {
    const { scores } = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const told = ["step-jaccard", "reward-jaccard"].map((metric) =>
      scores[metric].value === undefined ? "-" : `${inUnit(scores[metric].value, "fraction")} %`,
    );
    expect(readme).toContain(`| ${title} | ${told.join(" | ")} |`);
  });

  it("of the paper are those of its entries", () => {
    for (const { name, figures } of rows) {
      const averages = Object.values(figures).map((row) => row.split(" ").at(-1));
      expect(readme).toContain(`| ${name.replace(" (paper)", "")} | ${averages.join(" | ")} |`);
    }
  });

  it("of Algorithm 1 with other least sizes are what it has", async () => {
    const items = [...generateItems(release)];
    const withLeast = async (part: number) => {
      const records = items.map(({ id, frames, cuts, features = [] }) => ({
        id,
        prediction: split(kernels, features, cuts.length + 1, Math.max(2, Math.floor(frames / part)))?.cuts,
      }));
      const { scores } = await score([lines(...records)], [lines(...items)]);
      return `${inUnit(scores["step-jaccard"]?.value ?? 0, "fraction")} %`;
    };
    const [twentieth, tenth, sixth] = [await withLeast(20), await withLeast(10), await withLeast(6)];
    expect(readme).toContain(`${twentieth} with a twentieth of the frames as the least size`);
    expect(readme).toContain(`${tenth} with a tenth (the baseline), ${sixth} with a sixth`);
  });
});

it("the datasheet's list of mistakes has all that are diagnosed", () => {
  const [, told = ""] = /Mistakes that are named, with the score without them: (.+)\./.exec(readme) ?? [];
  expect(told.split(/, or |, | or /)).toHaveLength(diagnoses.length);
});
