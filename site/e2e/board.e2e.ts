import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

const BOARD = "tracks/procladder/";

/** Made-up rows beside the built ones, and what they can be filtered by, put into the page before its script runs: name, kind, evidence, and a value or none. */
const MADE_UP = [
  ["Alpha-7B", "system", "recomputed", 0.4],
  ["beta mini", "system", "published", 0.9],
  ["Gamma (high)", "system", "recomputed", undefined],
  ["Delta", "system", "self-reported", 0.65],
] as const;

async function openCrowded(page: Page, query = ""): Promise<Locator> {
  await page.route(`${at(BOARD)}*`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: crowded(await response.text()) });
  });
  await page.goto(at(BOARD) + query);
  await expect(page.locator("[data-board-count]")).not.toBeEmpty();
  return page.locator("table[data-board]").first();
}

function crowded(html: string): string {
  const [row = ""] = /<tr class="baseline".*?<\/tr>/s.exec(html) ?? [];
  const rows = MADE_UP.map(([name, kind, evidence, value]) => {
    // In the row's order: its system, its evidence, its score, and what stays as it is.
    const values = [name, evidence, value];
    return row
      .replaceAll(/data-entry="[^"]*"/g, `data-entry="${name}"`)
      .replaceAll(/data-evidence="[^"]*"/g, `data-evidence="${evidence}"`)
      .replaceAll(/data-kind="[^"]*"/g, `data-kind="${kind}"`)
      .replaceAll(/ data-value="([^"]*)"/g, (_, old: string) => {
        const given = values.length > 0 ? values.shift() : old;
        return given === undefined ? "" : ` data-value="${given}"`;
      });
  });
  const kinds = ["published", "baseline"].map((kind) => `<button type="button" data-show="${kind}" aria-pressed="true">${kind}</button>`);
  const reset = '<button type="button" class="plain" data-board-reset';
  return html.replace(row, row + rows.join("")).replace(reset, `<div>${kinds.join("")}</div>${reset}`);
}

/** Systems in the order in which their rows are shown. */
function shown(table: Locator): Promise<(string | null)[]> {
  return table.locator("tbody tr:not([hidden]) th").evaluateAll((heads) => heads.map((head) => head.getAttribute("data-value")));
}

const built = ["Stay put", "Alpha-7B", "beta mini", "Gamma (high)", "Delta", "Empty answer"];

test("columns sort by button and by keyboard, the address holds the order, and Back takes it back", async ({ page }) => {
  const table = await openCrowded(page);
  expect(await shown(table)).toEqual(built);
  const score = table.getByRole("columnheader", { name: "Prefix accuracy" });
  await expect(score).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(at(BOARD));

  await score.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(score).toHaveAttribute("aria-sort", "ascending");
  const ascending = ["Empty answer", "Stay put", "Alpha-7B", "Delta", "beta mini", "Gamma (high)"];
  expect(await shown(table)).toEqual(ascending);
  await expect(page).toHaveURL(/\?sort=scores:prefix-accuracy:asc$/);

  await table.getByRole("button", { name: "System" }).click();
  expect(await shown(table)).toEqual(["Alpha-7B", "beta mini", "Delta", "Empty answer", "Gamma (high)", "Stay put"]);
  await expect(score).not.toHaveAttribute("aria-sort");

  await page.reload();
  await expect(table.getByRole("columnheader", { name: "System" })).toHaveAttribute("aria-sort", "ascending");
  await page.goBack();
  await expect(score).toHaveAttribute("aria-sort", "ascending");
  expect(await shown(table)).toEqual(ascending);
  await page.goBack();
  await expect(page).toHaveURL(at(BOARD));
  expect(await shown(table)).toEqual(built);
});

test("rows are left out by evidence and found by name, and their number is told", async ({ page }) => {
  const table = await openCrowded(page);
  const count = page.locator("[data-board-count]");
  await expect(count).toHaveText("6 of 6 entries");
  await expect(count).toHaveAttribute("role", "status");
  await page.getByRole("button", { name: "baseline" }).click();
  expect(await shown(table)).toEqual(["Alpha-7B", "beta mini", "Gamma (high)", "Delta"]);
  await expect(count).toHaveText("4 of 6 entries");
  await expect(page.getByRole("button", { name: "baseline" })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("/");
  await page.keyboard.type("A");
  await expect(page).toHaveURL(/\?q=A&hide=baseline$/);
  await page.keyboard.type("lpha");
  expect(await shown(table)).toEqual(["Alpha-7B"]);
  await page.goBack();
  await expect(page.getByRole("button", { name: "baseline" })).toHaveAttribute("aria-pressed", "true");
  expect(await shown(table)).toEqual(built);
});

test("a shared address shows what was chosen, also on the way back from an entry, and Reset takes it all back", async ({ page }) => {
  const table = await openCrowded(page, "?q=a&hide=published,baseline&sort=scores:prefix-accuracy:asc");
  expect(await shown(table)).toEqual(["Alpha-7B", "Delta", "Gamma (high)"]);
  await page.goto(at(`${BOARD}stay-put/`));
  await page.goBack();
  await expect(page.getByLabel("Search systems")).toHaveValue("a");
  expect(await shown(table)).toEqual(["Alpha-7B", "Delta", "Gamma (high)"]);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.getByLabel("Search systems")).toBeFocused();
  await expect(page.getByRole("button", { name: "Reset" })).toBeHidden();
  await expect(page).toHaveURL(at(BOARD));
  expect(await shown(table)).toEqual(built);
});

test("an address that names nothing here shows the board as it was built", async ({ page }) => {
  const table = await openCrowded(page, "?sort=scores:no-such-column:asc&hide=nothing");
  expect(await shown(table)).toEqual(built);
});

test("waking moves nothing", async ({ page }) => {
  await page.goto(at(BOARD));
  await expect(page.locator("[data-board-count]")).not.toBeEmpty();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.01);
});

test("a crowded board fits and is accessible", async ({ page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await openCrowded(page, "?hide=published&sort=scores:system:asc");
    await expectNoSideways(page);
    await expectAccessible(page);
  }
});

test("a figure leads to its place on the entry's page, which has everything to make it again", async ({ page }) => {
  await page.goto(at(BOARD));
  const row = page.locator("table[data-board]").first().getByRole("row").filter({ hasText: "Stay put" });
  await row.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(at(`${BOARD}stay-put/#prefix-accuracy`));
  await expect(page.locator("tr:target")).toContainText("Prefix accuracy");
  await expect(page.locator("main")).toContainText("npx stepladder build procladder --check");
  for (const name of ["stay-put.json", "stay-put.pack.gz"]) {
    const link = page.locator(`a[href$="/data/procladder/entries/${name}"]`);
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const committed = readFileSync(fileURLToPath(new URL(`../../data/tracks/procladder/entries/${name}`, import.meta.url)));
    expect(readFileSync(await download.path()).equals(committed), name).toBe(true);
  }
  await page.getByRole("navigation", { name: "Neighbours on the board" }).getByRole("link", { name: "Empty answer" }).click();
  await expect(page.locator("h1")).toHaveText("Empty answer");
});

test("a board is dense: a row is as high as a system's name", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at("tracks/agentprocessbench/"));
  const heights = await page.locator("table[data-board] tbody tr").evaluateAll((rows) => rows.map((row) => row.clientHeight));
  expect(heights.length).toBeGreaterThan(40);
  expect(Math.max(...heights)).toBeLessThanOrEqual(64);
});
