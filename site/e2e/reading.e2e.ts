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
