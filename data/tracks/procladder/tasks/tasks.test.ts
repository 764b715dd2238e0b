import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isState } from "@stepladder/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../random.ts";
import { families, familyOf } from "./families.ts";
import { controlled, straight, tasks } from "./index.ts";

const problems = fc.record({ seed: fc.nat(), item: fc.nat(), steps: fc.integer({ min: 2, max: 128 }) });

describe.for(tasks)("$id", (task) => {
  test("every length from 2 to 128 has exactly that many states", () => {
    for (let steps = 2; steps <= 128; steps++) {
      for (const seed of [1, 2]) expect(task.makeProblem(new Random(seed, steps), steps).intermediate).toHaveLength(steps - 1);
    }
  });

  test("any seed gives the asked length, gold states, and no state above 1,000 characters", () => {
    fc.assert(
      fc.property(problems, ({ seed, item, steps }) => {
        const { intermediate, final } = task.makeProblem(new Random(seed, item), steps);
        const states = [...intermediate, final];
        expect(states).toHaveLength(steps);
        expect(states.every(isState)).toBe(true);
        expect(Math.max(...states.map((state) => JSON.stringify(state).length))).toBeLessThanOrEqual(1000);
      }),
    );
  });

  test("the final state is never empty text or an empty list, which no scorer can tell from a missing answer", () => {
    fc.assert(
      fc.property(problems, ({ seed, item, steps }) => {
        const { final } = task.makeProblem(new Random(seed, item), steps);
        expect(final === "" || (Array.isArray(final) && final.length === 0)).toBe(false);
      }),
    );
  });

  test("the prompt states every parameter: problems with one prompt have one gold", () => {
    const goldOf = new Map<string, string>();
    for (let item = 0; item < 400; item++) {
      const { prompt, ...gold } = task.makeProblem(new Random(3, item), 4 + (item % 3));
      const text = JSON.stringify(gold);
      expect(goldOf.get(prompt) ?? text).toBe(text);
      goldOf.set(prompt, text);
    }
    expect(goldOf.size).toBeGreaterThan(390);
  });
});

test("the registry, the folder, the families and the datasheet name the same task types", () => {
  const ids = tasks.map((task) => task.id);
  const others = ["alphabets.ts", "families.ts", "index.ts", "official-question.ts", "task.ts"];
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith(".test.ts") && !others.includes(name));
  expect(ids.map((id) => `${id}.ts`).sort()).toEqual(files.sort());
  const datasheet = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const rows = [...datasheet.matchAll(/^\| `([a-z-]+)` .* ([a-z0-9-]+) +\|$/gm)].map(([, id = "", last = ""]) => [id, last]);
  expect(rows.filter(([, last]) => /^task\d\d$/.test(last as string))).toEqual(straight.map(({ id, official }) => [id, official]));
  expect(rows.filter(([, last]) => families.includes(last as string))).toEqual(controlled.map(({ id }) => [id, familyOf(id)]));
  expect(new Set(controlled.map(({ id }) => familyOf(id)))).toEqual(new Set(families.slice(1)));
  expect(new Set(straight.map(({ id }) => familyOf(id)))).toEqual(new Set(families.slice(0, 1)));
});
