import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { pairs, puct, type Searched, statistics } from "./abi.ts";

const kernels = await loadCreditKernels();
const NONE = Number.NaN;

describe("statistics", () => {
  it("of a chain: each node earns what it adds, and all that comes after", () => {
    const chain = { parents: [-1, 0], depths: [0, 1], confidences: [0.5, 0.75], outcomes: [NONE, 1], visits: [2, 2] };
    const { values, gains, vs, qs } = statistics(kernels, chain, { gamma: 1, bonus: 1.25 });
    expect([...values]).toEqual([0.5, 2]);
    expect([...gains]).toEqual([0.5, 1.5]);
    expect([...vs]).toEqual([1.5, 0]);
    expect([...qs]).toEqual([2, 1.5]);
  });

  it("confidence 0 stands for the parent's value, and counts less from the fifth level on", () => {
    const parents = [-1, 0, 1, 2, 3, 4];
    const confidences = [0.5, 0, 0.5, 0.5, 0.5, 0.5];
    const deep = {
      parents,
      depths: [0, 1, 2, 3, 4, 5],
      confidences,
      outcomes: [NONE, NONE, NONE, NONE, NONE, 0],
      visits: [1, 1, 1, 1, 1, 1],
    };
    expect([...statistics(kernels, deep, { gamma: 1, bonus: 1 }).values]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.25 - 1]);
  });

  const drawn = fc.record({
    parent: fc.nat(),
    confidence: fc.constantFrom(0, 0.25, 0.5, 0.9),
    outcome: fc.constantFrom(0, 0.5, 1),
    visits: fc.integer({ min: 0, max: 5 }),
  });

  it("equal those of a plain recursion", () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 12 }), fc.constantFrom(0.5, 1), (draws, gamma) => {
        const parents = draws.map(({ parent }, n) => (parent % (n + 1)) - 1);
        const depths: number[] = [];
        for (const parent of parents) depths.push(parent < 0 ? 0 : (depths[parent] as number) + 1);
        const searched: Searched = {
          parents,
          depths,
          confidences: draws.map(({ confidence }) => confidence),
          outcomes: draws.map(({ outcome }, n) => (parents.includes(n) ? NONE : outcome)),
          visits: draws.map(({ visits }) => visits),
        };
        const own = statistics(kernels, searched, { gamma, bonus: 1.25 });
        for (const n of parents.keys()) {
          const plain = recursion(searched, n, gamma);
          expect(own.qs[n]).toBeCloseTo(plain, 12);
        }
      }),
    );
  });
});

/** Q of a node, read off the formulas. */
function recursion(searched: Searched, node: number, gamma: number): number {
  const { parents, depths, confidences, outcomes, visits } = searched;
  const value = (n: number): number => {
    if (n < 0) return 0;
    const confidence = confidences[n] as number;
    const base = confidence === 0 ? value(parents[n] as number) : confidence / Math.max((depths[n] as number) - 3, 1);
    const outcome = outcomes[n] as number;
    if (Number.isNaN(outcome)) return base;
    return base + (outcome === 1 ? 1.25 : 2 * outcome - 1);
  };
  const children = [...parents.keys()].filter((n) => parents[n] === node);
  const weights = children.map((n) => Math.max(1, visits[n] as number));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const v = children.reduce((sum, n, c) => sum + ((weights[c] as number) * recursion(searched, n, gamma)) / all, 0);
  return value(node) - value(parents[node] as number) + gamma * v;
}

describe("pairs", () => {
  const zeros = [0, 0, 0, 0, 0];

  it("stand along the path of most visits, at every choice, the best against the worst", () => {
    // The root's children 0, 1 and 2; 1 leads to 3 and 4.
    const parents = [-1, -1, -1, 1, 1];
    const found = pairs(kernels, { parents, visits: [1, 4, 2, 3, 1] }, { values: zeros, vs: zeros, qs: [0.5, 0.25, -1, 0, 1] });
    expect(found).toEqual([
      { preferred: 0, rejected: 2, smoothing: 0.5 },
      { preferred: 4, rejected: 3, smoothing: 0.5 },
    ]);
  });

  it("stand on a path that prefers the node whose children are visited unequally", () => {
    // 0 was visited less often than 1, but what follows it 3 times and never.
    const parents = [-1, -1, 0, 0];
    const found = pairs(kernels, { parents, visits: [3, 4, 3, 0] }, { values: zeros, vs: zeros, qs: [0, 1, 1, 0] });
    expect(found.map(({ preferred, rejected }) => [preferred, rejected])).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });

  it("are the less smoothed the seldomer the worst was visited", () => {
    const statistics = { values: zeros, vs: zeros, qs: [1, 0] };
    expect(pairs(kernels, { parents: [-1, -1], visits: [3, 1] }, statistics)[0]?.smoothing).toBe(0.25);
    expect(pairs(kernels, { parents: [-1, -1], visits: [0, 0] }, statistics)[0]?.smoothing).toBe(0);
  });

  it("there is none where there is no choice, and the path goes on past it", () => {
    const statistics = { values: zeros, vs: zeros, qs: [0, 0, 1] };
    expect(pairs(kernels, { parents: [-1, 0, 0], visits: [1, 1, 1] }, statistics)).toEqual([{ preferred: 2, rejected: 1, smoothing: 0.5 }]);
  });
});

it("PUCT adds what is little known", () => {
  expect([...puct(kernels, { qs: [1, 0], priors: [0.5, 0.5], visits: [3, 0], before: [4, 4] }, 1)]).toEqual([1.25, 1]);
});
