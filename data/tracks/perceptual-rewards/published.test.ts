import { readSource } from "@stepladder/wasm/intake/read.ts";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { rows } from "./published.ts";

const files = await goldenFiles("published");
const NAMES = ["ordered random steps", "unsupervised steps", "random reward", "learned rewards"] as const;

it("the figures are those of the transcript of the paper's tables", async (context) => {
  const source = typeof files === "string" ? undefined : files.get("results.csv");
  if (source === undefined) return context.skip(typeof files === "string" ? files : "published/results.csv is not at hand");
  const told = new Map<string, string>();
  for await (const batch of readSource(source, { problem: () => {} })) {
    for (const { value } of batch) {
      const { benchmark, setting, system, value: figure } = value as Record<string, string>;
      if (benchmark?.startsWith("Perceptual rewards")) told.set(`${setting} ${system?.replace("rewards", "reward")}`, figure as string);
    }
  }
  expect(told.size).toBe(4 * (2 * 3 + 2 * 4));
  for (const [i, { figures }] of rows.entries()) {
    for (const [setting, row] of Object.entries(figures)) {
      const [activity, steps = ""] = setting.split(", ");
      const printed = row.split(" ");
      const columns = [...printed.slice(0, -1).map((_, step) => `step${step + 1}`), "avg"];
      const key = (column: string): string =>
        `${activity} ${steps.replace(" steps", "")}-step ${column} ${NAMES[i]?.replace("rewards", "reward")}`;
      expect(
        columns.map((column) => told.get(key(column))),
        setting,
      ).toEqual(printed);
    }
  }
});

it("the averages are the means of their steps at the printed digit, but for three", () => {
  const different = rows.flatMap(({ figures }) =>
    Object.entries(figures).flatMap(([setting, row]) => {
      const printed = row.split(" ").map(Number);
      const steps = printed.slice(0, -1);
      const mean = steps.reduce((sum, figure) => sum + figure, 0) / steps.length;
      return Math.abs(mean - (printed.at(-1) as number)) > 0.05 + 1e-9
        ? [`${setting}: ${printed.at(-1)?.toFixed(1)}, mean ${mean.toFixed(1)}`]
        : [];
    }),
  );
  expect(different).toEqual([
    "pouring, 2 steps: 91.6, mean 91.4",
    "pouring, 3 steps: 25.2, mean 25.1",
    "pouring, 3 steps: 40.0, mean 40.1",
  ]);
});
