import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { at, openWarm } from "./site.ts";

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
  // That of another test must not be taken for this one's.
  await rm(out, { force: true });
  await promisify(execFile)(process.execPath, [
    join(ROOT, "pipeline/bin/stepladder.js"),
    "score",
    track,
    ...predictions,
    "--gold",
    gold,
    "--out",
    out,
  ]).catch((error: { code?: unknown }) => {
    // A scorecard is written, and some records could not be used.
    if (error.code !== 1) throw error;
  });
  return readFile(out, "utf8");
}

/** Gives the page the files and takes the scorecard that it makes of them. */
async function inPage(page: Page, files: readonly string[]): Promise<string> {
  await page.locator("[data-choose]").setInputFiles([...files]);
  await expect(page.locator("[data-result]")).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=json]").click()]);
  return readFile(await download.path(), "utf8");
}

/**
 * The scorecard that the page gives, with every request refused once the page stands; and what it asked for all the same, but for the
 * board that it holds a result against.
 */
async function inPageOffline(page: Page, files: readonly string[]): Promise<{ card: string; refused: string[] }> {
  await openWarm(page);
  const refused: string[] = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (!(url.startsWith("blob:") || url.endsWith("/compare.json"))) refused.push(url);
    return route.abort();
  });
  return { card: await inPage(page, files), refused };
}

/** Has the page believe in this many processors. */
async function withProcessors(page: Page, count: number): Promise<void> {
  await page.addInitScript((value) => Object.defineProperty(navigator, "hardwareConcurrency", { value, configurable: true }), count);
}

/** A file of the fixtures' predictions, each time as a further sample, that is large enough to be cut into ranges. */
async function largeFile(name: string): Promise<string> {
  const lines = (await readFile(join(FIXTURES, "predictions.jsonl"), "utf8")).trimEnd().split("\n");
  const records = lines.map((line) => JSON.parse(line) as object);
  const sample = (number: number) => records.map((record) => `${JSON.stringify({ ...record, sample: number })}\n`).join("");
  const samples = Array.from({ length: Math.ceil(20e6 / sample(0).length) }, (_, number) => sample(number + 1));
  // The last line is told with its number, which counts from the start of the file.
  await writeFile(join(folder, name), [...samples, `\n${JSON.stringify({ ...records[0], id: "task01_9999" })}`]);
  return join(folder, name);
}

test("with the network blocked, the page gives the command line's bytes for fixtures", async ({ page }) => {
  const predictions = join(folder, "predictions.jsonl.gz");
  await writeFile(predictions, gzipSync(await readFile(join(FIXTURES, "predictions.jsonl"))));
  const gold = join(FIXTURES, "gold.jsonl");
  const card = await commandLine("procbench", [predictions], gold);
  expect(await inPageOffline(page, [predictions, gold])).toEqual({ card, refused: [] });
});

test("with the network blocked, the page gives the command line's bytes for official gold", async ({ page }) => {
  const gold = join(OFFICIAL, "procbench/procbench_regenerated_20tasks.jsonl.gz");
  const official = join(OFFICIAL, "procbench/golden/pred_noisy_05.jsonl.gz");
  test.skip(!existsSync(gold), "official data procbench is not at hand (STEPLADDER_DATA, default ../shared/data)");
  const predictions = join(folder, "pred_noisy_05.jsonl.gz");
  await copyFile(official, predictions);
  const card = await commandLine("procbench", [predictions], gold);
  expect(await inPageOffline(page, [predictions, gold])).toEqual({ card, refused: [] });
});

test("with the network blocked, a large file is scored by the worker that is there", async ({ page }) => {
  await withProcessors(page, 4);
  const predictions = await largeFile("alone.jsonl");
  const gold = join(FIXTURES, "gold.jsonl");
  const { card, refused } = await inPageOffline(page, [predictions, gold]);
  expect(card).toBe(await commandLine("procbench", [predictions], gold));
  expect(refused.filter((url) => !/worker/.test(url))).toEqual([]);
  expect(refused.length).toBeGreaterThan(0);
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
  files.push(await largeFile("large.jsonl"));
  const gold = join(FIXTURES, "gold.jsonl");
  const expected = await commandLine("procbench", files, gold);
  expect(expected).toMatch(/"line": \d{4}/);
  for (const workers of [1, 2, 4]) {
    await withProcessors(page, workers);
    await page.goto(at("score/"), { waitUntil: "networkidle" });
    expect(await inPage(page, [...files, gold]), `${workers} workers`).toBe(expected);
  }
});
