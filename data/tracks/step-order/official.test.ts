import { readFile } from "node:fs/promises";
import type { OrderItem } from "@stepladder/schema";
import { about } from "@stepladder/wasm/metrics/about.ts";
import type { MetricId } from "@stepladder/wasm/metrics/index.ts";
import { closureOf } from "@stepladder/wasm/metrics/orders/measure.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { outOfOrder, type Subtask } from "./items.ts";
import { goldItems, lines, score } from "./testing.ts";

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
    expect(counts).toEqual([1000, 24, 384, 384]);
    const [sections, graphs, recordings, executions] = [of("section"), of("graph"), of("recognition"), of("mistakes")];
    expect(sections.filter(({ ordered }) => ordered)).toHaveLength(414);
    expect(sections.filter(({ before }) => before !== undefined)).toHaveLength(413);
    const putBack = sections.filter(({ labelled }) => labelled === "put back");
    expect([putBack.length, putBack.filter(({ ordered, released }) => ordered === released).length]).toEqual([799, 404]);
    expect(sections.filter(({ ordered }) => ordered === undefined).map(({ id, labelled }) => [id, labelled])).toEqual([
      ["so:section:0700", "lost"],
    ]);
    expect([total(graphs, ({ steps }) => steps.length), total(graphs, ({ before = [] }) => before.length)]).toEqual([353, 369]);
    expect(total(graphs, ({ executions: seen = [] }) => seen.length)).toBe(194);
    expect(total(recordings, ({ completions = [] }) => completions.length)).toBe(5413);
    expect([total(executions, ({ steps }) => steps.length), total(executions, ({ mistakes = [] }) => mistakes.length)]).toEqual([
      5700, 1964,
    ]);
    expect(new Set(items.map(({ task }) => task)).size).toBe(1018);
    for (const figure of [
      "| 1,000 |",
      "414 of 999",
      "404 of the 799",
      "5,413 steps",
      "5,700 steps, 1,964",
      "369 edges between 353 steps",
      "1,018 clusters",
      "413, since",
    ])
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

  it("are those of who calls sections by labels put back, and of who calls all or none ordered, against labels as released", async () => {
    const sections = of("section");
    const told = async (call: (item: OrderItem) => boolean | undefined): Promise<Record<string, number | undefined>> => {
      const calls = sections.flatMap((item) => (call(item) === undefined ? [] : [{ id: item.id, prediction: call(item) }]));
      const { scores } = await score([lines(...calls)], [lines(...sections)]);
      return Object.fromEntries(Object.entries(scores).map(([id, { value }]) => [id, value]));
    };
    const percent = (value = Number.NaN): string => `${(100 * value).toFixed(1)} %`;
    const [putBack, all, none] = [await told(({ ordered }) => ordered), await told(() => true), await told(() => false)];
    expect([putBack["ordered-accuracy"], putBack["released-label-accuracy"]]).toEqual([1, 604 / 1000]);
    const figures = ["accuracy", "macro-f1", "f1"].map((own) => percent(putBack[`released-label-${own}`]));
    expect(readme).toContain(`an accuracy of ${figures[0]}, a macro F1 of ${figures[1]} and an F1 of ${figures[2]}`);
    const [most, f1] = [percent(none["released-label-accuracy"]), percent(all["released-label-f1"])];
    expect(readme).toContain(`calling none ordered has an accuracy of ${most} and calling all ordered an F1 of ${f1}`);
    const pages = ["accuracy", "macro-f1", "f1"].map((own) => about[`released-label-${own}` as MetricId].fools).join(" ");
    for (const figure of [...figures, most, f1]) expect(pages).toContain(figure);
  });
});
