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

test("the scoring page says how to score without it", async ({ page }) => {
  await page.goto(at("score/"));
  await expect(page.locator("main")).toContainText("stepladder score");
});
