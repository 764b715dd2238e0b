// The server that tests of the queue run against: Redis or Valkey of the system, else Redis from apt.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./runtime.mjs";

const SERVERS = ["redis-server", "valkey-server"];

function there() {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => SERVERS.some((name) => existsSync(join(folder, name))));
}

/** Makes sure that there is a server where it can be had; without one the tests that need it say so and are skipped. */
export function redis() {
  if (there() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("installing Redis (apt-get)");
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "redis-server"], { env: { DEBIAN_FRONTEND: "noninteractive" } });
}
