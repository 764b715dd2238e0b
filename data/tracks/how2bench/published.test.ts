import { readFile } from "node:fs/promises";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { judges, publishedFigures, rows } from "./published.ts";
import { TOPICS } from "./topics.ts";

interface Told {
  readonly benchmark: string;
  readonly setting: string;
  readonly system: string;
  readonly metric: string;
  readonly value: string;
  readonly source: string;
}

const files = await goldenFiles("published");
const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

async function transcript(): Promise<Told[] | string> {
  const source = typeof files === "string" ? undefined : files.get("results.csv");
  if (source === undefined) return typeof files === "string" ? files : "published/results.csv is not at hand";
  const all: Told[] = [];
  for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(value as Told);
  return all;
}

const told = await transcript();

/** Cells of the datasheet's row that begins so. */
function cells(...first: readonly string[]): readonly string[] {
  const all = readme.split("\n").map((line) =>
    line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  return all.find((row) => first.every((cell, i) => row[i] === cell)) ?? [];
}

const COLUMNS = ["How2Score", "avg gen tokens", "conditional reference-step perplexity", "gen/ref length"];

/** A checkpoint's name in the datasheet. */
function checkpoint(setting: string): string {
  const step = setting.replace("pretrain step ", "");
  return /^\d+$/.test(step) ? Number(step).toLocaleString("en") : `${step.replace("train", "").toLowerCase()}-training`;
}

/** The entry that a figure of the paper is of, by its table. */
function idOf({ setting, system, source }: Told): string {
  const id = system.toLowerCase().replaceAll(" ", "-");
  const table = / Table (\d+)$/.exec(source)?.[1];
  if (table === "11") {
    if (setting === "after SFT") return `${id}-after-sft`;
    // Printed under other names too.
    return id === "olmo-3-7b-base" ? "olmo-3-1025-7b-mid-trained" : id;
  }
  if (table === "12") return `${id.split("-inst-")[0]}-inst-after-rl-without-length-reward`;
  if (table === "13") {
    const judge = setting.split(", judge ")[1] as string;
    const by = judge === "How2Judge" ? "" : `-judged-by-${judge.toLowerCase().replaceAll(" ", "-")}`;
    return `${id}-${setting.startsWith("before") ? "before" : "after"}-rl${by}`;
  }
  if (table === "15") {
    const [, only] = / RL (\w+)-only$/.exec(system) ?? [];
    return `qwen3-8b-inst-${system.includes("RL") ? "after" : "before"}-rl${only === undefined ? "" : `-${only}-only`}`;
  }
  return id;
}

describe("every figure that the transcript of the paper has of How2Bench", () => {
  it("is an entry's, or stands in the datasheet", (context) => {
    if (typeof told === "string") return context.skip(told);
    const figures = told.filter(({ benchmark }) => benchmark === "How2Bench");
    expect(figures).toHaveLength(262);
    const missing = figures.filter((figure) => {
      const { setting, system, metric, value, source } = figure;
      if (metric.startsWith("Spearman")) return !readme.includes(value);
      if (/Table (8|16)$/.test(source)) return cells(system, checkpoint(setting))[2 + COLUMNS.indexOf(metric)] !== value;
      if (source.endsWith("Table 12") && (metric !== "How2Score" || system.includes("+")))
        return cells(system)[["How2Score", "avg gen tokens", "gen/ref length"].indexOf(metric) + 1] !== value;
      const row = rows.find(({ id }) => id === idOf(figure));
      const topic = (TOPICS as readonly string[]).indexOf(setting.replace("topic: ", ""));
      return Number(topic === -1 ? row?.score : row?.topics?.split(" ")[topic]) !== Number(value);
    });
    expect(missing).toEqual([]);
  });

  it("and so is what it has of memorisation and of judges", (context) => {
    if (typeof told === "string") return context.skip(told);
    const beside = told.filter(({ benchmark }) => /^How2Bench-style|^How2Score judge/.test(benchmark));
    expect(beside).toHaveLength(22);
    const agreements = judges.flatMap(({ agreement }) => agreement);
    const printed = (value: string): boolean =>
      value.split("-").every((part) => agreements.includes(part) || new RegExp(`(?<![\\d])${part.replace(/^0?\./, "0?\\.")}`).test(readme));
    expect(beside.filter(({ value }) => !printed(value))).toEqual([]);
  });
});

it("mid-trained and post-trained models have the same figure on the board and in the datasheet", () => {
  const trained = rows.filter(({ where, name }) => where.includes("8") && name.includes("trained"));
  expect(trained).toHaveLength(8);
  for (const { name, score } of trained) {
    const [model = "", stage = ""] = name.split(", ");
    expect(cells(model, stage.replace("trained", "training"))[2], name).toBe(score);
  }
});

it("topics average to the printed whole, for their numbers are equal", () => {
  const cut = rows.filter(({ topics }) => topics !== undefined);
  expect(cut).toHaveLength(4);
  for (const { score, topics, name } of cut) {
    const all = topics?.split(" ").map(Number) ?? [];
    expect(all).toHaveLength(TOPICS.length);
    expect(Math.abs(all.reduce((sum, one) => sum + one, 0) / all.length - Number(score)), name).toBeLessThan(0.05);
  }
});

it("ids are file names, each once, and say where the figure stands", () => {
  const ids = publishedFigures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(48);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/);
  for (const { where } of rows) expect(where).toMatch(/^Tables? \d+((, \d+)* and \d+)?$/);
});
