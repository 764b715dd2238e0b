import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordProblem } from "../../intake/raw.ts";
import { metrics } from "../index.ts";
import { CIDER_D, MOST_WORDS, ROW } from "./abi.ts";
import cases from "./cases.json" with { type: "json" };
import { captions, guidedCaptions, guidelines, stepCaptions } from "./measure.ts";
import { captionsOracle } from "./oracle.ts";
import type { Caption } from "./pair.ts";
import { matrixOf, measured, paired, type Told } from "./testing.ts";

/** All figures are equal, CIDEr-D but for the rounding of this engine's logarithms. */
function expectOracle(items: readonly Told[], task: typeof stepCaptions | typeof guidelines | typeof guidedCaptions): void {
  const expected = captionsOracle(paired(items, task));
  for (const [i, row] of measured(items, task).entries()) {
    const own = expected[i] as number[];
    expect(row.toSpliced(CIDER_D, 1)).toEqual(own.toSpliced(CIDER_D, 1));
    expect(Math.abs((row[CIDER_D] as number) - (own[CIDER_D] as number))).toBeLessThanOrEqual(1e-12 * (1 + (own[CIDER_D] as number)));
  }
}

const texts = (all: readonly string[]): Caption[] => all.map((text) => ({ text }));

const WORDS = ["the", "cut", "cuts", "cutting", "wood", "Board", "sanded", "sand", "über", "don't", "煮", "1.5"];
const word = (own: readonly string[]) => fc.constantFrom(...WORDS, ...own);
/** Captions in gold's words and, where predicted, in others; some are longer than a word of bits. */
const text = (own: readonly string[]) =>
  fc
    .oneof(
      { arbitrary: fc.array(word(own), { minLength: 1, maxLength: 9 }), weight: 8 },
      { arbitrary: fc.array(word(own), { minLength: 60, maxLength: 150 }), weight: 1 },
    )
    .map((words) => words.join(" "));
const place = fc.record({
  span: fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => [start, start + length] as const),
  part: fc.integer({ min: 1, max: 3 }),
});
const caption = (own: readonly string[]) => fc.tuple(text(own), place).map(([text, rest]) => ({ text, ...rest }));
const told: fc.Arbitrary<Told> = fc
  .record({
    references: fc.array(caption([]), { maxLength: 5 }),
    captions: fc.option(fc.array(caption(["new", "newer", "ältere"]), { maxLength: 6 }), { nil: undefined }),
    copied: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ references, captions, copied }) => ({
    references,
    // Some are where gold has them, so that there are pairs.
    captions: captions?.map((own, i) => (copied[i] && references[i] !== undefined ? { ...references[i], text: own.text } : own)),
  }));
const set = fc.array(told, { minLength: 1, maxLength: 6 });

