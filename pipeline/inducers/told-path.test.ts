import { closureOf } from "@stepladder/wasm/lib/precedence.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Costs, ToldPath } from "./told-path.ts";

const STEPS = 7;
const costs = new Costs(STEPS, 0.01);

const paths = fc.uniqueArray(fc.nat(STEPS - 1), { minLength: 1, maxLength: STEPS });
/** Arcs from lower to higher steps run in no circle. */
const arcs = fc.array(
  fc.tuple(fc.nat(STEPS - 1), fc.nat(STEPS - 1)).filter(([a, b]) => a < b),
  { maxLength: 8 },
);
const arc = fc.tuple(fc.nat(STEPS - 1), fc.nat(STEPS - 1)).filter(([a, b]) => a < b);

function needsOf(of: readonly (readonly [number, number])[]): number[][] {
  const before = closureOf(STEPS, of);
  const all = Array.from({ length: STEPS }, (_, step) => step);
  return all.map((step) => all.filter((other) => before.has(other, step)));
}

/** The slow and obvious way, step by step. */
function bitsOf(path: readonly number[], needs: readonly (readonly number[])[]): number {
  return path.reduce((bits, step, place) => {
    const left = path.slice(place);
    const could = left.filter((other) => !needs[other]?.some((need) => left.includes(need)));
    if (!could.includes(step)) return bits + Math.log2((left.length - could.length) / 0.01);
    return bits + Math.log2(could.length / (could.length === left.length ? 1 : 0.99));
  }, 0);
}

it("takes the bits of each step among those that could be done", () => {
  fc.assert(
    fc.property(paths, arcs, (path, of) => {
      expect(new ToldPath(path, STEPS, costs).tell(needsOf(of))).toBeCloseTo(bitsOf(path, needsOf(of)), 9);
    }),
    { seed: 2026 },
  );
});

it("says beforehand what it takes with an arc more, as if it were told anew", () => {
  fc.assert(
    fc.property(paths, arcs, arc, (path, of, [need, step]) => {
      const told = new ToldPath(path, STEPS, costs);
      const needs = needsOf(of);
      told.tell(needs);
      const waiting = [step, ...needs.flatMap((own, other) => (own.includes(step) ? [other] : []))];
      const anew = new ToldPath(path, STEPS, costs).tell(needsOf([...of, [need, step]]));
      expect(told.bitsIfMore(need, waiting)).toBe(anew);
    }),
    { seed: 2027 },
  );
});

it("says beforehand what it takes where a step needs fewer", () => {
  fc.assert(
    fc.property(paths, arcs, fc.nat(STEPS - 1), (path, of, step) => {
      const told = new ToldPath(path, STEPS, costs);
      const needs = needsOf(of);
      told.tell(needs);
      const fewer = needs.map((own, other) => (other === step ? own.slice(1) : own));
      expect(told.bitsIfOnly(step, fewer[step] as number[])).toBe(new ToldPath(path, STEPS, costs).tell(fewer));
    }),
    { seed: 2028 },
  );
});
