import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import type { Matrix } from "../contract.ts";
import { metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import cases from "./cases.json" with { type: "json" };
import { texts } from "./measure.ts";
import { textsOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: string;
  readonly text: string | undefined;
}

const told = (pairs: readonly Pair[]) =>
  measured<string, string>(
    texts,
    pairs.map(({ gold, text }) => ({ gold, answer: text })),
    kernels,
  );
const rows = (pairs: readonly Pair[]): number[][] => told(pairs).map((row) => Object.values(row));

// Few letters, so that texts meet; whitespace of every kind, and letters of more bytes.
const letters = fc.constantFrom("a", "b", ".", " ", "\t", "\n", "\v", "\f", "\r", "\u00a0", "é", "…", "🪜", "\u0000");
const text = fc.oneof(fc.string({ unit: letters, maxLength: 40 }), fc.string({ unit: "binary", maxLength: 20 }));
/** The same text with other whitespace, or with a letter changed. */
const near = text.chain((gold) =>
  fc.tuple(fc.array(fc.constantFrom(" ", "\n", " \t ", "\r\n"), { minLength: 1, maxLength: 8 }), fc.boolean()).map(([spaces, changed]) => {
    let i = 0;
    const spaced = gold.replace(/[ \t\n\v\f\r]+/g, () => spaces[i++ % spaces.length] as string);
    return { gold, text: changed ? `${spaced}a` : `${spaces[0]}${spaced}` };
  }),
);
const pair = fc.oneof(fc.record({ gold: text, text: fc.option(text, { nil: undefined }) }), near);

describe("texts kernel", () => {
  for (const { name, gold, text, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      expect(rows([{ gold, text }])).toEqual([row]);
      expect(textsOracle(gold, text)).toEqual(row);
    });
  }

  it("no text measures as an empty one that was not told", () => {
    expect(rows([{ gold: "a", text: undefined }])).toEqual([[1, 0, 0, 0]]);
  });

  it("equals the oracle on random texts", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map((one) => textsOracle(one.gold, one.text)));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(pair, { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
  });
});

describe("metrics of the texts family", () => {
  const ids = ["text-match", "text-match-strict"] as const;
  const scores = (pairs: readonly Pair[]) => {
    const own = told(pairs);
    const columns = texts.statistics.map(({ id }) => [id, Float64Array.from(own, (row) => row[id] as number)]);
    const matrix: Matrix = { items: pairs.length, columns: Object.fromEntries(columns) };
    return ids.map((id) => metrics[id].value(matrix, undefined));
  };
  const value = (of: number) => ({ kind: "value", value: of });
  const asking = fc.array(
    near.filter(({ gold }) => gold !== ""),
    { minLength: 1, maxLength: 12 },
  );

  it("are 1 for the text itself, 0 for an empty one, and without a value where none was told", () => {
    expect(scores([{ gold: "a b", text: "a b" }])).toEqual([value(1), value(1)]);
    expect(scores([{ gold: "a b", text: "" }])).toEqual([value(0), value(0)]);
    expect(scores([{ gold: "a b", text: undefined }])[0]).toEqual({ kind: "none", reason: "no text was predicted" });
  });

  it("lie between 0 and 1, the strict one never above the other, whatever the order of items", () => {
    fc.assert(
      fc.property(asking, (pairs) => {
        const [match, strict] = scores(pairs).map((one) => (one.kind === "value" ? one.value : Number.NaN)) as [number, number];
        expect(strict >= 0 && match <= 1).toBe(true);
        expect(invariantFaults({ "text-match": { value: match }, "text-match-strict": { value: strict } }, ROUNDING)).toEqual([]);
        expect(scores(pairs.toReversed())).toEqual([value(match), value(strict)]);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("never rise where a word is put behind every text", () => {
    fc.assert(
      fc.property(asking, (pairs) => {
        const worse = scores(pairs.map((one) => ({ ...one, text: `${one.text} zz` })));
        expect(worse).toEqual([value(0), value(0)]);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
