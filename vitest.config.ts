import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{data,wasm,pipeline,site}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/.tsbuild/**"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Every core: the default leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    reporters: ["default", "./.dev/vitest-outcomes.ts"],
  },
});
