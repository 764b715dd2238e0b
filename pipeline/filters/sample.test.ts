import type { MinedProcedure, Topic } from "@stepladder/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Benchmark, DropSample, HashSample } from "./sample.ts";
import { mined } from "./testing.ts";

async function* stream<One>(list: readonly One[]): AsyncGenerator<One> {
  yield* list;
}

/** Procedures of pages, three of a page, of two topics and none. */
const corpus = fc.integer({ min: 0, max: 60 }).map((count) =>
  Array.from({ length: count }, (_, i): MinedProcedure => {
    const topic = [undefined, "health", "food-dining"][i % 3] as Topic | undefined;
    return mined({ id: `p${i}`, source: { sha256: `page ${Math.floor(i / 4)}` }, ...(topic === undefined ? {} : { topic }) });
  }),
);

describe("hash sample", () => {
  it("holds the same whatever the order, as many as it may of each group", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (keys, most, seed) => {
        const drawn = (order: readonly string[]) => {
          const sample = new HashSample<string>(most, seed);
          for (const key of order) sample.add(key.length % 2 === 0 ? "even" : "odd", key, key);
          return sample.groups();
        };
        const groups = drawn(keys);
        expect(drawn(keys.toReversed())).toEqual(groups);
        expect(drawn(keys.toSorted())).toEqual(groups);
        for (const [group, own] of groups) {
          expect(own.length).toBe(Math.min(most, keys.filter((key) => (key.length % 2 === 0 ? "even" : "odd") === group).length));
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("draws each about equally often", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const sample = new HashSample<string>(1, seed);
      for (const key of ["a", "b", "c", "d"]) sample.add("", key, key);
      const [[, [first = ""] = []] = []] = sample.groups();
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    // 500 each, and five standard deviations of 19.
    for (const key of ["a", "b", "c", "d"]) expect(Math.abs((counts.get(key) ?? 0) - 500)).toBeLessThan(97);
  });
});

describe("benchmark", () => {
  it("has as many of each topic, none of a page twice in a topic, and shares no page with what is trained on", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.integer({ min: 1, max: 8 }), fc.nat(), async (list, perTopic, seed) => {
        const benchmark = await Benchmark.draw(stream(list), { perTopic, seed });
        const of = (split: string) => list.filter((one) => benchmark.splitOf(one) === split);
        for (const topic of ["health", "food-dining"] as const) {
          const own = of("benchmark").filter((one) => one.topic === topic);
          const pages = new Set(list.filter((one) => one.topic === topic).map(({ source }) => source.sha256));
          expect(own.length).toBe(Math.min(perTopic, pages.size));
          expect(new Set(own.map(({ source }) => source.sha256)).size).toBe(own.length);
          expect(benchmark.counts.get(topic) ?? 0).toBe(own.length);
        }
        const taken = new Set(of("benchmark").map(({ source }) => source.sha256));
        expect(of("train").filter(({ source }) => taken.has(source.sha256))).toEqual([]);
        const again = await Benchmark.draw(stream(list.toReversed()), { perTopic, seed });
        expect(list.map((one) => again.splitOf(one))).toEqual(list.map((one) => benchmark.splitOf(one)));
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("is another for another seed", async () => {
    const list = Array.from({ length: 50 }, (_, i) => mined({ id: `p${i}`, topic: "health", source: { sha256: `${i}` } }));
    const drawn = async (seed: number) => {
      const benchmark = await Benchmark.draw(stream(list), { perTopic: 5, seed });
      return list.filter((one) => benchmark.splitOf(one) === "benchmark").map(({ id }) => id);
    };
    expect(await drawn(1)).not.toEqual(await drawn(2));
  });
});

it("drops are sampled by filter and reason", () => {
  const sample = new DropSample(2, 1);
  for (let i = 0; i < 10; i++)
    sample.add({ filter: "how-to", reason: i % 2 === 0 ? "links" : "changes", procedure: mined({ id: `p${i}` }) });
  expect(sample.groups().map(([kind, drops]) => [kind, drops.length])).toEqual([
    ["how-to/changes", 2],
    ["how-to/links", 2],
  ]);
});
