// The Chromium that tests run in: one named, one of the system, one from apt, or Playwright's own download.
import { existsSync } from "node:fs";
import { run } from "./runtime.mjs";

const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

function there() {
  const named = process.env.CHROMIUM_PATH;
  return named === undefined ? SYSTEM.some(existsSync) : existsSync(named);
}

/** Makes sure that there is a Chromium; whether there is one now. */
export function browser() {
  if (there()) return true;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.log("installing Chromium (apt-get)");
    const apt = (packages) =>
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages, "fonts-dejavu-core"], {
        env: { DEBIAN_FRONTEND: "noninteractive" },
      });
    run("apt-get", ["update", "-qq"]);
    if (apt(["chromium-headless-shell"]) === 0 || apt(["chromium"]) === 0) return true;
  }
  return run("playwright", ["install", "--only-shell", "chromium"]) === 0;
}
