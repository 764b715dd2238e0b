import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { openZip } from "@stepladder/wasm/intake/zip.ts";
import { checkEntryFile } from "../../pipeline/core/entry-check.ts";
import { at, expectAccessible, expectNoSideways, scoreSample } from "./site.ts";

const SAMPLE = fileURLToPath(new URL("../../data/tracks/procladder/gold/sample.jsonl.gz", import.meta.url));

test("a result becomes an entry by keyboard, and its zip passes the check with the predictions", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await scoreSample(page);
  const open = page.getByRole("button", { name: "Prepare a pull request" });
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#submit")).toBeFocused();
  await page.getByLabel("Name", { exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true }).last()).toBeFocused();
  await expect(page.locator("#submit-name-fault")).toBeVisible();
  await page.keyboard.type("Climber 7B");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Climbs.");
  await page.getByLabel("Licence").fill("Apache-2.0");
  await page.getByLabel("Address of the predictions").fill("https://example.org/sample.jsonl.gz");
  await page.getByLabel("Which file there").fill("sample.jsonl.gz");
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByRole("heading", { name: "Climber 7B: recomputed" })).toBeVisible();
  await expect(page.locator("[data-submit]")).toContainText("data/tracks/procladder/entries/climber-7b.pack.gz");
  await expectNoSideways(page);
  await expectAccessible(page, "[data-submit]");

  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-zip]").click()]);
  const folder = mkdtempSync(join(tmpdir(), "stepladder-zip-"));
  try {
    const zip = fromBlob("sent.zip", new Blob([readFileSync(await download.path())]));
    for (const { name, open: read } of await openZip(zip, "sent.zip", {})) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of read()) chunks.push(chunk);
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), Buffer.concat(chunks));
    }
    const path = join(folder, "data/tracks/procladder/entries/climber-7b.json");
    const { faults, entry } = await checkEntryFile(path, { predictions: [SAMPLE] }, new AbortController().signal);
    expect([faults, entry?.evidence.kind, entry?.system.licence]).toEqual([[], "recomputed", "Apache-2.0"]);
  } finally {
    rmSync(folder, { recursive: true });
  }

  await page.getByLabel("Address of the predictions").fill("");
  await page.getByRole("button", { name: "Make the files" }).click();
  await expect(page.getByRole("heading", { name: "Climber 7B: self-reported" })).toBeVisible();
  await expect(page.locator("[data-submit]")).not.toContainText("pack.gz");
});

test("a result of other items than the board's is not prepared, and says why", async ({ page }) => {
  await page.goto(at("score/?track=task-graph&sample"));
  await expect(page.locator("#result")).toBeVisible();
  await expect(page.getByRole("button", { name: "Prepare a pull request" })).toBeDisabled();
  await expect(page.locator("[data-submit-request]")).toContainText("other items than the board’s");
});
