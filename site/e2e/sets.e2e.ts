import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

interface Given {
  readonly name: string;
  readonly text: string;
}

async function drop(page: Page, files: readonly Given[]): Promise<void> {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}

const sample = gunzipSync(readFileSync(new URL("../../data/tracks/procladder/gold/sample.jsonl.gz", import.meta.url)))
  .toString()
  .trim()
  .split("\n")
  .slice(0, 400);

/** The sample with every n-th answer made wrong. */
function worse(n: number): string {
  const wrong = (line: string): string => JSON.stringify({ id: JSON.parse(line).id, prediction: { intermediate: [], final: "" } });
  return sample.map((line, i) => (i % n === 0 ? wrong(line) : line)).join("\n");
}

const three: readonly Given[] = [
  { name: "good.jsonl", text: sample.join("\n") },
  { name: "fair.jsonl", text: worse(3) },
  { name: "poor.jsonl", text: worse(1) },
];

async function openPage(page: Page, query = ""): Promise<void> {
  await page.goto(at(`score/${query}`));
  await expect(page.locator("[data-scoring]")).toBeVisible();
}

const systems = (page: Page) => page.locator("[data-system]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-system")));

test("three submissions and a broken one are scored, compared, kept, reopened, renamed, saved and deleted", async ({ page, browser }) => {
  await openPage(page);
  await drop(page, [...three, { name: "torn.jsonl", text: "{not json\n" }]);
  await expect(page.locator("[data-sharing=each]")).toContainText(
    "4 files of predictions, 4 systems. fair.jsonl and good.jsonl answer the same items.",
  );
  await page.getByRole("button", { name: "Score", exact: true }).click();
  await expect(page.locator("[data-set=told]")).toBeVisible();
  await expect(page.locator("#set")).toHaveText(/: 3 of 4 systems scored on 1,800 items$/);
  await expect(page.locator("#set")).toBeFocused();
  await expect(page.locator("[data-set] .lede")).toHaveText(
    /^good is [\d.]+\s?points better than fair in prefix accuracy, more than chance explains \(p < 0.001 after Holm’s correction over 3 pairs\)\.$/,
  );
  expect(await systems(page)).toEqual(["good", "fair", "poor"]);
  await expect(page.locator("[data-system=good] td").first()).toHaveText(/^1\b/);
  await expect(page.getByText("1 system not scored; the others stand.")).toBeVisible();
  await expectAccessible(page, "main");

  await page.getByRole("button", { name: "poor", exact: true }).click();
  await expect(page.locator("#result")).toBeFocused();
  await expect(page.locator("#result")).toContainText("prefix accuracy");
  // What is told of one system goes when another is opened.
  await page.getByRole("button", { name: "Where did the points go?" }).click();
  await expect(page.locator("#anatomy")).toBeVisible();
  await page.getByRole("button", { name: "fair", exact: true }).click();
  await expect(page.locator("#result")).toBeFocused();
  await expect(page.locator("#anatomy")).toHaveCount(0);

  await page.getByLabel("Name", { exact: true }).first().fill("May runs");
  await page.locator("[data-kept-set]").getByRole("button", { name: "Keep on this machine" }).click();
  await expect(page).toHaveURL(/\?track=procladder&set=[0-9a-f]+$/);
  const kept = page.url();

  await page.reload();
  await expect(page.locator("[data-set=told]")).toBeVisible();
  expect(await systems(page)).toEqual(["good", "fair", "poor"]);
  await expect(page.locator("[data-kept-set=yes]")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-save-set]").click()]);
  const file = await download.path();

  await page.getByRole("table").filter({ hasText: "Row ahead of column" }).getByRole("link").first().click();
  await expect(page.locator("#answer")).toContainText("May runs / ");
  await expect(page.locator("[data-slice]").first()).toBeVisible();

  await openPage(page);
  await page.getByRole("link", { name: "May runs" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(kept);
  await page.getByLabel("Name", { exact: true }).first().fill("June runs");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText("Renamed as “June runs”.")).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.locator("[data-kept-set=no]")).toBeVisible();
  await page.goto(kept);
  await expect(page.getByText("Nothing could be opened")).toBeVisible();

  // Another machine.
  const other = await (await browser.newContext({ viewport: { width: 320, height: 700 }, serviceWorkers: "block" })).newPage();
  await openPage(other);
  await other
    .locator("[data-choose]")
    .setInputFiles({ name: "May runs.stepladder-set.json.gz", mimeType: "application/gzip", buffer: readFileSync(file) });
  await expect(other.locator("[data-set=told]")).toBeVisible();
  expect(await systems(other)).toEqual(["good", "fair", "poor"]);
  await expectNoSideways(other);
  await other.context().close();
});

test("files that complete each other are one system, until the person says otherwise; what a browser does not keep stays for the visit", async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  });
  await openPage(page);
  await drop(page, [
    { name: "a.jsonl", text: sample.slice(0, 200).join("\n") },
    { name: "b.jsonl", text: sample.slice(200).join("\n") },
  ]);
  await expect(page.locator("#result")).toBeVisible();
  await expect(page.locator("[data-sharing=together]")).toContainText("complete each other");
  await page.getByLabel("Share them out").selectOption("each");
  await page.getByRole("button", { name: "Score", exact: true }).click();
  await expect(page.locator("[data-set=told]")).toBeVisible();
  await page.locator("[data-kept-set]").getByRole("button", { name: "Keep on this machine" }).click();
  await expect(page.getByText("This browser keeps nothing here")).toBeVisible();
  expect((await systems(page)).toSorted()).toEqual(["a", "b"]);
});
