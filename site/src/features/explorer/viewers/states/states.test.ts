import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieces } from "./diff.ts";
import { statesSteps } from "./steps.ts";

const panel = { kind: "states" as const, title: "States", gold: ["[1,2]", "[2]", "x"] };

describe("statesSteps", () => {
  it("has no error without a prediction", () => expect(statesSteps(panel)).toMatchObject({ count: 3, errors: [] }));

  it("counts what differs, what is missing and what is too much as errors", () => {
    expect(statesSteps({ ...panel, predicted: ["[1,2]", "[3]"], same: [true, false] }).errors).toEqual([1, 2]);
    expect(statesSteps({ ...panel, predicted: ["a", "b", "c", "d"], same: [true, true, true] })).toMatchObject({ count: 4, errors: [3] });
  });

  it("measures lists by their members, text by its letters", () => {
    const { size } = statesSteps({ ...panel, predicted: ["[1,2,3]", "[2]", "four"], same: [false, true, false] });
    expect([0, 1, 2, 3].map((at) => size?.(at))).toEqual([3, 1, 4, undefined]);
  });
});

describe("pieces", () => {
  const shown = (a: string, b: string) =>
    pieces(a, b).map((side) => side.map(({ text, differs }) => (differs ? `(${text})` : text)).join(""));

  it.each([
    ["abc", "abc", ["abc", "abc"]],
    ["abcd", "axcd", ["a(b)cd", "a(x)cd"]],
    ["abab", "ab", ["ab(ab)", "ab"]],
    ["", "x", ["", "(x)"]],
    ["[1, 2, 3]", "[1, 3, 2]", ["[1, (2), (3)]", "[1, (3), (2)]"]],
    ["n\u0303o", "no", ["(n\u0303)o", "(n)o"]],
  ])("%s and %s", (a, b, expected) => expect(shown(a, b)).toEqual(expected));

  it("gives both texts back, and the same letters of both where nothing differs", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "👩‍🚀"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = pieces(a, b);
        const all = (side: typeof left) => side.map(({ text }) => text).join("");
        const same = (side: typeof left) => all(side.filter(({ differs }) => !differs));
        expect([all(left), all(right)]).toEqual([a, b]);
        expect(same(left)).toBe(same(right));
      }),
    );
  });

  it("tells texts too long to compare as one stretch, at once", () => {
    const [a, b] = ["ab".repeat(20_000), "ba".repeat(20_000)];
    const start = performance.now();
    expect(pieces(a, b)[0].length).toBeLessThan(4);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
