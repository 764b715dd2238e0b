import { cpSync, existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { at, expectNoSideways } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OFFICIAL = process.env.STEPLADDER_DATA ?? `${ROOT}../shared/data`;

/** Released predictions in the viewer of their family; graphs, rankings and texts have theirs beside the other tests of their viewers. */
const REAL = [
  {
    track: "agentprocessbench",
    predictions: "agentprocessbench/predictions_compact/Qwen3-4B.jsonl.gz",
    viewer: "labels",
    says: /by gold/i,
  },
  { track: "action-segmentation", predictions: "tas-selfaction/results/gtea", viewer: "timeline", says: /segments of gold/ },
] as const;

for (const { track, predictions, viewer, says } of REAL) {
  test(`released predictions of ${track} are walked through, from a failing item to its failing step`, async ({ page }, info) => {
    const gold = `${ROOT}data/tracks/${track}/gold/items.jsonl.gz`;
    test.skip(!existsSync(`${OFFICIAL}/${predictions}`) || !existsSync(gold), "official data absent");
    const folder = info.outputPath("given");
    cpSync(gold, `${folder}/gold.jsonl.gz`);
    cpSync(`${OFFICIAL}/${predictions}`, `${folder}/${basename(predictions)}`, { recursive: true });
    await page.goto(at(`score/?track=${track}`), { waitUntil: "networkidle" });
    await page.locator("input[webkitdirectory]").setInputFiles(folder);
    await page.getByRole("link", { name: "Look at it item by item" }).click({ timeout: 30_000 });
    const list = page.locator("[data-explorer]").getByRole("listbox");
    await expect(list).toBeVisible();
    await page.keyboard.press("j");
    const shown = page.locator(`.${viewer}-viewer`);
    await expect(shown).toContainText(says, { timeout: 30_000 });
    await page.keyboard.press("e");
    await expect(page).toHaveURL(/step=\d+/);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSideways(page);
  });
}
