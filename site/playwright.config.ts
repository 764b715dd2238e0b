import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const system = process.env.CHROMIUM_PATH ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  outputDir: "e2e/.results/files",
  globalSetup: "./e2e/serve.ts",
  workers: 1,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "e2e/.results/results.json" }]],
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      ...(system === undefined ? {} : { executablePath: system }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
