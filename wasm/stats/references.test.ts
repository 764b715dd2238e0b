import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import type { Kernels } from "../host/kernels.ts";
import { loadKernels } from "../host/node.ts";
import { additive, meanOf } from "../metrics/contract.ts";
import cases from "./cases.json" with { type: "json" };
import { comparePairs } from "./compare.ts";
import { DRAWING, type Field } from "./contract.ts";
import { standingsOf } from "./standings.ts";

let kernels: Kernels;
beforeAll(async () => {
  kernels = await loadKernels();
});

/** Systems by the mean of these scores. */
function fieldOf(binary: boolean, ...systems: readonly (readonly number[])[]): Field {
  const told = { id: "score", title: "Score", explains: "Mean score.", source: "made up", family: "none", unit: "fraction" } as const;
  const metric = additive({ ...told, better: "higher", binary, ...meanOf("score") });
  const matrices = systems.map((scores) => ({ items: scores.length, columns: { score: Float64Array.from(scores) } }));
  return { metric, systems: matrices, weights: undefined };
}

it.each(cases.interval)("a board's BCa interval is scipy's: $why", ({ data, value: [low = 0, high = 0] }) => {
  const { interval } = standingsOf(kernels, fieldOf(false, data), DRAWING).systems[0] ?? {};
  // With 10,000 draws an end has a standard error of 1 % of the width (0.7 % by its quantile, as much again by the bias): four of them.
  const noise = 0.04 * (high - low);
  expect(interval?.by).toBe("bca");
  expect(Math.abs((interval?.low as number) - low)).toBeLessThan(noise);
  expect(Math.abs((interval?.high as number) - high)).toBeLessThan(noise);
});

it.each(cases.permutation)("a comparison's p is that of all permutations: $why", ({ a, b, value }) => {
  const [comparison] = comparePairs(kernels, fieldOf(false, a, b), [{ a: 0, b: 1 }], DRAWING);
  expect(comparison?.test).toBe("permutation");
  // Four standard errors of a share of 10,000 draws.
  expect(Math.abs((comparison?.p as number) - value)).toBeLessThan(4 * Math.sqrt((value * (1 - value)) / DRAWING.draws));
});

it("a comparison of rows of 0 and 1 is McNemar's on the items that one alone has right", () => {
  const [comparison] = comparePairs(
    kernels,
    fieldOf(true, [1, 1, 1, 1, 1, 1, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 1, 1, 0, 0]),
    [{ a: 0, b: 1 }],
    DRAWING,
  );
  // scipy.stats.binomtest(1, 7).pvalue
  expect(comparison).toMatchObject({ test: "mcnemar", won: 6, lost: 1, tied: 3, p: 0.125 });
});

it("numpy, scipy and mpmath themselves say what cases.json holds", (context) => {
  const script = `
import json, sys
try: import mpmath, numpy, scipy.stats
except ImportError: sys.exit(9)
for kind, cases in json.load(open(sys.argv[1])).items():
    for case in cases:
        told = eval(case["why"])
        if kind == "bca":
            assert numpy.allclose(numpy.sort(told.bootstrap_distribution), case["draws"], rtol=1e-12), case
            told = list(told.confidence_interval)
        assert numpy.allclose(told, case["value"], rtol=1e-12, atol=0), case
`;
  const { error, status, stderr } = spawnSync("python3", ["-c", script, fileURLToPath(new URL("cases.json", import.meta.url))], {
    encoding: "utf8",
  });
  if (error !== undefined || status === 9) return context.skip("python3 with numpy, scipy and mpmath is not on this machine");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
