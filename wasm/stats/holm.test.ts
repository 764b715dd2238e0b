import fc from "fast-check";
import { expect, it } from "vitest";
import { holm } from "./holm.ts";

it.each([
  // R: p.adjust(c(...), "holm")
  [
    [0.01, 0.02, 0.03, 0.04, 0.05],
    [0.05, 0.08, 0.09, 0.09, 0.09],
  ],
  [
    [0.01, 0.04, 0.03, 0.005],
    [0.03, 0.06, 0.06, 0.02],
  ],
  [
    [0.5, 0.7],
    [1, 1],
  ],
  [[0.2], [0.2]],
  [[], []],
])("%j becomes %j", (ps, adjusted) => {
  expect(holm(ps)).toEqual(adjusted.map((p) => expect.closeTo(p, 14)));
});

it("never lowers a p, keeps their order, and lies between one test's p and Bonferroni's", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(p, { minLength: 1, maxLength: 30 }), (ps) => {
      const adjusted = holm(ps);
      for (const [i, one] of ps.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(one);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, one * ps.length));
        for (const [j, other] of ps.entries()) if (one <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] as number);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});