describe("captions kernel", () => {
  for (const { name, references, captions, row } of cases.rows) {
    it(`${name}: kernel and oracle`, () => {
      const item = { references: texts(references), captions: captions === null ? undefined : texts(captions) };
      expect(measured([item], guidelines)[0]).toEqual(row.map((value) => expect.closeTo(value, 12)));
      expectOracle([item], guidelines);
    });
  }

  it.each([stepCaptions, guidelines, guidedCaptions])("equals the oracle on random captions: $id", (task) => {
    fc.assert(
      fc.property(set, (items) => expectOracle(items, task)),
      { seed: 1, numRuns: 150 },
    );
  });

  it("equals the oracle on captions of a thousand words, of gold and of predictions", () => {
    const [one, other] = [0, 1].map((k) => Array.from({ length: MOST_WORDS / 4 }, (_, i) => (i % (7 + k) === 0 ? "x" : "y")).join(" "));
    const strange = Array.from({ length: MOST_WORDS / 8 }, (_, i) => `w${i % 250}`).join(" ");
    expectOracle(
      [
        { references: texts([one as string, "x y", "a b c d"]), captions: texts([other as string, one as string, strange]) },
        { references: texts(["a b"]), captions: texts(["a b"]) },
      ],
      guidelines,
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const [items] = fc.sample(fc.array(told, { minLength: 20, maxLength: 20 }), { seed: 2, numRuns: 1 }) as [Told[]];
    for (const batch of [1, 7]) expect(measured(items, stepCaptions, batch)).toEqual(measured(items, stepCaptions));
  });

  it("measures an item that asks for something else as zeros", () => {
    expect(measured([{ references: [], captions: texts(["a"]) }], guidelines)).toEqual([new Array(ROW).fill(0)]);
  });

  it("refuses gold without a word", () => {
    const gold = captions<string, never>(guidelines, { references: (text) => [{ text }], captions: () => undefined }).gold();
    expect(() => gold.add(" ... ")).toThrow(RecordProblem);
  });
});

const value = (id: keyof typeof metrics, items: readonly Told[], weights?: Float64Array) => {
  const told = metrics[id].value(matrixOf(items), weights);
  return told.kind === "value" ? told.value : told.reason;
};
const STEP = [
  "cider-d",
  "bleu-4",
  "rouge-l",
  "meteor-exact-stem",
  "localisation-f1",
  "localisation-precision",
  "localisation-recall",
] as const;

describe("metrics of step captions", () => {
  const apart = (all: readonly string[]): Caption[] => all.map((text, i) => ({ text, span: [20 * i, 20 * i + 10] }));
  const sentences = ["saw the board to length", "sand all its edges smooth", "drill two holes for pegs", "glue the pegs into place"];
  const references = apart(sentences);

  it("are full for a perfect prediction, but for METEOR's penalty of one chunk", () => {
    const items = [{ references, captions: references.toReversed() }];
    expect(STEP.map((id) => value(id, items))).toEqual([10, 1, 1, 1 - 0.5 / 125, 1, 1, 1].map((full) => expect.closeTo(full, 12)));
  });

  it("are in range, whatever is predicted", () => {
    fc.assert(
      fc.property(set, (items) => {
        for (const id of STEP) {
          const found = value(id, items);
          if (typeof found !== "number") continue;
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual((id === "cider-d" ? 10 : 1) + 1e-12);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("do not change with the order of items", () => {
    fc.assert(
      fc.property(set, (items) => {
        for (const id of STEP) {
          const [one, other] = [value(id, items), value(id, items.toReversed())];
          expect(one).toEqual(typeof other === "number" ? expect.closeTo(other, 12) : other);
        }
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  it("never rise by a segment that is nowhere near gold; precision falls, and captions are as they were", () => {
    fc.assert(
      fc.property(set, (items) => {
        const more = items.map((item) => ({ ...item, captions: [...(item.captions ?? []), { text: "new", span: [900, 950] as const }] }));
        for (const id of STEP) {
          const [one, other] = [value(id, items), value(id, more)];
          if (typeof one !== "number") continue;
          if (id === "localisation-precision" || id === "localisation-f1") expect(other).toBeLessThanOrEqual(one);
          else expect(other).toBe(one);
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it("of a slice keep the weights of all references", () => {
    const items = [
      { references, captions: apart(["saw the board", "sand all edges"]) },
      { references: apart(["saw the board", "x"]), captions: undefined },
    ];
    const first = measured(items, stepCaptions)[0]?.[CIDER_D] as number;
    expect(value("cider-d", items, Float64Array.of(1, 0))).toBe(first / 4);
    expect(value("cider-d", items.slice(0, 1))).not.toBe(first / 4);
  });

  it("say why there is no value", () => {
    expect(value("cider-d", [{ references, captions: undefined }])).toBe("no step caption was predicted");
    expect(value("bleu-4", [{ references: [], captions: undefined }])).toBe("no item asks for a step caption");
    expect(value("localisation-precision", [{ references, captions: [] }])).toBe("no segment was predicted");
    expect(value("bleu-4", [{ references, captions: [] }])).toBe(0);
  });
});

it("guidelines and guided captions count partners by place and by part", () => {
  const count = (id: "guideline-length-f1" | "guided-pair-f1", task: typeof guidelines | typeof guidedCaptions, item: Told) =>
    metrics[id].value(matrixOf([item], task), undefined);
  expect(count("guideline-length-f1", guidelines, { references: texts(["a", "b"]), captions: texts(["b"]) })).toEqual({
    kind: "value",
    value: 2 / 3,
  });
  const parts = (...numbers: number[]): Caption[] => numbers.map((part) => ({ text: "a", part }));
  expect(count("guided-pair-f1", guidedCaptions, { references: parts(1, 1, 2), captions: parts(2, 2, 1) })).toEqual({
    kind: "value",
    value: 4 / 6,
  });
});
