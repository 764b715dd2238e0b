import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { allPages, at } from "./site.ts";

// What papers print is read, not run: the shelf works without a script.
test.use({ javaScriptEnabled: false });

const html = (path: string): string => readFileSync(new URL(`../dist/${path}index.html`, import.meta.url), "utf8");

test("a system's page holds its rows on boards and what papers print, and entries lead there", async ({ page }) => {
  await page.goto(at("tracks/odcv-bench/gpt-oss-120b/"));
  await page.getByRole("link", { name: "all its results on one page" }).click();
  await expect(page.locator("h1")).toHaveText("gpt-oss-120b");
  const here = page.getByRole("region", { name: "gpt-oss-120b on the boards here" });
  const ranked = here.getByRole("row").filter({ has: page.getByRole("link", { name: "gpt-oss-120b", exact: true }) });
  await expect(ranked).toContainText(/Misalignment rate.*36\.3\s%.*\d+\.\d to \d+\.\d.*\d+ \(\d+–\d+\) of \d+.*recomputed/s);
  const printed = page.getByRole("region", { name: "Published figures of gpt-oss-120b" });
  await expect(printed).toContainText("not comparable with others");
  await printed.getByRole("link", { name: "[1]" }).first().click();
  await expect(page.locator("#source-1")).toBeInViewport();
});

test("what contradicts stands side by side on a system's page and on a benchmark's, each figure with its source", async ({ page }) => {
  for (const path of ["systems/plan-and-solve-plus/", "benchmarks/aqua/"]) {
    await page.goto(at(path));
    const cell = page.getByRole("cell").filter({ hasText: "46.46" });
    await expect(cell).toContainText(/≠\s*contradicted:\s*46\.0.*\[\d\].*≠\s*contradicted:\s*46\.46.*\[\d\]/s);
  }
});

test("a system's page tells what is unclear of its figures, and what to know of the papers they are from", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(at("systems/prorag/"));
  const printed = page.getByRole("region", { name: "Published figures of ProRAG" });
  await expect(printed).toContainText("the source does not name the metric");
  await expect(printed.getByRole("link", { name: "[1]" }).first()).toBeVisible();
  expect(await printed.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  const caveats = page.locator("details").filter({ hasText: "Figures filed under ProRAG" });
  await caveats.locator("summary").click();
  await expect(caveats.getByRole("listitem").first()).toBeVisible();
  await page.goto(at("papers/prorag/"));
  await expect(page.locator("main")).toContainText("the source does not name the metric");
});

test("a dated version stands with its model, and a part of one study has no page", async ({ page }) => {
  await page.goto(at("systems/gpt-4o/"));
  await expect(page.locator("main")).toContainText("dated versions, each under its own name: GPT-4o-0806");
  expect(allPages()).not.toContain("systems/gpt-4o-0806/");
  expect(allPages()).not.toContain("systems/base-model/");
});

test("every system is listed, and every paper is on the map", () => {
  const listed = new Set(
    [...html("systems/").matchAll(/\/systems\/([^/"]+)\/"/g)].map(([, id]) => `systems/${decodeURIComponent(id as string)}/`),
  );
  expect(allPages().filter((path) => path.startsWith("systems/") && path !== "systems/" && !listed.has(path))).toEqual([]);
  const papers = allPages().filter((path) => /^papers\/.+/.test(path));
  expect(papers.length).toBeGreaterThanOrEqual(36);
  expect(papers.filter((path) => !html("map/").includes(`/${path}"`))).toEqual([]);
});

test("the map shows one kind of papers where the address says so", async ({ page }) => {
  await page.goto(at("map/"));
  const names = page.getByRole("region", { name: "Papers by task family and supervision" }).getByRole("link");
  const all = await names.count();
  expect(all).toBeGreaterThan(40);
  await page.getByRole("link", { name: "Tools (2)" }).click();
  await expect(page).toHaveURL(/#tools$/);
  expect(new Set(await names.allTextContents())).toEqual(new Set(["AgentStepper", "Step-GUI"]));
  await page.getByRole("link", { name: "All (36)" }).click();
  await expect(names).toHaveCount(all);
});

test("a paper's charts are drawn when the site is built, and lead to their tables", async ({ page }) => {
  await page.goto(at("papers/slate/"));
  const chart = page.getByRole("figure").filter({ hasText: "NQ, 7B" });
  await expect(chart.getByRole("img")).toHaveAccessibleName(/SLATE has the highest exact match of 2/);
  await chart.getByRole("link").click();
  await expect(page.locator("#nq")).toBeInViewport();
  await expect(page.getByRole("region", { name: /^NQ/ }).getByRole("link", { name: "SLATE" })).toHaveAttribute(
    "href",
    /\/systems\/slate\/$/,
  );
  expect(allPages().filter((path) => /^(?:papers|systems|map|benchmarks)\//.test(path) && html(path).includes(" style="))).toEqual([]);
});
