// Plain JavaScript for any Node from 20 on: finds the Node that the project runs under.
// It comes out of the npm registry with the other dependencies (package.json, optionalDependencies), so it is in the
// lockfile and needs neither PATH nor network after install.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Whether this Node runs TypeScript as it stands and everything the project depends on. */
function isEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 19);
}

/** The Node to run under: the obtained one, else this one where it will do. */
export function nodePath() {
  const obtained = join(
    root,
    "node_modules",
    `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (existsSync(obtained)) return obtained;
  if (isEnough(process.versions.node)) return process.execPath;
  console.error(
    `stepladder: expected Node 22.19 or later, found ${process.versions.node} and no obtained Node for ${process.platform}-${process.arch}; run "npm ci", or install a newer Node`,
  );
  process.exit(1);
}

/** The environment in which `node`, `npm` and the packages' commands are those of the project. */
export function projectEnv(extra = {}) {
  const separator = process.platform === "win32" ? ";" : ":";
  const path = [dirname(nodePath()), join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(separator);
  return { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...extra };
}

/** Runs a command in the project and gives its exit code; output goes where ours goes. */
export function run(command, args, { cwd = root, env = {} } = {}) {
  const { status, error } = spawnSync(command, args, { cwd, env: projectEnv(env), stdio: ["ignore", "inherit", "inherit"] });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Runs a command and ends this process with its exit code where that is not 0. */
export function must(command, args, options) {
  const status = run(command, args, options);
  if (status !== 0) process.exit(status);
}
