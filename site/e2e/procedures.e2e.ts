import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

interface Record {
  id: string;
  goal: string;
  lang: string;
  miner: string;
  topic?: string;
  steps: { text: string; pointer: string }[];
  resources: { text: string }[];
  source: { file: string; sha256: string };
}

const recordsOf = (file: string): unknown[] =>
  readFileSync(new URL(`../../data/procedures/mined/${file}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const mined = recordsOf("procedures.jsonl") as Record[];
const dropped = recordsOf("dropped.jsonl") as { procedure: Record; reason: string }[];
const [first] = mined as [Record];

const rows = (page: Page) => page.locator("tbody tr[data-words]");
const shown = (page: Page) => rows(page).filter({ visible: true });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every procedure stands in the list and has its page", async ({ page }) => {
    await page.goto(at("procedures/"));
    await expect(rows(page)).toHaveCount(mined.length);
    await expect(page.getByRole("searchbox")).toBeHidden();
    await page.getByRole("link", { name: first.goal, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(first.goal);
    const main = page.locator("main");
    for (const { text } of [...first.steps, ...first.resources]) await expect(main).toContainText(text);
    for (const text of [first.source.file, first.source.sha256]) await expect(main).toContainText(text);
    await page.getByText("Where each step stands").click();
    for (const { pointer } of first.steps) await expect(page.getByRole("cell", { name: pointer, exact: true }).first()).toBeVisible();
  });

  test("what was dropped is told by reason, and can be read", async ({ page }) => {
    await page.goto(at("procedures/#dropped"));
    const section = page.locator("main");
    for (const reason of new Set(dropped.map((one) => one.reason))) {
      const count = dropped.filter((one) => one.reason === reason).length;
      await expect(section).toContainText(`${reason.replaceAll("-", " ")}: ${count} procedure`);
    }
    const [one] = dropped;
    test.skip(one === undefined, "nothing was dropped");
    const sample = page.locator("details").first();
    await sample.locator("summary").click();
    await expect(sample.locator("li").first()).toBeVisible();
  });
});

test("search and filters narrow the list, stand in the address, and come back with it", async ({ page }) => {
  await page.goto(at("procedures/"));
  await expect(shown(page)).toHaveCount(mined.length);
  const german = mined.filter(({ lang }) => lang === "de");
  await page.getByLabel("Language").selectOption("de");
  await expect(shown(page)).toHaveCount(german.length);
  await expect(page).toHaveURL(/\?lang=de$/);
  await expect(page.locator("[data-explorer-count]")).toHaveText(`${german.length} of ${mined.length} procedures`);

  const least = Math.max(...german.map(({ steps }) => steps.length));
  await page.getByLabel("Fewest steps").fill(String(least));
  const long = german.filter(({ steps }) => steps.length >= least);
  await expect(shown(page)).toHaveCount(long.length);
  await expect(page).toHaveURL(new RegExp(`lang=de&steps=${least}-$`));
  await page.reload();
  await expect(shown(page)).toHaveCount(long.length);
  await expect(page.getByLabel("Fewest steps")).toHaveValue(String(least));

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(shown(page)).toHaveCount(mined.length);
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.goBack();
  await expect(shown(page)).toHaveCount(long.length);
});

test("a range of steps is typed by keyboard, and a range that cannot be is left as typed", async ({ page }) => {
  await page.goto(at("procedures/"));
  const [from, to] = [page.getByLabel("Fewest steps"), page.getByLabel("Most steps")];
  const within = (least: number, most: number) => mined.filter(({ steps }) => steps.length >= least && steps.length <= most).length;
  await from.focus();
  await page.keyboard.type("8");
  await expect(shown(page)).toHaveCount(within(8, Number.POSITIVE_INFINITY));
  await page.keyboard.press("Tab");
  await expect(to).toBeFocused();
  await page.keyboard.type("1");
  await expect(from).toHaveValue("8");
  await expect(to).toHaveValue("1");
  await expect(shown(page)).toHaveCount(mined.length);
  await page.keyboard.type("2");
  await expect(from).toHaveValue("8");
  await expect(to).toHaveValue("12");
  await expect(shown(page)).toHaveCount(within(8, 12));
  await expect(page).toHaveURL(/\?steps=8-12$/);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(from).toHaveValue("");
  await expect(to).toHaveValue("");
});

test("the explorer is worked by keys, finds words of steps, and says when nothing is found", async ({ page }) => {
  await page.goto(at("procedures/"), { waitUntil: "load" });
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.type("no such words");
  await expect(shown(page)).toHaveCount(0);
  await expect(page.locator("[data-explorer-none]")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).press("Enter");
  await expect(search).toBeFocused();
  // A step is found in capitals, and without what its accents are.
  await page.keyboard.type((first.steps[1]?.text ?? "").toUpperCase());
  await expect(shown(page)).toHaveCount(1);
  const link = shown(page).getByRole("link");
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first.goal);
  await page.goBack();
  await expect(shown(page)).toHaveCount(1);
});

test("a procedure leads to the page that checks it, filled in", async ({ page }) => {
  await page.goto(at("procedures/"));
  await expect(page.getByRole("link", { name: "Check a procedure of your own" })).toHaveAttribute("href", /\/checks\/$/);
  await page.goto(at(`procedures/${first.id}/`));
  await page.getByRole("link", { name: "Check this procedure" }).click();
  await expect(page.locator("[data-status]")).toContainText(`${first.steps.length} steps were read`);
  expect(await page.getByLabel("Procedure", { exact: true }).inputValue()).toContain(`Goal: ${first.goal}\n`);
});

test("the address may say what nobody can choose", async ({ page }) => {
  await page.goto(at("procedures/?topic=nowhere&lang=xx&steps=9-2&miner=<b>"));
  await expect(shown(page)).toHaveCount(mined.length);
});

test("files of the run are served as they are", async ({ page, request }) => {
  await page.goto(at("procedures/"));
  for (const name of ["procedures.jsonl", "dropped.jsonl", "report.json"]) {
    const address = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    const body = await (await request.get(new URL(address as string, at("")).href)).text();
    expect(body).toBe(readFileSync(new URL(`../../data/procedures/mined/${name}`, import.meta.url), "utf8"));
  }
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1280, 320])
    test(`the explorer fits and is accessible, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const path of ["procedures/", "procedures/?q=zzz", `procedures/${first.id}/`]) {
        await page.goto(at(path));
        for (const summary of await page.locator("main details:not(.menu) > summary").all()) await summary.click();
        await expectNoSideways(page);
        await expectAccessible(page);
      }
    });
