import { readSource } from "@stepladder/wasm/intake/read.ts";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { rows } from "./published.ts";

const files = await goldenFiles("published");

it("the figures are those that were gathered from their sources", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const source = files.get("results.csv");
  if (source === undefined) return context.skip("results.csv is not at hand");
  const told = (await Array.fromAsync(readSource(source, { problem: () => {} })))
    .flat()
    .map(({ value }) => value as Record<string, string>);
  const own = told.filter(({ benchmark, metric }) => benchmark === "HT-Step" && metric === "R@1");
  expect(own.map(({ system, value }) => [system?.replace(" (Ours)", ""), value])).toEqual(rows.map(({ name, percent }) => [name, percent]));
});
