import { expect, type Page, test } from "@playwright/test";
import {
  allPages,
  at,
  boards,
  entryPages,
  expectAccessible,
  expectNoSideways,
  expectReadableInDark,
  oneBelow,
  scoreSample,
} from "./site.ts";

/** One of every kind, and every board. */
const some = [
  { name: "home", path: "" },
  { name: "boards", path: "tracks/" },
  ...boards().map(({ path }) => ({ name: path, path })),
  ...entryPages().map((path) => ({ name: path, path })),
  { name: "score", path: "score/" },
  { name: "explore", path: "explore/?track=procladder&item=pl-1-00003" },
  ...[
    "metrics/",
    "metrics/cohen-kappa/",
    "metrics/error-free-precision/",
    "checks/",
    "changes/",
    "statistics/",
    "search/?q=slate",
    "procedures/",
    "alignments/",
    ...oneBelow("alignments"),
    "graphs/",
    ...oneBelow("graphs"),
    "papers/",
    "papers/steporlm/",
    "credit/",
    "credit/portool-fork/",
    "benchmarks/nl4opt/",
    "standing/",
    "systems/",
    "systems/gpt-oss-120b/",
    "map/",
  ].map((path) => ({
    name: path,
    path,
  })),
  { name: "no such page", path: "nowhere/" },
];
/** All of them where `npm run test:routes` asks for it, which takes its time. */
const pages = process.env.ROUTES === "all" ? allPages().map((path) => ({ name: path, path })) : some;

for (const width of [1280, 320]) {
  test.describe(`${width} px`, () => {
    test.use({ colorScheme: "light", viewport: { width, height: 800 } });

    for (const { name, path } of pages) {
      test(`${name} fits and is accessible, light and dark`, async ({ page }) => {
        await page.goto(at(path));
        await expect(page.locator("h1")).toBeVisible();
        await expectFitting(page);
      });
    }

    test("a result fits and is accessible, light and dark", async ({ page }) => {
      await scoreSample(page);
      await expectFitting(page);
    });
  });
}

async function expectFitting(page: Page): Promise<void> {
  await expectNoSideways(page);
  await expectAccessible(page);
  await expectReadableInDark(page);
}

test("what must be known of a board's figures stands at the board", async ({ page }) => {
  for (const path of ["", "tracks/procbench/"]) {
    await page.goto(at(path));
    await expect(page.locator("main")).toContainText("4,800 of 5,520");
  }
});

test("the theme can be chosen, and the choice lasts", async ({ page }) => {
  await page.goto(at(""));
  const toggle = page.locator("[data-theme-toggle]");
  await toggle.click();
  await toggle.click();
  await expect(toggle).toHaveText("Theme: dark");
  await page.goto(at("tracks/"));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(toggle).toHaveText("Theme: dark");
});

test("single keys lead about, the list of keys returns focus, and both can be switched off", async ({ page }) => {
  await page.goto(at(""));
  await page.locator("[data-open-keys]").focus();
  await page.keyboard.press("?");
  await expect(page.locator("#keys")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-open-keys]")).toBeFocused();
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  // Until the page has loaded, nothing in it listens for keys.
  await page.waitForURL(at("tracks/"), { waitUntil: "load" });
  await page.keyboard.press("?");
  await page.getByLabel("Single-key shortcuts").uncheck();
  await page.keyboard.press("Escape");
  const left = page.waitForURL(at("score/"), { waitUntil: "commit", timeout: 2_000 }).then(
    () => "left",
    () => "stayed",
  );
  await page.keyboard.press("s");
  expect(await left).toBe("stayed");
});
