import { ExactItem } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { owns } from "./formats.ts";
import { CATEGORIES, prompts } from "./prompts.ts";

/** Lines of a prompt from the second on, without the last, which asks for nothing else. */
const material = (prompt: string): string[] => prompt.split("\n").slice(1, -1);
const line = (prompt: string): string => material(prompt)[0] as string;

/** What is right, worked out from what the prompt gives. */
const derived: Readonly<Record<string, (prompt: string) => string>> = {
  "copy-line": line,
  "copy-third": (prompt) => material(prompt)[2] as string,
  "copy-times": () => Array(5).fill("step").join(","),
  "copy-signs": () => [0x5b, 0x7b, 0x3a, 0x7d, 0x5d].map((code) => String.fromCharCode(code)).join(""),
  "edit-reverse": (prompt) => [...(/the word (\w+) backwards/.exec(prompt)?.[1] ?? "")].reverse().join(""),
  "edit-capitals": (prompt) => line(prompt).toUpperCase(),
  "edit-vowels": (prompt) => line(prompt).replace(/[aeiou]/g, ""),
  "edit-replace": (prompt) => line(prompt).replaceAll("a", "4").replaceAll("e", "3"),
  "format-json": () => JSON.stringify({ name: "ladder", rungs: 7 }),
  "format-csv": () =>
    [
      ["step", "minutes"],
      ["whisk", 3],
      ["bake", 25],
    ]
      .map((row) => row.join(","))
      .join("\n"),
  "format-list": () => ["rinse", "slice", "salt"].map((word, i) => `${i + 1}. ${word}`).join("\n"),
  "format-date": () => new Date(Date.UTC(2021, 2, 7)).toISOString().slice(0, 10),
  "compute-sum": () => `${Array.from({ length: 20 }, (_, i) => i + 1).reduce((sum, number) => sum + number)}`,
  "compute-sort": (prompt) =>
    line(prompt)
      .split(", ")
      .map(Number)
      .sort((a, b) => b - a)
      .join(", "),
  "compute-series": () => {
    const series = [1, 1];
    while (series.length < 8) series.push((series.at(-1) as number) + (series.at(-2) as number));
    return series.join(" ");
  },
  "compute-binary": () => (45).toString(2),
  "procedure-backwards": (prompt) => material(prompt).reverse().join("\n"),
  "procedure-order": (prompt) => {
    const needs = [...prompt.matchAll(/(\w) can be done (?:after (\w)|at once)/g)].map(([, step, before]) => ({ step, before }));
    const orders = permutations(needs).filter((order) =>
      order.every(({ before }, i) => before === undefined || order.slice(0, i).some(({ step }) => step === before)),
    );
    expect(orders).toHaveLength(1);
    return (orders[0] ?? []).map(({ step }) => step).join("");
  },
  "procedure-states": () => {
    const doubled = 5 * 2;
    const more = doubled + 3;
    return [doubled, more, more % 2 === 1 ? more - 1 : more + 1].join();
  },
  "procedure-filter": (prompt) =>
    material(prompt)
      .filter((step) => step.split(" ").includes("water"))
      .join("\n"),
};

function permutations<T>(list: readonly T[]): T[][] {
  return list.length === 0 ? [[]] : list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

describe("the prompts", () => {
  it("are twenty, four of each category, each with an id of its own", () => {
    expect(prompts.map(({ category }) => category)).toEqual(CATEGORIES.flatMap((category) => Array(4).fill(category)));
    expect(new Set(prompts.map(({ id }) => id)).size).toBe(20);
    for (const item of prompts) expect([ExactItem.safeParse(item).success, owns(item.id)]).toEqual([true, true]);
  });

  it.each(prompts.map((item) => [item.id, item] as const))("%s expects what code works out of it", (id, { prompt, expected }) => {
    expect(expected).toBe(derived[id.replace("exact:", "")]?.(prompt));
  });

  it("expect no whitespace at the ends, and no two of them the same", () => {
    for (const { expected } of prompts) expect(expected).toBe(expected.trim());
    expect(new Set(prompts.map(({ expected }) => expected)).size).toBe(20);
  });
});
