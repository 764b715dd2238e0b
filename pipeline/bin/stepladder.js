#!/usr/bin/env node
// Plain JavaScript: runs the TypeScript command line under the Node that the project obtained at install.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodePath, root } from "../../.dev/runtime.mjs";

const cli = fileURLToPath(new URL("../cli.ts", import.meta.url));
// The channel closes when this process ends, however it ends, and the other ends with it.
const stdio = ["inherit", "inherit", "inherit", "ipc"];
// Compiled once, the command and each of its threads start in half the time.
const env = { NODE_COMPILE_CACHE: join(root, ".cache/compiled"), ...process.env };
const child = spawn(nodePath(), ["--disable-warning=ExperimentalWarning", cli, ...process.argv.slice(2)], { stdio, env });
// The terminal sends its signals to both; this process waits for the other's answer.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
});
