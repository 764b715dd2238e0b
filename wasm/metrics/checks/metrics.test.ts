import type { Constraint } from "@stepladder/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import type { Matrix, SummedMetric, Value } from "../contract.ts";
import { type MetricId, metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import { looseTexts, procedureOf, strictAndLoose } from "./loose.ts";
import { checks, KINDS } from "./measure.ts";
import type { CheckedProcedure } from "./run.ts";

const kernels = await loadKernels();
const measure = checks<readonly Constraint[], CheckedProcedure>({
  gold: (constraints) => constraints,
  prediction: (procedure) => procedure,
});
const ids = measure.statistics.map(({ id }) => id);
const own = Object.entries(metrics).filter(([, { family }]) => family === "checks") as [MetricId, SummedMetric][];

type Pair = readonly [constraints: readonly Constraint[], text: string];

function rowsOf(pairs: readonly Pair[]): number[][] {
  const gold = measure.gold();
  for (const [constraints] of pairs) gold.add(constraints);
  const measurer = gold.measurer(kernels);
  for (const [i, [, text]] of pairs.entries()) measurer.add(i, procedureOf(text));
  expect(measurer.queued).toBe(pairs.length);
  const rows = measurer.flush();
  return pairs.map((_, i) => [...rows.subarray(i * ids.length, (i + 1) * ids.length)]);
}

function values(pairs: readonly Pair[]): Record<string, Value> {
  const rows = rowsOf(pairs);
  const matrix: Matrix = {
    items: pairs.length,
    columns: Object.fromEntries(ids.map((id, s) => [id, Float64Array.from(rows, (row) => row[s] as number)])),
  };
  return Object.fromEntries(own.map(([id, metric]) => [id, metric.value(matrix, undefined)]));
}

const plain = (value: Value | undefined) => (value?.kind === "value" ? value.value : value?.reason);

const STEPS = ["Boil the water", "Warm the cup", "Pour the water over the tea", "Wait 3 minutes", "Add 2 g of sugar and stir it"];
const stepList = fc.uniqueArray(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 5 });
const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  stepList.map((steps): Constraint => ({ kind: "required", steps })),
  stepList.map((steps): Constraint => ({ kind: "forbidden", steps })),
  stepList.map((steps): Constraint => ({ kind: "ordered", steps: ["Boil the water", ...steps] })),
  fc.nat(5).map((exactly): Constraint => ({ kind: "step-count", exactly })),
  fc.constantFrom<Constraint>({ kind: "no-duplicates" }, { kind: "one-action" }, { kind: "json" }, { kind: "language", lang: "en" }),
  stepList.map((reference): Constraint => ({ kind: "quantities", reference })),
  fc.constantFrom<Constraint>({ kind: "numbering", mark: "1." }, { kind: "numbering", mark: "-" }),
);
const mark = fc.constantFrom("", "- ", "* ", "**1.** ", "1. ");
const text = fc
  .tuple(
    fc.array(fc.tuple(mark, fc.constantFrom(...STEPS)), { maxLength: 6 }),
    fc.constantFrom("", "Sure:\n", "```\n"),
    fc.constantFrom("", "\n```", "\nEnjoy!"),
  )
  .map(([lines, before, after]) => `${before}${lines.map((line) => line.join("")).join("\n")}${after}`);
const pairs = fc.array(fc.tuple(fc.array(constraint, { minLength: 1, maxLength: 6 }), text), { minLength: 1, maxLength: 6 });

describe("loose texts", () => {
  it("are those of IFEval: without first line, last line, both, and each without markdown", () => {
    expect(looseTexts("# Sure\n1. **Boil**\nBye")).toEqual([
      "# Sure\n1. **Boil**\nBye",
      "1. **Boil**\nBye",
      "# Sure\n1. **Boil**",
      "1. **Boil**",
      "Sure\n1. Boil\nBye",
      "1. Boil\nBye",
      "Sure\n1. Boil",
      "1. Boil",
    ]);
    expect(looseTexts("Boil")).toEqual(["Boil", "Boil"]);
    expect(looseTexts(" \n")).toEqual([]);
  });

  it("pass what chat around an answer spoils; constraints may be passed by different texts", () => {
    const json: Constraint = { kind: "json" };
    const answer = 'Here it is:\n{"steps": ["Boil the water."]}\nEnjoy!';
    expect(strictAndLoose(procedureOf(answer), [json], kernels)).toEqual({ strict: [false], loose: [true] });
    const three = "Boil\nPour\nWait";
    const counts = [1, 2, 3, 4].map((exactly): Constraint => ({ kind: "step-count", exactly }));
    expect(strictAndLoose(procedureOf(three), counts, kernels)).toEqual({
      strict: [false, false, true, false],
      loose: [true, true, true, false],
    });
  });
});

describe("metrics of the checks family", () => {
  it("are what can be worked out by hand", () => {
    const given: Pair[] = [
      [[{ kind: "step-count", exactly: 2 }, { kind: "json" }, { kind: "numbering", mark: "1." }], "1. Boil the water\n2. Pour the water"],
      [[{ kind: "step-count", max: 1 }], "Hello\n- Boil the water"],
      [[{ kind: "no-duplicates" }, { kind: "step-count", min: 1 }], ""],
    ];
    const found = values(given);
    expect(plain(found["checks-procedure-strict"])).toBe(1 / 3);
    expect(plain(found["checks-strict"])).toBe(3 / 6);
    expect(plain(found["check-step-count"])).toBe(2 / 3);
    expect(plain(found["check-json"])).toBe(0);
    expect(plain(found["check-adjacent"])).toBe("no item has such a constraint");
    expect(own.map(([id]) => id).slice(4)).toEqual(KINDS.map((kind) => `check-${kind}`));
  });

  it("keep their range and the invariants, whatever the order of items and however they are batched", () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const found = values(some);
        expect(some.flatMap((pair) => rowsOf([pair]))).toEqual(rowsOf(some));
        const turned = values(some.toReversed());
        for (const [id] of own) {
          const value = plain(found[id]);
          expect(plain(turned[id]), id).toBe(value);
          if (typeof value === "number") expect(value >= 0 && value <= 1, id).toBe(true);
        }
        const figures = Object.entries(found).map(([id, value]) => [id, value.kind === "value" ? { value: value.value } : {}]);
        expect(invariantFaults(Object.fromEntries(figures), ROUNDING)).toEqual([]);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("an item never passes more for a constraint more, nor for a step said twice where that is forbidden", () => {
    fc.assert(
      fc.property(pairs, constraint, (some, more) => {
        const harder = some.map(([constraints, written]): Pair => [[...constraints, more], written]);
        expect(plain(values(harder)["checks-procedure-strict"])).toBeLessThanOrEqual(
          plain(values(some)["checks-procedure-strict"]) as number,
        );
        const twice = some.map(([, written]): Pair => [[{ kind: "no-duplicates" }], `${written}\n1. Boil the water\n2. Boil the water`]);
        expect(plain(values(twice)["check-no-duplicates"])).toBe(0);
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it("nothing passes nothing", () => {
    const all = values([[[{ kind: "forbidden", steps: STEPS }, { kind: "no-duplicates" }, { kind: "one-action" }], ""]]);
    for (const id of ["checks-procedure-strict", "checks-procedure-loose", "checks-strict", "checks-loose"]) expect(plain(all[id])).toBe(0);
  });
});
