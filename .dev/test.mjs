// `npm test`: from a fresh clone through types, lint, unit and end-to-end tests, to one line that counts them all.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browser } from "./browser.mjs";
import { redis } from "./redis.mjs";
import { root, run } from "./runtime.mjs";
import { install } from "./setup.mjs";

const VITEST = join(root, ".cache/vitest.json");
const PLAYWRIGHT = join(root, "site/e2e/.results/results.json");

const total = { passed: 0, failed: 0, skipped: 0 };
const skips = [];

install();
rmSync(VITEST, { force: true });
await import("./build.mjs");
const { CHECKS, passes } = await import("./check.mjs");
for (const check of CHECKS) total[passes(check) ? "passed" : "failed"]++;

console.log("\n== unit tests");
redis();
const unit = run("vitest", ["run"], { env: { NODE_ENV: "test" } });
countVitest(unit);

console.log("\n== end-to-end tests in Chromium");
if (browser()) {
  playwright("together", 2);
  playwright("alone", 1);
} else {
  console.log("no Chromium could be found or installed");
  total.failed++;
}

for (const { title, reason } of skips) console.log(`skipped: ${title}: ${reason}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs and counts one project of the end-to-end tests. */
function playwright(project, workers) {
  rmSync(PLAYWRIGHT, { force: true });
  const args = ["test", `--project=${project}`, `--workers=${workers}`];
  countPlaywright(run("playwright", args, { cwd: join(root, "site"), env: { NODE_ENV: "test" } }));
}

/** Counts a suite's report; a runner that left none, or failed without a failed test, is one failure. */
function count(status, outcomes) {
  let failed = 0;
  for (const { state, title, reason } of outcomes) {
    total[state]++;
    if (state === "failed") failed++;
    if (state === "skipped") skips.push({ title, reason });
  }
  if (status !== 0 && failed === 0) total.failed++;
}

function countVitest(status) {
  count(status, existsSync(VITEST) ? JSON.parse(readFileSync(VITEST, "utf8")) : []);
}

function countPlaywright(status) {
  const outcomes = [];
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const state = test.status === "skipped" ? "skipped" : spec.ok ? "passed" : "failed";
        const reason = test.annotations.find(({ type }) => type === "skip")?.description ?? "no reason given";
        outcomes.push({ state, title: [...path, spec.title].join(" > "), reason });
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, [...path, inner.title]);
  };
  if (existsSync(PLAYWRIGHT)) for (const suite of JSON.parse(readFileSync(PLAYWRIGHT, "utf8")).suites) walk(suite, [suite.title]);
  count(status, outcomes);
}
