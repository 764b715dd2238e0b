import { createHash } from "node:crypto";
import { ChecksItem } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { procedureOf } from "@stepladder/wasm/metrics/checks/loose.ts";
import { KINDS } from "@stepladder/wasm/metrics/checks/measure.ts";
import { checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { describe, expect, it } from "vitest";
import generator, { defaultRelease, generateItems, itemLines, releases, splits } from "./generate.ts";
import { procedures } from "./procedures.ts";

/** Of items.jsonl. A published set may not change: a new hash here means a new release, not a new line. */
const RELEASE_SHA256 = "28162ed34478024409a995e62e0f82cccd7e64f44cd0c741d8a25d67557ce245";

const kernels = await loadKernels();
const items = [...generateItems(releases[defaultRelease])];

describe("the default release", () => {
  it("has bytes that never change", () => {
    const hash = createHash("sha256");
    for (const item of items) hash.update(`${JSON.stringify(item)}\n`);
    expect(hash.digest("hex")).toBe(RELEASE_SHA256);
  });

  it("can be passed: each reference answer passes all constraints of its item", () => {
    for (const { id, reference, constraints } of items) {
      const failed = checkProcedure(procedureOf(reference), constraints, kernels).filter(({ passed }) => !passed);
      expect(failed, id).toEqual([]);
    }
  });

  it("asks for something: what the prompt shows breaks the constraint of every change, and the form", () => {
    for (const { id, given, split, constraints } of items) {
      const results = checkProcedure(given, constraints, kernels);
      const { changes } = splits.find((one) => one.id === split)!;
      const made = results.slice(0, constraints.length - 1).filter(({ passed }) => !passed);
      expect(made.length, id).toBeGreaterThanOrEqual(Math.min(changes, 3));
    }
  });

  it("has each procedure in each split once, and items of the schema with ids of their own", () => {
    expect(new Set(items.map(({ procedure, split }) => `${procedure} ${split}`)).size).toBe(3 * procedures.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const item of items) expect(ChecksItem.parse(item)).toEqual(item);
  });

  it("has more constraints from split to split, and all kinds", () => {
    const mean = (split: string): number => {
      const counts = items.filter((item) => item.split === split).map(({ constraints }) => constraints.length);
      return counts.reduce((sum, count) => sum + count, 0) / counts.length;
    };
    expect([mean("easy"), Math.round(mean("medium")), Math.round(mean("hard"))]).toEqual([3, 5, 9]);
    expect(new Set(items.flatMap(({ constraints }) => constraints.map(({ kind }) => kind)))).toEqual(new Set(KINDS));
  });

  it("says in its prompts what is asked, and shows no answer", () => {
    for (const { prompt, reference, given } of items) {
      for (const step of given.steps) expect(prompt).toContain(`* ${step}\n`);
      expect(prompt).not.toContain(reference);
    }
  });
});

describe("a seed", () => {
  it("gives the same items however many are asked for, and others than another seed", () => {
    const some = [...generateItems({ items: 12, seed: 5 })];
    expect([...generateItems({ items: 100, seed: 5 })].slice(0, 12)).toEqual(some);
    expect([...generateItems({ items: 12, seed: 6 })].map(({ prompt }) => prompt)).not.toEqual(some.map(({ prompt }) => prompt));
  });

  it("may be hidden behind a name, which changes nothing else", () => {
    const named = [...itemLines({ items: 6, seed: 77, name: "spring" })].join("");
    expect(named.replaceAll("pc-spring-", "pc-77-")).toBe([...itemLines({ items: 6, seed: 77 })].join(""));
    expect(() => generateItems({ items: -1, seed: 1 }).next()).toThrow(RangeError);
  });

  it("gives questions without answers", () => {
    const [line = ""] = generator.questions({ items: 1, seed: 5 });
    expect(Object.keys(JSON.parse(line))).toEqual(["id", "split", "prompt"]);
  });
});
