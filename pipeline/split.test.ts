import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DroppedProcedure, MinedProcedure, Topic } from "@stepladder/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mined } from "./filters/testing.ts";
import { ROOT, runIn } from "./testing.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
const split = (input: string, out: string, ...more: string[]) =>
  runIn(ROOT, "split", at(input), "--per-topic", "3", "--seed", "7", "--out", at(out), ...more);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-split-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Steps that no other number has. */
const steps = (n: number): string[] =>
  Array.from({ length: 4 }, (_, s) => `Turn wheel ${n} until mark ${s} of lever ${n * 7} meets pin ${n * 11 + s}.`);

const corpus = Array.from({ length: 24 }, (_, i) =>
  mined({
    id: `p${i}`,
    topic: (["health", "food-dining"] as const)[i % 2] as Topic,
    source: { sha256: `page ${Math.floor(i / 3)}` },
    steps: steps(i),
  }),
);
const jsonl = (list: readonly unknown[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join("");
const read = async <One>(path: string): Promise<One[]> =>
  (await readFile(at(path), "utf8"))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("stepladder split", () => {
  it("draws a balanced benchmark, holds back what shares its pages, and gives the same bytes for the same pages in another order", async () => {
    await writeFile(at("in.jsonl"), jsonl(corpus));
    const { code, out, err } = await split("in.jsonl", "one");
    expect({ code, err: err.split("\n").filter((line) => line.startsWith("Health") || line.startsWith("Food")) }).toEqual({
      code: 0,
      err: [],
    });
    expect(out).toContain("benchmark.jsonl: 6 procedures");
    const [benchmark, train, dropped] = [
      await read<MinedProcedure>("one/benchmark.jsonl"),
      await read<MinedProcedure>("one/train.jsonl"),
      await read<DroppedProcedure>("one/dropped.jsonl"),
    ];
    expect(benchmark.filter(({ topic }) => topic === "health").length).toBe(3);
    expect(benchmark.length + train.length + dropped.length).toBe(corpus.length);
    expect(new Set(dropped.map(({ filter, reason }) => `${filter}/${reason}`))).toEqual(new Set(["split/page-of-benchmark"]));
    const pages = new Set(benchmark.map(({ source }) => source.sha256));
    expect(train.filter(({ source }) => pages.has(source.sha256))).toEqual([]);

    await writeFile(at("turned.jsonl"), jsonl(corpus.toReversed()));
    await split("turned.jsonl", "two");
    expect((await read<MinedProcedure>("two/benchmark.jsonl")).toReversed()).toEqual(benchmark);
  });

  it("drops what is like a test set in How2Bench's layout, and says which item it is like", async () => {
    await writeFile(at("in.jsonl"), jsonl(corpus));
    const { goal } = corpus[5] as MinedProcedure;
    await writeFile(
      at("test.jsonl"),
      jsonl([{ source_example_id: "h2b-9", topic: "Health", goal, resources: ["a jar"], steps: steps(5) }]),
    );
    expect(await split("in.jsonl", "clean", "--test", at("test.jsonl"))).toMatchObject({ code: 0 });
    const dropped = await read<DroppedProcedure>("clean/dropped.jsonl");
    expect(dropped.filter(({ filter }) => filter === "test-set")).toMatchObject([
      { reason: "in-test-set", detail: "h2b-9, 1.000 of their shingles in common", procedure: { id: "p5" } },
    ]);
  });

  it("refuses what is no mined procedure with one message, and leaves nothing behind", async () => {
    await writeFile(at("bad.jsonl"), `${jsonl(corpus.slice(0, 1))}${JSON.stringify({ ...corpus[1], goal: "" })}\n`);
    const bad = await split("bad.jsonl", "none");
    expect(bad).toMatchObject({ code: 1, out: "" });
    expect(bad.err).toMatch(/bad\.jsonl:2 goal: expected text that is not empty, found an empty text; make goal text that is not empty/);
    await writeFile(at("text.jsonl"), "not JSON\n");
    expect((await split("text.jsonl", "none")).err).toMatch(/text\.jsonl:1: expected a record in JSON, found "not JSON"/);
    expect((await split("missing.jsonl", "none")).code).toBe(1);
    expect(await readdir(folder)).not.toContain("none");
    expect((await runIn(ROOT, "split", at("in.jsonl"), "--per-topic", "0", "--seed", "1", "--out", at("x"))).code).toBe(2);
  });
});
