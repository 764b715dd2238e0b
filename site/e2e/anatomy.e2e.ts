import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSideways, scoreSample } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const asked = (page: Page) => page.getByRole("button", { name: "Where did the points go?" });
const heading = (page: Page) => page.locator("#anatomy");

/** What the command line writes of the same sample. */
async function commandLine(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stepladder-anatomy-"));
  try {
    const sample = join(ROOT, "data/tracks/procladder/gold/sample.jsonl.gz");
    const out = ["--out", join(folder, "card.json"), "--anatomy-out", join(folder, "anatomy.json")];
    await promisify(execFile)(process.execPath, [join(ROOT, "pipeline/bin/stepladder.js"), "score", "procladder", sample, ...out]);
    return await readFile(join(folder, "anatomy.json"), "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("the page says where the points of the sample went, with the command line's bytes", async ({ page }) => {
  await scoreSample(page);
  await asked(page).press("Enter");
  await expect(heading(page)).toHaveText(/^Most points were lost where “.+” shows: [\d,]+ items; mended, prefix accuracy would rise from/);
  await expect(heading(page)).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=anatomy]").click()]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toBe(await commandLine());
  const { kinds, values, telling } = JSON.parse(text);
  const row = page.locator(`tr[data-kind=${kinds[0].id}]`);
  const now = page.locator("[data-anatomy] tr.baseline [data-exact]");
  for (const [metric, title] of [
    ["prefix-accuracy", "Prefix accuracy"],
    ["prefix-match-length", "Prefix match length"],
  ] as const) {
    await page.getByLabel("What mending would do to").selectOption(title);
    await expect(row.locator("[data-exact]")).toHaveAttribute("data-exact", String(kinds[0].mended[metric].value));
    await expect(now).toHaveAttribute("data-exact", String(values[metric].value));
  }
  await expect(page.locator(".telling li")).toHaveCount(telling.length);
  // The first of them, from the keyboard: it is looked at, and the focus is there.
  const opener = page.locator(".telling li").first().getByRole("button", { name: telling[0].id });
  await opener.press("Enter");
  const place = page.locator("article.item-place");
  await expect(place).toBeFocused();
  await expect(place).toContainText(telling[0].id);
  await expect(place).toBeInViewport();
  await page.keyboard.press("e");
  await expect(page.locator(".step-told")).toHaveText(/: (the first|an) error\.$/);
  // Back leads to where it was opened from, and the result stands.
  await page.goBack();
  await expect(opener).toBeFocused();
  await expect(opener).toBeInViewport();
  await expect(page).not.toHaveURL(/item=/);
  await expect(place).toContainText("Choose an item from the list");
  await page.goForward();
  await expect(place).toContainText(telling[0].id);
});

test("a kind by itself shows where it begins and at which lengths, wide and narrow, by keyboard", async ({ page }) => {
  await scoreSample(page);
  await asked(page).press("Enter");
  const kind = page.locator("[data-kind-of]").first();
  await expect(kind.locator("figure svg[role=img]")).toHaveCount(2);
  await expect(kind.locator("figcaption").first()).toHaveText(
    /begins most often at steps? \d[\d to]*: in \d+\.\d.% of the items that reach/,
  );
  await expectAccessible(page, "[data-anatomy]");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSideways(page);
  await expectAccessible(page, "[data-anatomy]");
  await kind.getByRole("button", { name: "Table" }).first().focus();
  await page.keyboard.press("t");
  await expect(kind.locator("figure").first().getByRole("table")).toBeVisible();
  await kind.locator("summary").press("Enter");
  await expect(kind.locator("figure")).toHaveCount(0);
});

test("it can be cancelled, and says what is missing where its code cannot be fetched", async ({ page }) => {
  await scoreSample(page);
  let isHeld = true;
  const held: (() => void)[] = [];
  await page.route("**/insight*.js", async (route) => {
    if (isHeld) await new Promise<void>((go) => held.push(go));
    // Whoever asked may have been ended meanwhile.
    await route.abort().catch(() => undefined);
  });
  await asked(page).click();
  await expect.poll(() => held.length).toBe(1);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(asked(page)).toBeVisible();
  isHeld = false;
  for (const go of held) go();
  await asked(page).click();
  await expect(page.getByRole("alert")).toContainText("could not be fetched");
  await expect(page.locator("[data-result] .answer")).toBeVisible();
  await page.unroute("**/insight*.js");
  await asked(page).click();
  await expect(heading(page)).toBeVisible();
});
