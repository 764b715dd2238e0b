import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../procladder/random.ts";
import { splits } from "./generate.ts";
import { run, Unfit } from "./interpreter.ts";
import { layoutOf, type Program, type Statement } from "./language.ts";
import { makeProgram } from "./programs.ts";
import { runInNode } from "./testing.ts";

describe("a run", () => {
  it.each(splits)("of a program of split $id is what Node makes of its text: lines, values, output", ({ id: _, ...size }) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, number) => {
        const { layout, run: ours } = makeProgram(new Random(seed, number), size);
        expect(runInNode(layout.lines), layout.lines.join("\n")).toEqual(ours);
      }),
      { numRuns: 150 },
    );
  });

  it("of programs drawn from a seed ends within the split's steps, leaves some line out, and comes to some line twice", () => {
    for (const { id: _, ...size } of splits) {
      for (let number = 0; number < 100; number++) {
        const { layout, run: made } = makeProgram(new Random(99, number), size);
        expect(made.steps.length).toBeGreaterThanOrEqual(size.least);
        expect(made.steps.length).toBeLessThanOrEqual(size.most);
        const executed = new Set(made.steps.map(({ line }) => line));
        expect(executed.size).toBeLessThan(Math.min(layout.lineOf.size, made.steps.length));
      }
    }
  });
});

const unfit = (...main: Statement[]) => {
  const program: Program = { functions: [], main };
  return () => run(program, layoutOf(program), 20);
};

describe("what the language does not have", () => {
  it("is a run without an end: it is stopped", () => {
    const body: Statement[] = [{ kind: "assign", target: "a", value: 1 }];
    expect(unfit({ kind: "while", condition: { left: 1, relation: ">", right: 0 }, body })).toThrow(Unfit);
  });

  it.each([
    ["the remainder of a negative number", { operator: "%", left: -1, right: 2 }],
    ["a number that nobody reads at a glance", { operator: "*", left: 9999, right: 2 }],
    ["a variable that was not set", "b"],
    ["an element of no list", { list: "xs", index: 0 }],
  ] as const)("is %s", (_, value) => {
    expect(unfit({ kind: "assign", target: "a", value })).toThrow(Unfit);
  });
});
