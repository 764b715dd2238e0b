import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright";

const SYSTEM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** A Chromium: the one named by CHROMIUM_PATH, the system's, or Playwright's own; `undefined` where there is none. */
export async function launchChromium(): Promise<Browser | undefined> {
  const executablePath = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path)) ?? chromium.executablePath();
  return existsSync(executablePath) ? chromium.launch({ executablePath, args: FLAGS }) : undefined;
}
