import { createHash } from "node:crypto";
import type { Page as Tab } from "playwright";
import { launchChromium } from "../../core/chromium.ts";
import type { Failure, Page, Reader } from "../../core/mining.ts";
import { MAX_PAGE } from "../file.ts";
import { Web } from "./web.ts";

const SCHEME = "browser+";
const PATIENCE_MS = 30_000;

/** Pages that scripts write, as Chromium shows them once they are loaded; slow, so only what is asked for by name. */
export const browser: Reader = {
  id: "browser",
  title: "Addresses of pages that need JavaScript (browser+https://...), read through Chromium",
  remote: true,
  async accepts(input) {
    return /^browser\+https?:\/\//i.test(input);
  },
  async *split(address) {
    yield { reader: "browser", id: address, size: 0, at: { addresses: address } };
  },
  async *read({ id, at }, signal) {
    const chromium = await launchChromium();
    if (chromium === undefined) {
      yield { id, kind: "no-browser", expected: "a Chromium", found: "none", fix: "install chromium, or name one in CHROMIUM_PATH" };
      return;
    }
    const stop = (): unknown => chromium.close();
    signal.addEventListener("abort", stop);
    try {
      const web = new Web();
      for (const address of (at.addresses as string).split("\n")) yield await shown(await chromium.newPage(), address, web, signal);
    } finally {
      signal.removeEventListener("abort", stop);
      await chromium.close();
    }
  },
};

async function shown(tab: Tab, address: string, web: Web, signal: AbortSignal): Promise<Page | Failure> {
  const url = address.slice(SCHEME.length);
  const refused = await web.refused(url, signal);
  if (refused !== undefined) return { ...refused, id: address };
  try {
    const answer = await tab.goto(url, { waitUntil: "load", timeout: PATIENCE_MS });
    if (answer !== null && !answer.ok())
      return {
        id: address,
        kind: `http-${answer.status()}`,
        expected: "a page",
        found: `status ${answer.status()}`,
        fix: "check the address",
      };
    // Pages that go on asking for ever, as chats do, are taken as they stand.
    await tab.waitForLoadState("networkidle", { timeout: PATIENCE_MS }).catch(() => {});
    const text = await tab.content();
    if (text.length > MAX_PAGE)
      return {
        id: address,
        kind: "too-large",
        expected: `at most ${MAX_PAGE} characters`,
        found: `${text.length}`,
        fix: "leave the address out",
      };
    return { id: address, url: tab.url(), markup: "html", text, sha256: createHash("sha256").update(text).digest("hex") };
  } catch (error) {
    signal.throwIfAborted();
    const found = (error as Error).message.split("\n")[0] ?? "a fault";
    return { id: address, kind: "no-answer", expected: "a page that loads", found, fix: "check the address in a browser" };
  } finally {
    await tab.close().catch(() => {});
  }
}
