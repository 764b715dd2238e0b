import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

const field = (page: Page) => page.getByRole("searchbox", { name: "Search everything" });
const group = (page: Page, title: string) => page.getByRole("region", { name: new RegExp(`^${title} \\d+$`) });
const status = (page: Page) => page.locator("[data-search-status]");

test("a paper is found by a title word, a model by an alias, a metric by an abbreviation, each with what matched marked", async ({
  page,
}) => {
  await page.goto(at("search/"));
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("truncated");
  const paper = group(page, "Papers").getByRole("listitem");
  await expect(paper).toHaveCount(1);
  await expect(paper.locator("mark")).toHaveText(["Truncated"]);
  await expect(status(page)).toHaveText(/^\d results?: 1 in papers\b/);
  await expect(page).toHaveURL(/\?q=truncated$/);
  await expect(field(page)).toBeFocused();

  await field(page).fill("mathshepherd mistral 7b");
  const model = group(page, "Systems").getByRole("listitem").first();
  await expect(model).toContainText("Math-Shepherd-PRM-7B also MathShepherd-Mistral-7B");
  await expect(model.locator("mark")).toContainText(["MathShepherd-Mistral-7B"]);
  const link = model.getByRole("link", { name: "Math-Shepherd-PRM-7B", exact: true });
  await expect(link).toHaveAttribute("href", /\/systems\/math-shepherd-prm-7b\/$/);

  await field(page).fill("StepAcc");
  await group(page, "Metrics").getByRole("link", { name: "Step accuracy", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Step accuracy");
});

test("results are reached by keys and by their address, one kind in full, and come back with it", async ({ page }) => {
  await page.goto(at("search/?q=qwen"), { waitUntil: "load" });
  const systems = group(page, "Systems").getByRole("listitem");
  await expect(systems).toHaveCount(5);
  await field(page).focus();
  await page.keyboard.press("Enter");
  const first = page.locator("[data-result]").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-result]").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(field(page)).toBeFocused();

  // At once behind the last letter, while the results of fewer letters still stand.
  await field(page).fill("slate");
  await page.keyboard.press("Enter");
  await expect(first).toHaveText("SLATE");
  await expect(first).toBeFocused();
  await field(page).fill("qwen");
  await expect(systems).toHaveCount(5);

  const all = page.getByRole("link", { name: /^All \d+ in systems$/ });
  const count = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(5);
  await all.click();
  await expect(systems).toHaveCount(count);
  await expect(page).toHaveURL(/\?q=qwen&kind=system$/);
  await expect(page.getByRole("heading", { level: 2, name: `Systems ${count}` })).toBeFocused();
  await page.reload();
  await expect(systems).toHaveCount(count);
  await page.getByRole("link", { name: "All kinds" }).click();
  await expect(systems).toHaveCount(5);
  await page.goBack();
  await expect(systems).toHaveCount(count);
});

test("a misspelled word is corrected and said to be, and nothing found is said too", async ({ page }) => {
  await page.goto(at("search/?q=proccbench"));
  await expect(status(page)).toContainText("Nothing says “proccbench”; this is what says “procbench”.");
  await expect(group(page, "Boards").getByRole("link", { name: "ProcBench", exact: true })).toBeVisible();
  await field(page).fill("GPT-6");
  await expect(status(page)).toHaveText("Nothing was found for “GPT-6”.");
  await expect(page.getByRole("link", { name: "Look for this in procedures" })).toHaveAttribute("href", /procedures\/\?q=GPT-6$/);
  await field(page).fill("<img src=x onerror=alert(1)>");
  await expect(status(page)).toContainText("<img src=x onerror=alert(1)>");
  await expect(page.locator("main img")).toHaveCount(0);
});

test("the index is fetched when somebody searches, not before, and where it cannot be the page says so", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route("**/search.json", (route) => route.abort());
  await page.goto(at("papers/"), { waitUntil: "networkidle" });
  expect(asked.filter((address) => address.endsWith("search.json"))).toEqual([]);
  await page.keyboard.press("/");
  await page.waitForURL(at("search/"));
  await field(page).fill("slate");
  await expect(status(page)).toContainText("could not be fetched");
  await page.unroute("**/search.json");
  await field(page).fill("SLATE");
  await expect(group(page, "Papers").getByRole("link", { name: "SLATE" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says that it cannot search, and offers the lists", async ({ page }) => {
    await page.goto(at("search/"));
    await expect(page.locator("main")).toContainText("Searching needs JavaScript");
    await expect(page.getByRole("searchbox")).toBeHidden();
    for (const name of ["Boards", "Papers", "Published figures", "Metrics", "Procedures"])
      await expect(page.getByRole("main").getByRole("link", { name, exact: true })).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the results fit and are accessible at 320 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of ["search/", "search/?q=mean+average+precision", "search/?q=qwen2.5-7b"]) {
      await page.goto(at(path));
      if (path !== "search/") await expect(page.locator("[data-result]").first()).toBeVisible();
      await expectNoSideways(page);
      await expectAccessible(page);
    }
  });
