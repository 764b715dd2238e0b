import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import parity from "./parity.ts";
import { goldenRecords } from "./parity-cases.ts";
import { judgeSource, judges } from "./published.ts";
import { DATASETS } from "./trajectories.ts";

const files = await goldenFiles(parity.folder);
const FIGURES = [
  ["step-accuracy", "step", "published_StepAcc_pct"],
  ["first-error-accuracy", "first", "published_FirstErrAcc_pct"],
] as const;

it("the figures are those of the transcript of figs/Results.png", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const source = files.get("golden/expected_scores.csv");
  if (source === undefined) return context.skip("golden/expected_scores.csv is not at hand");
  const rows = (await goldenRecords(source)) as Record<string, string>[];
  expect(judges).toHaveLength(20);
  for (const judge of judges) {
    for (const [, own, column] of FIGURES) {
      const told = [...DATASETS, "AVG"].map((dataset) => rows.find((row) => row.model === judge.name && row.dataset === dataset)?.[column]);
      expect(judge[own].split(" ")).toEqual(told);
    }
  }
});

it("the computed figures are the printed ones at the printed digit, but for seven that are known", async () => {
  const different: string[] = [];
  for (const judge of judges.filter(({ file }) => file !== undefined)) {
    const { id } = judgeSource(judge);
    const entry = JSON.parse(await readFile(new URL(`entries/${id}.json`, import.meta.url), "utf8"));
    const computed = [...DATASETS.map((dataset) => entry.slices.dataset[dataset]), entry.scores];
    for (const [metric, own] of FIGURES) {
      for (const [at, printed] of judge[own].split(" ").entries()) {
        if ((computed[at][metric].value * 100).toFixed(1) !== printed)
          different.push(`${judge.name} ${DATASETS[at] ?? "average"} ${metric}`);
      }
    }
  }
  expect(different).toEqual([
    "Kimi-K2.5-Thinking tau2 step-accuracy",
    "Llama-3.3-70B-Instruct gaia_dev step-accuracy",
    "Qwen3-30B-A3B-Thinking-2507 tau2 step-accuracy",
    "Qwen3-4B gaia_dev step-accuracy",
    "Qwen3-4B bfcl step-accuracy",
    "Qwen3-8B-Thinking bfcl step-accuracy",
    "Qwen3-8B-Thinking average step-accuracy",
  ]);
});

it("ids of judges are file names", () => {
  expect(judges.map((judge) => judgeSource(judge).id)).toEqual(
    expect.arrayContaining(["gpt-5.2-thinking-medium", "qwen3-4b", "llama-3.1-8b-instruct"]),
  );
  for (const judge of judges) expect(judgeSource(judge).id).toMatch(/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/);
});
