import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

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
