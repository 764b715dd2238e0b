// `npm run check`: types and lint, each a suite with its own verdict.
import { join } from "node:path";
import { nodePath, root, run } from "./runtime.mjs";
import { install } from "./setup.mjs";

/** The checks that read code without running it. Types of the site come from Astro, which knows its own files. */
export const CHECKS = [
  { name: "types of data, wasm and pipeline", command: "tsc", args: ["-b"] },
  { name: "types of the kernels", command: "tsc", args: ["-p", "wasm/tsconfig.kernels.json", "--noEmit"] },
  { name: "types of the site", command: "astro", args: ["check"], cwd: join(root, "site") },
  { name: "lint and format", command: "biome", args: ["ci", "--error-on-warnings", "."] },
  { name: "entries and packs agree", command: nodePath(), args: ["pipeline/bin/stepladder.js", "entry", "check"] },
  { name: "committed data is what the recipes give", command: nodePath(), args: ["pipeline/bin/stepladder.js", "build", "--check"] },
];

/** Runs one check; whether it passed. */
export function passes({ name, command, args, cwd = root }) {
  console.log(`\n== ${name}`);
  return run(command, args, { cwd, env: { CI: "true" } }) === 0;
}

if (process.argv[1]?.endsWith("check.mjs")) {
  install();
  process.exitCode = CHECKS.map(passes).every(Boolean) ? 0 : 1;
}
