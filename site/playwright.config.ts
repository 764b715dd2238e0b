import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "../pipeline/core/chromium.ts";

const ALONE = "large.e2e.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  outputDir: "e2e/.results/files",
  globalSetup: "./e2e/serve.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Tests that measure memory and patience have the machine to themselves: `npm test` runs the two projects one after the other.
  projects: [
    { name: "together", testIgnore: ALONE, fullyParallel: true },
    { name: "alone", testMatch: ALONE },
  ],
  reporter: [["list"], ["json", { outputFile: "e2e/.results/results.json" }]],
  // A page is measured as a first visit finds it; what the site keeps for later has a test of its own, which allows it.
  use: { serviceWorkers: "block", trace: "retain-on-failure", launchOptions: CHROMIUM },
});
