import type { DroppedProcedure, MinedProcedure } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { similarityOf } from "@stepladder/wasm/mining/minhash/oracle.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Against, deduplicate, isDropped, SIMILAR } from "./duplicates.ts";
import { qualityScore } from "./quality.ts";
import { mined } from "./testing.ts";
import { textOf } from "./text.ts";

const kernels = await loadKernels();

async function* stream<One>(list: readonly One[]): AsyncGenerator<One> {
  yield* list;
}

async function deduplicated(list: readonly MinedProcedure[], against: Partial<Against> = {}) {
  const all: (MinedProcedure | DroppedProcedure)[] = [];
  for await (const one of deduplicate(() => stream(list), { kernels, ...against })) all.push(one);
  return { all, kept: all.filter((one): one is MinedProcedure => !isDropped(one)), dropped: all.filter(isDropped) };
}

const WORDS = "take turn lift the red blue small lid pot pan rope knot left right again slowly now water sand stone wheel over under".split(
  " ",
);
const step = fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 12 }).map((words) => words.join(" "));
/** Procedures of which many are copies of others with a word or two changed. */
const corpus = fc
  .record({
    originals: fc.array(fc.array(step, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
    copies: fc.array(fc.record({ of: fc.nat(), word: fc.nat(), by: fc.constantFrom(...WORDS), score: fc.constantFrom(0.5, 0.8, 1) }), {
      maxLength: 12,
    }),
  })
  .map(({ originals, copies }) => {
    const edited = copies.map(({ of, word, by, score }) => {
      const words = (originals[of % originals.length] as string[]).map((one) => one.split(" "));
      const last = words.at(-1) as string[];
      last[word % last.length] = by;
      return { steps: words.map((one) => one.join(" ")), score };
    });
    return [...originals.map((steps) => ({ steps, score: 0.8 })), ...edited].map(({ steps, score }, i) =>
      mined({ id: `p${String(i * 7).padStart(3, "0")}`, steps, score }),
    );
  });

const LONG = [
  "Take the red rope and lay it over the small wheel.",
  "Turn the wheel to the left, slowly, and lift the stone.",
  "Tie a knot under the pot.",
];

describe("near-duplicates", () => {
  it("drop all but the best of those that are alike, and tell of which they are", async () => {
    const list = [
      mined({ id: "b", steps: LONG, score: 0.9 }),
      mined({ id: "z", steps: [...LONG, "Rest."], score: 1 }),
      mined({ id: "other", steps: ["Pour sand into the pan.", "Shake it well.", "Sieve what is left."] }),
    ];
    const { kept, dropped } = await deduplicated(list);
    expect(kept).toEqual([list[1], list[2]]);
    expect(dropped).toEqual([
      {
        filter: "duplicates",
        reason: "near-duplicate",
        detail: expect.stringMatching(/^z, 0\.9\d\d of their shingles in common$/),
        procedure: list[0],
      },
    ]);
  });

  it("of equal quality leave the first by id, and nothing but order is kept as it was read", async () => {
    const list = ["c", "a", "b"].map((id) => mined({ id, steps: LONG }));
    const { all } = await deduplicated(list);
    expect(all.map((one) => (isDropped(one) ? `-${one.procedure.id}` : one.id))).toEqual(["-c", "a", "-b"]);
  });

  it("are the same in whatever order procedures are read", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.integer(), async (list, seed) => {
        const shuffled = list
          .map((one, i) => ({ one, at: Math.imul(seed, i + 1) ^ (i << 3) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const ids = ({ all }: { all: readonly (MinedProcedure | DroppedProcedure)[] }) =>
          all.map((one) => (isDropped(one) ? `${one.procedure.id} ${one.detail}` : one.id)).toSorted();
        expect(ids(await deduplicated(shuffled))).toEqual(ids(await deduplicated(list)));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("leave none that are alike, and drop none that is unlike all that are kept or worse than its twin", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, async (list) => {
        const { kept, dropped } = await deduplicated(list);
        for (const { detail, procedure } of dropped) {
          const twin = kept.find(({ id }) => detail?.startsWith(`${id},`)) as MinedProcedure;
          expect(similarityOf(textOf(twin), textOf(procedure))).toBeGreaterThanOrEqual(SIMILAR);
          expect(qualityScore(twin)).toBeGreaterThanOrEqual(qualityScore(procedure));
        }
        expect(kept.length + dropped.length).toBe(list.length);
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it("of a test set are dropped, whatever their quality, and the test set stays whole", async () => {
    const test = [
      { id: "t1", goal: "Make a pot of tea", lang: "en", resources: [], steps: LONG.map((text) => ({ text })) },
      { id: "t2", goal: "Make a pot of tea", lang: "en", resources: [], steps: LONG.map((text) => ({ text })) },
    ];
    const list = [mined({ id: "a", steps: LONG }), mined({ id: "b" })];
    const { kept, dropped } = await deduplicated(list, { test });
    expect(kept).toEqual([list[1]]);
    expect(dropped).toMatchObject([{ filter: "test-set", reason: "in-test-set", procedure: { id: "a" } }]);
  });

  it("of nothing are none", async () => {
    expect((await deduplicated([])).all).toEqual([]);
  });
});
