import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import type { Matrix, Weights } from "../contract.ts";
import { exampleOf } from "../example.ts";
import { metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import { ORDERED_KINDS, traces } from "./measure.ts";

const kernels = await loadKernels();
const KINDS = [...ORDERED_KINDS, "steps"];
const IDS = ["text-match", "run-consistency", "incremental-consistency"] as const;

/** Runs of which the questions of each kind are right or wrong. */
type Run = Readonly<Record<string, boolean>>;

const measure = traces<string, boolean>({ gold: (kind) => ({ kind, expected: "7" }), answer: (right) => (right ? " 7\n" : "8") });

function matrixOf(runs: readonly Run[]): Matrix {
  const questions = runs.flatMap((run, r) => Object.entries(run).map(([kind, right]) => ({ kind, right, r })));
  const items = questions.map(({ kind, right }) => ({ gold: kind, prediction: right, shown: { gold: "", prediction: "" } }));
  return { ...exampleOf(measure, items).matrix(kernels), groups: { of: Int32Array.from(questions, ({ r }) => r), count: runs.length } };
}

const scores = (runs: readonly Run[], weights?: Weights) => IDS.map((id) => metrics[id].value(matrixOf(runs), weights));
const value = (of: number) => ({ kind: "value", value: expect.closeTo(of, 12) });

/** As spec and official code word it: the pattern of the four answers. */
function incremental({ covered, value, next, output }: Run): number {
  if (covered && value && next && output) return 1;
  if (covered && value && next && !output) return 0.5;
  if (covered && value && !next && !output) return 0.25;
  return covered && !value && !next && !output ? 0.125 : 0;
}

const runs = fc.array(fc.record(Object.fromEntries(KINDS.map((kind) => [kind, fc.boolean()]))), { minLength: 1, maxLength: 8 });

describe("consistency over runs", () => {
  it("is all or nothing, and 1, .5, .25, .125 or 0 in order", () => {
    fc.assert(
      fc.property(runs, (all) => {
        const mean = (of: (run: Run) => number) => all.reduce((sum, run) => sum + of(run), 0) / all.length;
        const right = mean((run) => Object.values(run).filter(Boolean).length / KINDS.length);
        expect(scores(all)).toEqual([
          value(right),
          value(mean((run) => Number(Object.values(run).every(Boolean)))),
          value(mean(incremental)),
        ]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("costs 0 where the output is right and the way to it is not", () => {
    expect(scores([{ covered: true, value: true, next: false, output: true, steps: true }])).toEqual([value(4 / 5), value(0), value(0)]);
  });

  it("does not change where every question of every run is drawn twice, and leaves out runs that are not drawn", () => {
    fc.assert(
      fc.property(runs, (all) => {
        const twice = new Float64Array(all.length * KINDS.length).fill(2);
        expect(scores(all, twice)).toEqual(scores(all));
        const first = twice.map((_, i) => Number(i < KINDS.length));
        expect(scores(all, first)).toEqual(scores(all.slice(0, 1)));
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("has no incremental value where a question is missing", () => {
    expect(scores([{ covered: true, next: true }])[2]).toEqual({ kind: "none", reason: "not every run is asked all four questions" });
  });

  it("keeps the invariants", () => {
    fc.assert(
      fc.property(runs, (all) => {
        const told = scores(all).map((one, i) => [IDS[i], { value: one.kind === "value" ? one.value : Number.NaN }]);
        expect(invariantFaults(Object.fromEntries(told), ROUNDING)).toEqual([]);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
