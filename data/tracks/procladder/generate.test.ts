import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { StatesItem } from "@stepladder/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultRelease, generateItems, itemLines, releases, splits } from "./generate.ts";
import { tasks } from "./tasks/index.ts";

/** Of items.jsonl. A published set may not change: a new hash here means a new release, not a new line. */
const RELEASE_SHA256 = "6667566cb331643c4040cc9ddff5579929edd88d14edd380db10c329abbdce9b";
/** Of release 2026-11, before there were other types than straight ones. */
const STRAIGHT_SHA256 = "a0be8fec88315b95a8887fd1f6e586bfb17b2b9eaa6f726d2954d1e7a27f1bfc";

function counts(keys: string[]): number[] {
  const count = new Map<string, number>();
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  return [...count.values()];
}

test("the bytes of the default release never change", () => {
  const hash = createHash("sha256");
  for (const line of itemLines(releases[defaultRelease])) hash.update(line);
  expect(hash.digest("hex")).toBe(RELEASE_SHA256);
});

test("the straight items of a seed are those of the release that had no others", () => {
  const hash = createHash("sha256");
  for (const line of [...itemLines({ items: 2700, seed: 1 })].slice(0, 1800)) hash.update(line);
  expect(hash.digest("hex")).toBe(STRAIGHT_SHA256);
});

test("a smaller set of a seed is a subset of a larger one", () => {
  const larger = new Map([...generateItems({ items: 1000, seed: 5 })].map((item) => [item.id, item]));
  for (const item of generateItems({ items: 100, seed: 5 })) expect(item).toEqual(larger.get(item.id));
});

test("records hold to the schema, ids are unique and name the seed, step counts lie in their split", () => {
  const ids = new Set<string>();
  for (const item of generateItems({ items: 600, seed: 42 })) {
    expect(StatesItem.safeParse(item).success).toBe(true);
    expect(item.id).toMatch(/^pl-42-f?\d{5}$/);
    const { least, most } = splits.find((split) => split.id === item.split)!;
    expect(item.intermediate.length + 1).toBeGreaterThanOrEqual(least);
    expect(item.intermediate.length + 1).toBeLessThanOrEqual(most);
    ids.add(item.id);
  }
  expect(ids.size).toBe(600);
});

test("ninety items hold every task type in every split", () => {
  const cells = new Set([...generateItems({ items: 90, seed: 9 })].map((item) => `${item.task} ${item.split}`));
  expect(cells.size).toBe(tasks.length * splits.length);
});

test("any number of items is evenly mixed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 600 }), fc.nat(), (items, seed) => {
      const all = [...generateItems({ items, seed })];
      const perTask = counts(all.map((item) => item.task));
      const perSplit = counts(all.map((item) => item.split!));
      expect(Math.max(...perTask) - Math.min(...perTask)).toBeLessThanOrEqual(1);
      expect(Math.max(...perSplit) - Math.min(...perSplit)).toBeLessThanOrEqual(2);
    }),
    { numRuns: 20 },
  );
});

test("each quarter of a split's step counts has a fair share, also within one task type", () => {
  const all = [...generateItems({ items: 3600, seed: 3 })];
  for (const { id, least, most } of splits.slice(1)) {
    const quarter = (steps: number) => Math.floor((4 * (steps - least)) / (most - least + 1));
    for (const task of tasks) {
      const own = all.filter((item) => item.task === task.id && item.split === id);
      const shares = counts(own.map((item) => String(quarter(item.intermediate.length + 1))));
      expect(shares).toHaveLength(4);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(8);
    }
  }
});

test("seeds change the problems, not the plan", () => {
  const plan = (seed: number) => [...generateItems({ items: 60, seed })].map((item) => [item.task, item.split, item.intermediate.length]);
  expect(plan(1)).toEqual(plan(2));
  const prompts = [1, 2].flatMap((seed) => [...generateItems({ items: 60, seed })].map((item) => item.prompt));
  expect(new Set(prompts).size).toBe(120);
});

test("a name stands in the ids in place of the seed and changes nothing else", () => {
  const named = [...itemLines({ items: 60, seed: 77, name: "spring" })].join("");
  expect(named).not.toContain("pl-77-");
  expect(named.replaceAll("pl-spring-", "pl-77-")).toBe([...itemLines({ items: 60, seed: 77 })].join(""));
});

test("no problem of the default release occurs twice", () => {
  const prompts = [...generateItems(releases[defaultRelease])].map((item) => item.prompt);
  expect(counts(prompts as string[]).every((count) => count === 1)).toBe(true);
});

test("the default release weighs at most 400 KB under gzip", () => {
  expect(gzipSync([...itemLines(releases[defaultRelease])].join(""), { level: 9 }).length).toBeLessThanOrEqual(400_000);
});

test.each([
  [{ items: -1, seed: 1 }, "items: expected a whole number from 0 to 2147483648, received -1"],
  [{ items: 1.5, seed: 1 }, "items: expected a whole number from 0 to 2147483648, received 1.5"],
  [{ items: 1, seed: Number.NaN }, "seed: expected a whole number from 0 to 9007199254740991, received NaN"],
  [{ items: 1, seed: 1, name: "2" }, 'name: expected a lower-case letter, then letters and digits, received "2"'],
])("options out of range are refused: %j", (options, message) => {
  expect(() => generateItems(options).next()).toThrow(new RangeError(message));
});
