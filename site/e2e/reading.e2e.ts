import { expect, test } from "@playwright/test";
import { at } from "./site.ts";

test.use({ javaScriptEnabled: false });

test("home reads without JavaScript", async ({ page }) => {
  await page.goto(at(""));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "ProcBench" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Score a file" }).first()).toBeVisible();
  await expect(page.locator("[data-theme-toggle]")).toBeHidden();
});

test("a track page reads without JavaScript", async ({ page }) => {
  await page.goto(at("tracks/procladder/"));
  await expect(page.getByRole("row").filter({ hasText: "ranks the board" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Datasheet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Items with gold" })).toBeVisible();
});

test("a board and its entries read without JavaScript", async ({ page }) => {
  await page.goto(at("tracks/procladder/"));
  const table = page.locator("table[data-board]").first();
  const rows = table.locator("tbody tr");
  const names = await rows.getByRole("rowheader").getByRole("link").allTextContents();
  expect(names.length).toBeGreaterThan(1);
  await expect(rows).toHaveCount(names.length);
  for (const row of await rows.all()) await expect(row).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(table.getByRole("button")).toHaveCount(0);
  for (const name of names) {
    await page.goto(at("tracks/procladder/"));
    await table.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("row").filter({ hasText: "Prefix accuracy" }).first()).toBeVisible();
    await expect(page.locator("main")).toContainText("sha256");
  }
});

test("the scoring page says how to score without it", async ({ page }) => {
  await page.goto(at("score/"));
  await expect(page.locator("main")).toContainText("stepladder score");
});

test("every metric has a page that reads without JavaScript, from the board on", async ({ page }) => {
  await page.goto(at("tracks/agentprocessbench/"));
  await page.getByRole("row").filter({ hasText: "ranks the board" }).getByRole("link", { name: "Step accuracy" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Step accuracy");
  await expect(page.locator("main")).toContainText("Σ step-matches / Σ steps");
  // 5 trajectories of 15 steps, of which 8 are labelled as in gold.
  await expect(page.locator("main")).toContainText("Step accuracy = 8 / 15 = 53.3 %");
  await page.goto(at("metrics/"));
  await page.getByRole("link", { name: "Edge F1", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What fools it" })).toBeVisible();
  await page.getByRole("link", { name: "Edge precision", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edge precision");
});

test("the ledger reads without JavaScript, on its page and on those of entries", async ({ page }) => {
  await page.goto(at("changes/"));
  const line = page.locator("#line-1");
  await expect(line).toContainText("added");
  const [system = ""] = await line.getByRole("link").allTextContents();
  await line.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(system);
  await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  await expect(page.locator(".changes li").last()).toContainText("added");
});

test("feeds of the ledger are linked from its page, and hold every line", async ({ page, request }) => {
  await page.goto(at("changes/"));
  const count = await page.locator(".changes li").count();
  const feeds = page.locator('link[rel="alternate"]');
  await expect(feeds).toHaveCount(3);
  const types = await feeds.evaluateAll((links) => links.map((link) => link.getAttribute("type")));
  expect(types).toEqual(["application/rss+xml", "application/atom+xml", "application/feed+json"]);
  const [rss, atom, json] = await Promise.all(
    ["changes.rss", "changes.atom", "changes.json"].map(async (file) => (await request.get(at(file))).text()),
  );
  expect(rss?.match(/<item>/g)).toHaveLength(count);
  expect(atom?.match(/<entry>/g)).toHaveLength(count);
  const { items } = JSON.parse(json ?? "");
  expect(items).toHaveLength(count);
  expect(items.at(-1)).toMatchObject({
    id: expect.stringMatching(/\/changes\/#line-1$/),
    date_published: expect.stringMatching(/^\d{4}-/),
  });
  expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(count);
});
