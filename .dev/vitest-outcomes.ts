import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule } from "vitest/node";

const FILE = fileURLToPath(new URL("../.cache/vitest.json", import.meta.url));

/** Leaves every test's outcome, with the reason of a skip, for the one line that counts all suites. */
export default class Outcomes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const outcomes = modules.flatMap((module) => [
      ...module.errors().map(({ message }) => ({ state: "failed", title: module.moduleId, reason: message })),
      ...[...module.children.allTests()].map((test) => {
        const result = test.result();
        const reason = "note" in result && result.note ? result.note : "no reason given";
        return { state: result.state, title: test.fullName, ...(result.state === "skipped" ? { reason } : {}) };
      }),
    ]);
    mkdirSync(fileURLToPath(new URL("../.cache/", import.meta.url)), { recursive: true });
    writeFileSync(FILE, JSON.stringify(outcomes));
  }
}
