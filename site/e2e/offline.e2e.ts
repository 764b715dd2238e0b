import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible } from "./site.ts";

test.use({ serviceWorkers: "allow" });

/** Opens home and waits until all that works without a network is kept. */
async function visitOnce(page: Page): Promise<void> {
  await page.goto(at(""));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
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
  await context.setOffline(true);
  await page.goto(at("tracks/procladder/?show=anything"));
  await expect(page.locator(".lede")).toHaveText(lede ?? "");
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("table") as Element).borderCollapse)).toBe("collapse");
  await page.goto(at("tracks/procbench/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network, and this page was not read before");
  await expect(page.locator("[data-kept] a")).toHaveText(["ProcLadder"]);
  await expectAccessible(page);
  await page.locator("[data-kept] a").click();
  await expect(page.locator(".lede")).toHaveText(lede ?? "");
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

test("a new version waits until the reader asks for it, and then old files are gone", async ({ page, context }) => {
  await visitOnce(page);
  const names = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
  const [built] = await names();
  await context.route("**/sw.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(built ?? "", "of-tomorrow") });
  });
  await page.reload();
  const note = page.getByRole("status").filter({ hasText: "A new version is ready" });
  await expect(note).toBeVisible();
  expect((await names()).sort()).toEqual([built, "of-tomorrow"].sort());
  await expectAccessible(page);
  const reload = note.getByRole("button", { name: "Reload" });
  await reload.focus();
  const loaded = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await loaded;
  await expect.poll(names).toEqual(["of-tomorrow"]);
  await expect(note).toBeHidden();
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
