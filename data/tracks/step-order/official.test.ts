import { readFile } from "node:fs/promises";
import type { OrderItem } from "@stepladder/schema";
import { closureOf } from "@stepladder/wasm/metrics/orders/measure.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { baselines } from "./baselines.ts";
import { outOfOrder, type Subtask } from "./items.ts";
import { file, goldItems, lines, score } from "./testing.ts";

const FOLDERS = ["wikihow-ordering", "task-graphs-dtgl", "captaincook4d"] as const;
const found = await Promise.all(FOLDERS.map(goldenFiles));
const missing = found.find((files) => typeof files === "string");
const readme = await readFile(new URL("README.md", import.meta.url), "utf8");

const WANTED = /ordering_annotations_1000\.csv|gold\/|sequences\/|complete_step_annotations\.json|error_annotations\.csv/;
const sources = found.flatMap((files) => (typeof files === "string" ? [] : [...files.values()])).filter(({ name }) => WANTED.test(name));
const items = missing === undefined ? await goldItems(sources) : [];
const of = (subtask: Subtask): OrderItem[] => items.filter((item) => item.subtask === subtask);
const total = (list: readonly OrderItem[], size: (item: OrderItem) => number): number => list.reduce((sum, item) => sum + size(item), 0);

describe.skipIf(missing !== undefined)("the datasheet's figures of the official files", () => {
  it("are those of its items", () => {
    const counts = (["section", "graph", "recognition", "mistakes"] as const).map((subtask) => of(subtask).length);
    expect(counts).toEqual([999, 24, 384, 384]);
    const [sections, graphs, recordings, executions] = [of("section"), of("graph"), of("recognition"), of("mistakes")];
    expect(sections.filter(({ ordered }) => ordered)).toHaveLength(414);
    expect(sections.filter(({ before }) => before !== undefined)).toHaveLength(413);
    expect(sections.filter(({ labelled }) => labelled === "put back")).toHaveLength(799);
    expect([total(graphs, ({ steps }) => steps.length), total(graphs, ({ before = [] }) => before.length)]).toEqual([353, 369]);
    expect(total(graphs, ({ executions: seen = [] }) => seen.length)).toBe(194);
    expect(total(recordings, ({ completions = [] }) => completions.length)).toBe(5413);
    expect([total(executions, ({ steps }) => steps.length), total(executions, ({ mistakes = [] }) => mistakes.length)]).toEqual([
      5700, 1964,
    ]);
    expect(new Set(items.map(({ task }) => task)).size).toBe(1017);
    for (const figure of ["| 999 |", "5,413 steps", "5,700 steps, 1,964", "369 edges between 353 steps", "1,017 clusters", "413, since"])
      expect(readme).toContain(figure);
  });

  it("are those of the executions beside the graphs, whose mean places are a right order of each task", async () => {
    const contradicting = of("graph").map(({ steps, before = [], executions = [] }) => {
      const closure = closureOf({ steps: steps.length, before: before as [number, number][] });
      const leads = (a: number, b: number): boolean => (((closure[a] as bigint) >> BigInt(b)) & 1n) === 1n;
      return executions.filter((execution) => execution.some((own, i) => execution.slice(0, i).some((earlier) => leads(own, earlier))))
        .length;
    });
    const orders = of("graph").map(({ id, steps, executions = [] }) => {
      const mean = (step: number): number => {
        const seen = executions.filter((execution) => execution.includes(step));
        return seen.reduce((sum, execution) => sum + execution.indexOf(step) / (execution.length - 1), 0) / seen.length;
      };
      return { id, prediction: [...steps.keys()].sort((a, b) => mean(a) - mean(b)) };
    });
    const { scores } = await score([lines(...orders)], [lines(...of("graph"))]);
    expect(scores["order-exact"]?.value).toBe(1);
    const sum = contradicting.reduce((all, count) => all + count, 0);
    expect(readme).toContain(`${sum} of them contradict their graph`);
  });

  it("are those of order errors and steps out of order", () => {
    let [both, annotated, computed] = [0, 0, 0];
    for (const item of of("mistakes")) {
      const early = outOfOrder(item);
      const wrong = (item.mistakes ?? []).filter(({ kinds }) => kinds.includes("order")).map(({ step }) => step);
      both += wrong.filter((step) => early.includes(step)).length;
      annotated += wrong.length;
      computed += early.length;
    }
    expect([both, annotated - both, computed - both]).toEqual([431, 363, 74]);
    for (const figure of ["505 steps; 431", "363 order errors", "74 steps"]) expect(readme).toContain(figure);
  });

  it("labels as released are not of the text beside them, labels put back are", async () => {
    const table = sources.find(({ name }) => name.endsWith("ordering_annotations_1000.csv"));
    const text = await new Response((await table?.stream()) ?? "").text();
    // Without its last row the table is not known, and its labels are taken as they stand.
    const released = await goldItems([file("t.csv", text.slice(0, text.trimEnd().lastIndexOf("\n")))]);
    const firstWords = baselines.find(({ id }) => id === "lead-words");
    const accuracy = async (gold: readonly OrderItem[]): Promise<number> => {
      const predict = firstWords?.fit(gold);
      const { scores } = await score([lines(...gold.map((item) => ({ id: item.id, prediction: predict?.(item) })))], [lines(...gold)]);
      return scores["ordered-accuracy"]?.value ?? Number.NaN;
    };
    expect(released).toHaveLength(999);
    expect(await accuracy(released)).toBeLessThan(0.5);
    expect(await accuracy(of("section"))).toBeGreaterThan(0.79);
  });
});
