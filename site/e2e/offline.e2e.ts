import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible } from "./site.ts";

test.use({ serviceWorkers: "allow" });

/** Opens home and waits until all that works without a network is kept. */
async function visitOnce(page: Page, url = at("")): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Serves the site at an origin of its own, where `publish` makes its worker that of another build, and `put` a file another text. */
async function serveNext(): Promise<{ url: string; publish(): void; put(path: string, text: string): void; close(): Promise<void> }> {
  let version: string | undefined;
  const put = new Map<string, string>();
  const server = createServer(async ({ url = "/" }, response) => {
    const from = await fetch(new URL(url, at("")));
    const bytes = Buffer.from(await from.arrayBuffer());
    const body = version !== undefined && url.endsWith("/sw.js") ? bytes.toString().replace(/"version":"[^"]*"/, version) : bytes;
    response.writeHead(from.status, { "content-type": from.headers.get("content-type") ?? "" });
    response.end(put.get(url) ?? body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const root = new URL(at("")).pathname;
  return {
    url: `http://127.0.0.1:${port}${root}`,
    put: (path, text) => void put.set(root + path, text),
    publish() {
      version = '"version":"of-tomorrow"';
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test("after one visit the site opens and scores without a network", async ({ page, context }) => {
  await visitOnce(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Boards", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "ProcBench" })).toBeVisible();
  await page.goto(at("score/?track=procladder&sample"));
  await expect(page.locator("[data-result]")).toBeVisible();
});

test("a board that was read before can be read without a network, and one that was not says what can", async ({ page, context }) => {
  await visitOnce(page);
  await page.goto(at("tracks/procladder/"), { waitUntil: "networkidle" });
  const lede = await page.locator(".lede").textContent();
  const rules = () => page.evaluate(() => Array.from(document.styleSheets, ({ cssRules }) => cssRules.length));
  const styled = await rules();
  await context.setOffline(true);
  await page.goto(at("tracks/procladder/?show=anything"));
  await expect(page.locator(".lede")).toHaveText(lede ?? "");
  expect(await rules()).toEqual(styled);
  await page.goto(at("tracks/procbench/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network, and this page was not read before");
  await expect(page.locator("[data-kept] a")).toHaveText(["Procladder"]);
  await expectAccessible(page);
  await page.locator("[data-kept] a").click();
  await expect(page.locator(".lede")).toHaveText(lede ?? "");
});

test("what is not of the shell is read anew while there is a network, and as it came last without one", async ({ page, context }) => {
  const next = await serveNext();
  try {
    await visitOnce(page, next.url);
    const path = "data/procladder/entries/empty.json";
    const read = () => page.evaluate(async (url) => (await fetch(url)).text(), next.url + path);
    expect(await read()).toContain("stepladder/entry/1");
    next.put(path, "rescored");
    expect(await read()).toBe("rescored");
    await context.setOffline(true);
    expect(await read()).toBe("rescored");
  } finally {
    await next.close();
  }
});

test("nothing is kept before the page itself is done", async ({ page, context }) => {
  const order: string[] = [];
  context.on("request", (request) => {
    if (request.serviceWorker() !== null) order.push("kept");
  });
  page.on("load", () => order.push("load"));
  await visitOnce(page);
  expect(order.filter((event) => event === "kept").length).toBeGreaterThan(10);
  expect(order[0]).toBe("load");
});

test("a new version waits until the reader asks for it, and then old files are gone", async ({ page }) => {
  // All that is kept is fetched twice: how long that takes is not what is tested.
  test.slow();
  const next = await serveNext();
  try {
    await visitOnce(page, next.url);
    const versions = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
    const [built] = await versions();
    next.publish();
    await page.reload();
    const note = page.getByRole("status").filter({ hasText: "A new version is ready" });
    await expect(note).toBeVisible({ timeout: 60_000 });
    expect(await versions()).toEqual([built, "of-tomorrow"]);
    await expectAccessible(page);
    await note.getByRole("button", { name: "Reload" }).focus();
    const loaded = page.waitForEvent("load");
    await page.keyboard.press("Enter");
    await loaded;
    await expect.poll(versions).toEqual(["of-tomorrow"]);
    await expect(note).toBeHidden();
  } finally {
    await next.close();
  }
});

// Of the 2.1 MB, 0.5 are what looks into a result and what takes it along: the explorer and its viewers, sets, submission, other formats.
test("what is kept on the first visit is at most 2.1 MB, and 1 MB of gold", async ({ request }) => {
  const worker = await (await request.get(at("sw.js"))).text();
  const [, bytes] = /"bytes":(\d+)/.exec(worker) ?? [];
  const gold = [...new Set(worker.match(/data\/[\w-]+\/(?:items|sample)\.jsonl\.gz/g))];
  const sizes = await Promise.all(gold.map(async (path) => (await (await request.get(at(path))).body()).length));
  const goldBytes = sizes.reduce((sum, size) => sum + size, 0);
  expect(goldBytes).toBeGreaterThan(100_000);
  expect(goldBytes).toBeLessThanOrEqual(1_000_000);
  expect(Number(bytes) - goldBytes).toBeGreaterThan(100_000);
  expect(Number(bytes) - goldBytes).toBeLessThanOrEqual(2_100_000);
});

test("the site can be installed: its manifest and icons are as they say", async ({ page, request }) => {
  await page.goto(at(""));
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(new URL(address ?? "", at("")).href)).json();
  expect(manifest).toMatchObject({ name: "Stepladder", display: "minimal-ui" });
  for (const { src, sizes } of manifest.icons as { src: string; sizes: string }[]) {
    const size = await page.evaluate(async (from) => {
      const image = new Image();
      image.src = from;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size).toBe(sizes);
  }
});
