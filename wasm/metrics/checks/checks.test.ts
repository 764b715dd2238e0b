import { Constraint, type ConstraintKind } from "@stepladder/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import cases from "./cases.json" with { type: "json" };
import { procedureOf } from "./loose.ts";
import { type Arc, type Asked, seeSteps } from "./match.ts";
import { stepsOracle } from "./oracle.ts";
import { type CheckedProcedure, checkProcedure, checkProcedures } from "./run.ts";

const kernels = await loadKernels();
const KINDS = Constraint.def.options.map(({ shape }) => shape.kind.def.values[0] as ConstraintKind);

interface Case {
  readonly sort: string;
  readonly name: string;
  readonly constraint: Constraint;
  readonly procedure: CheckedProcedure;
  readonly passed: boolean;
  readonly spans: readonly object[];
}

const byHand = cases as unknown as readonly Case[];

describe("a check", () => {
  it.each(byHand.map((one) => [`${one.constraint.kind}, ${one.name}`, one] as const))("of %s is as by hand", (_, one) => {
    const constraint = Constraint.parse(one.constraint);
    const [result] = checkProcedure(one.procedure, [constraint], kernels);
    expect(result).toMatchObject({ check: constraint.kind, passed: one.passed, spans: one.spans });
    expect(result?.reason).toMatch(/^[^\n]+\.$/);
  });

  it.each(KINDS)("of %s has cases that pass, fail and are on the border", (kind) => {
    const sorts = new Set(byHand.filter(({ constraint }) => constraint.kind === kind).map(({ sort }) => sort));
    expect(sorts).toEqual(new Set(["passing", "failing", "borderline"]));
  });

  it("says how steps were matched, under the id of its constraint", () => {
    const steps = ["Boil the water.", "Pour hot water over the leaves."];
    const wanted = ["Pour the water over the leaves", "boil the water", "Add milk"];
    const [result] = checkProcedure({ resources: [], steps }, [{ kind: "required", id: "all-there", steps: wanted }], kernels);
    expect(result).toMatchObject({
      check: "all-there",
      passed: false,
      reason: 'No step says "Add milk".',
      matches: [
        { wanted: wanted[0], step: 1, by: "f1", score: (2 * 5) / 12 },
        { wanted: wanted[1], step: 0, by: "equal", score: 1 },
        { wanted: wanted[2], score: 0 },
      ],
    });
  });

  it("leaves the arena as it was, and gives many procedures what it gives each of them", () => {
    const constraints = byHand.map(({ constraint }) => constraint);
    const procedures = byHand.map(({ procedure }) => procedure);
    const mark = kernels.arena.mark();
    const many = checkProcedures(
      [...procedures, ...procedures, ...procedures, ...procedures, ...procedures, ...procedures, ...procedures, ...procedures],
      constraints,
      kernels,
    );
    expect(kernels.arena.mark()).toBe(mark);
    expect(many.slice(0, procedures.length)).toEqual(procedures.map((procedure) => checkProcedure(procedure, constraints, kernels)));
    expect(many.slice(-procedures.length)).toEqual(many.slice(0, procedures.length));
    expect(checkProcedures([], constraints, kernels)).toEqual([]);
    expect(checkProcedure(procedures[0] as CheckedProcedure, [], kernels)).toEqual([]);
  });
});

describe("a text that is made to be slow", () => {
  const MEGABYTE = 1e6;
  const constraints = byHand.map(({ constraint }) => constraint);

  it.each([
    ...'1. a\n|- a b\n|```\n|# a   |(|1.1.|1/|½ |a and |a. A|goal: |Resources:\n- a\n|*|  x\n|{"steps":[|1. Steps:\n|\'|of or '.split("|"),
  ])("such as %j again and again is read and checked all the same", (unit) => {
    const start = performance.now();
    const text = unit.repeat(MEGABYTE / unit.length);
    for (const raw of [text, `1. Boil it.\n${text}`, `Resources:\n${text}\nSteps:\n1. Boil it.`]) {
      const results = checkProcedure(procedureOf(raw), constraints, kernels);
      expect(results).toHaveLength(constraints.length);
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it("passes nothing where it is larger than any procedure, and what is as large as one may be is checked", () => {
    const steps = Array.from({ length: 2000 }, (_, i) => `Turn dial ${i} to ${i * 7} and then to ${i * 3} ${"x ".repeat(100)}`);
    const check: Constraint[] = [{ kind: "no-duplicates" }, { kind: "step-count", min: 1 }];
    expect(checkProcedure({ resources: [], steps: steps.slice(0, 300) }, check, kernels).map(({ passed }) => passed)).toEqual([
      false,
      true,
    ]);
    const told = (procedure: CheckedProcedure) => checkProcedure(procedure, check, kernels).map(({ passed, reason }) => [passed, reason]);
    const fault = (what: string) => check.map(() => [false, `${what}: this is no procedure.`]);
    expect(told({ resources: [], steps: [...steps, "Boil"] })).toEqual(fault("There are more than 2000 steps"));
    expect(told({ resources: ["x".repeat(4001)], steps: ["Boil"] })).toEqual(fault("A step or resource has more than 4000 characters"));
    expect(checkProcedure({ resources: [], steps }, [{ kind: "step-count", exactly: 2000 }], kernels)[0]?.passed).toBe(true);
  });
});

// Few words, so that steps are often alike; some of other scripts.
const text = fc
  .array(fc.constantFrom("fold", "the", "left", "Right", "edge", "über", "折", "1.5", "don't", "–"), { maxLength: 12 })
  .map((words) => words.join(" "));
const steps = fc.array(text, { maxLength: 9 });
const asked: fc.Arbitrary<Asked> = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 4 }).chain((groups) => {
  const width = groups.flat().length;
  const place = fc.nat(Math.max(0, width - 1));
  const arcs = width === 0 ? fc.constant<Arc[]>([]) : fc.array(fc.tuple(place, place), { maxLength: 6 });
  return fc.record({ groups: fc.constant(groups), arcs, repeats: fc.boolean() });
});

describe("the kernels of checks", () => {
  it("equal the oracle on random steps, however they are batched", () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 5 }), asked, (procedures, ask) => {
        const seen = seeSteps(procedures, ask, kernels);
        expect(seen).toEqual(procedures.map((own) => stepsOracle(own, ask)));
        expect(procedures.flatMap((own) => seeSteps([own], ask, kernels))).toEqual(seen);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("match each step to itself where all differ, whatever their order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 9 }),
        fc.infiniteStream(fc.nat()),
        (numbers, keys) => {
          const own = numbers.map((n) => `Turn dial ${n} to the left`);
          const order = own.map((_, i) => ({ i, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
          const shuffled = order.map(({ i }) => own[i] as string);
          const [seen] = seeSteps([shuffled], { groups: [own], arcs: [], repeats: false }, kernels);
          expect(seen?.matches.map(({ step, by }) => [shuffled[step as number], by])).toEqual(own.map((step) => [step, "equal"]));
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });
});
