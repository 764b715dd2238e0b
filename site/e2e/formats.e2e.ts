import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { DETAIL_IDS, DETAILS, type Details } from "@stepladder/wasm/host/formats/details.ts";
import { FORMATS } from "@stepladder/wasm/host/formats/index.ts";
import { expectAccessible, openWarm } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FIXTURES = join(ROOT, "data/tracks/procbench/fixtures");
const GOLD = join(FIXTURES, "gold.jsonl");
const PREDICTIONS = join(FIXTURES, "predictions.jsonl");
const details: Required<Details> = {
  model: "me/steps-7b",
  dataset: "me/words",
  task: "no",
  date: "2026-01-31",
  organization: '<b>"A"</b> & #1',
  relationship: "third_party",
};

async function commandLine(format: string, folder: string): Promise<Buffer> {
  const out = join(folder, format);
  const options = DETAIL_IDS.flatMap((id) => [`--${id}`, details[id]]);
  const command = ["score", "procbench", PREDICTIONS, "--gold", GOLD, "--format", format, "--out", out, ...options];
  await promisify(execFile)(process.execPath, [join(ROOT, "pipeline/bin/stepladder.js"), ...command]).catch((error: { code?: unknown }) => {
    // A scorecard is written, and some records could not be used.
    if (error.code !== 1) throw error;
  });
  return readFile(out);
}

async function scored(page: Page): Promise<void> {
  await openWarm(page);
  await page.locator("[data-choose]").setInputFiles([PREDICTIONS, GOLD]);
  await expect(page.locator("[data-result]")).toBeVisible();
}

test("every format has the command line's bytes", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "stepladder-e2e-"));
  const written = Promise.all(FORMATS.map(({ id }) => commandLine(id, folder)));
  await scored(page);
  await page.getByText("Formats for sharing results").click();
  for (const id of DETAIL_IDS) {
    const field = page.getByLabel(DETAILS[id].title, { exact: true });
    await (id === "relationship" ? field.selectOption(details[id]) : field.fill(details[id]));
  }
  const expected = await written;
  for (const [i, { id, ending }] of FORMATS.entries()) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-download=${id}]`).click()]);
    expect(download.suggestedFilename()).toBe(`procbench-scorecard.${ending}`);
    expect((await readFile(await download.path())).equals(expected[i] as Buffer), id).toBe(true);
  }
  await rm(folder, { recursive: true });
});

test("a format says what it needs and does not have, and takes the person there", async ({ page }) => {
  const downloads: string[] = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  await scored(page);
  await page.getByText("Formats for sharing results").click();
  await page.getByLabel("Model", { exact: true }).fill("  ");
  await page.getByLabel("Dataset", { exact: true }).fill("me/words");
  await page.locator("[data-download=hf-model-index]").click();
  const alert = page.locator("[data-shared] [role=alert]");
  await expect(alert).toHaveText("Hugging Face model-index (YAML) needs what a scorecard does not know: model, task.");
  await expect(page.getByLabel("Model", { exact: true })).toBeFocused();
  await expectAccessible(page, "[data-shared]");
  await page.getByLabel("Task", { exact: true }).fill("t");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=hf-eval-results]").click()]);
  await expect(alert).toHaveCount(0);
  expect(downloads).toEqual([download.suggestedFilename()]);
});
