import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { at } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OFFICIAL = process.env.STEPLADDER_DATA ?? join(ROOT, "../shared/data");
const FIXTURES = join(ROOT, "data/tracks/procbench/fixtures");

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-e2e-"));
});
test.afterAll(() => rm(folder, { recursive: true }));

/** The scorecard that the command line writes for the same files. */
async function commandLine(track: string, predictions: readonly string[], gold: string): Promise<string> {
  const out = join(folder, "card.json");
  await promisify(execFile)(process.execPath, [
    join(ROOT, "pipeline/bin/stepladder.js"),
    "score",
    track,
    ...predictions,
    "--gold",
    gold,
    "--out",
    out,
  ]);
  return readFile(out, "utf8");
}

/** The scorecard that the page gives for the files, with every request refused once the page stands. */
async function inPageOffline(page: Page, files: readonly string[]): Promise<string> {
  await page.goto(at("score/"), { waitUntil: "networkidle" });
  await expect(page.locator("[data-warm]")).toBeAttached();
  const refused: string[] = [];
  await page.route("**/*", (route) => {
    refused.push(route.request().url());
    return route.abort();
  });
  await page.locator("[data-choose]").setInputFiles([...files]);
  await expect(page.locator("[data-result]")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=json]").click()]);
  expect(refused.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  return readFile(await download.path(), "utf8");
}

test("with the network blocked, the page gives the command line's bytes for fixtures", async ({ page }) => {
  const predictions = join(folder, "predictions.jsonl.gz");
  await writeFile(predictions, gzipSync(await readFile(join(FIXTURES, "predictions.jsonl"))));
  const gold = join(FIXTURES, "gold.jsonl");
  expect(await inPageOffline(page, [predictions, gold])).toBe(await commandLine("procbench", [predictions], gold));
});

test("with the network blocked, the page gives the command line's bytes for official gold", async ({ page }) => {
  const gold = join(OFFICIAL, "procbench/procbench_regenerated_20tasks.jsonl.gz");
  const official = join(OFFICIAL, "procbench/golden/pred_noisy_05.jsonl.gz");
  test.skip(!existsSync(gold), "official data procbench is not at hand (STEPLADDER_DATA, default ../shared/data)");
  const predictions = join(folder, "pred_noisy_05.jsonl.gz");
  await copyFile(official, predictions);
  expect(await inPageOffline(page, [predictions, gold])).toBe(await commandLine("procbench", [predictions], gold));
});

test("the bytes do not depend on the number of workers", async ({ page }) => {
  const lines = (await readFile(join(FIXTURES, "predictions.jsonl"), "utf8")).trimEnd().split("\n");
  const files = await Promise.all(
    lines.map(async (line, i) => {
      const file = join(folder, `part-${i}.jsonl`);
      await writeFile(file, `${line}\n`);
      return file;
    }),
  );
  const gold = join(FIXTURES, "gold.jsonl");
  const expected = await commandLine("procbench", files, gold);
  for (const workers of [1, 2, 4]) {
    await page.addInitScript(
      (count) => Object.defineProperty(navigator, "hardwareConcurrency", { value: count, configurable: true }),
      workers,
    );
    await page.goto(at("score/"), { waitUntil: "networkidle" });
    await page.locator("[data-choose]").setInputFiles([...files, gold]);
    await expect(page.locator("[data-result]")).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=json]").click()]);
    expect(await readFile(await download.path(), "utf8"), `${workers} workers`).toBe(expected);
  }
});
