import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "../pipeline/core/chromium.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  outputDir: "e2e/.results/files",
  globalSetup: "./e2e/serve.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "e2e/.results/results.json" }]],
  use: { trace: "retain-on-failure", launchOptions: CHROMIUM },
});
