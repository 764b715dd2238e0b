import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "playwright";

const system = process.env.CHROMIUM_PATH ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));

/** How the tests and `parity` start Chromium: the one named by CHROMIUM_PATH, the system's, or Playwright's own; it runs as root and asks nobody. */
export const CHROMIUM: LaunchOptions = {
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
};

/** A Chromium; `undefined` where there is none on this machine. */
export async function launchChromium(): Promise<Browser | undefined> {
  return existsSync(system ?? chromium.executablePath()) ? chromium.launch(CHROMIUM) : undefined;
}
