import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { at } from "./site.ts";

const GOLD = fileURLToPath(new URL("../../data/tracks/procladder/gold/items.jsonl.gz", import.meta.url));
const SIZE = 100_000_000;

let folder: string;
let file: string;
let samples = 0;
let lines = 0;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-large-"));
  file = join(folder, "large.jsonl");
  const items = gunzipSync(await readFile(GOLD))
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  await pipeline(Readable.from(repeats(items)), createWriteStream(file));
});
test.afterAll(() => rm(folder, { recursive: true }));

/** Gold as predictions, sample after sample, until the file is large; its last line is cut off. */
function* repeats(items: readonly { id: string; intermediate: unknown[]; final: unknown }[]): Generator<string> {
  for (let written = 0; written < SIZE; samples++) {
    const text = items
      .map(({ id, intermediate, final }) => `${JSON.stringify({ id, sample: samples, prediction: { intermediate, final } })}\n`)
      .join("");
    written += text.length;
    lines += items.length;
    yield text;
  }
  lines++;
  yield '{"id": "cut of';
}

/** Resident memory in MiB of the renderer processes of this test's browser, which hold pages and their workers. */
function rendererMemory(): number {
  const parents = new Map<number, number>();
  const memory = new Map<number, number>();
  for (const pid of readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      parents.set(pid, Number(/PPid:\s+(\d+)/.exec(status)?.[1]));
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer")) continue;
      memory.set(pid, Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && (pid === process.pid || isOurs(parents.get(pid)));
  return [...memory].reduce((sum, [pid, own]) => (isOurs(pid) ? sum + own : sum), 0);
}

/** Runs in the page: notes every figure that the bar shows until there is a result. */
function noteProgress(): Promise<number[]> {
  return new Promise((resolve) => {
    const shown: number[] = [];
    new MutationObserver((_, observer) => {
      const now = document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
      if (now !== null && now !== undefined && Number(now) !== shown.at(-1)) shown.push(Number(now));
      if (document.querySelector("[data-result]") === null) return;
      observer.disconnect();
      resolve(shown);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

test("100 MB of predictions are checked and scored with bounded memory, progress and the right figures", async ({ page }, info) => {
  test.setTimeout(180_000);
  await page.goto(at("score/?track=procladder"), { waitUntil: "networkidle" });
  await expect(page.locator("[data-scoring]")).toBeVisible();
  const idle = rendererMemory();
  expect(idle).toBeGreaterThan(0);
  let most = idle;
  const sampling = setInterval(() => (most = Math.max(most, rendererMemory())), 50);
  const noted = page.evaluate(noteProgress);
  const start = performance.now();
  await page.locator("[data-choose]").setInputFiles(file);
  await expect(page.locator("[data-result]")).toBeVisible({ timeout: 150_000 });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  await expect(page.locator("#result")).toContainText("100.0");
  await expect(page.locator(".problem-group")).toHaveCount(1);
  await expect(page.locator(".problem-group")).toContainText(`large.jsonl, line ${lines.toLocaleString("en")}`);
  const megabytes = (await stat(file)).size / 1e6;
  const measured = `${megabytes.toFixed(0)} MB, ${samples} samples per item, ${(megabytes / seconds).toFixed(0)} MB/s, ${(most - idle).toFixed(0)} MiB above ${idle.toFixed(0)} idle`;
  info.annotations.push({ type: "measured", description: measured });
  console.log(measured);
  expect(most - idle).toBeLessThanOrEqual(300);
  const shown = await noted;
  expect(shown.length, `steps of the bar: ${shown.join(" ")}`).toBeGreaterThan(5);
});

/** Runs in the page: how many milliseconds after the next press it says that the job is cancelled, and how many until a frame shows it. */
function noteCancel(): Promise<{ said: number; shown: number }> {
  return new Promise((resolve) => {
    let pressed = 0;
    document.addEventListener("pointerdown", ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (document.querySelector("[data-scoring] [role=status]")?.textContent !== "Cancelled.") return;
      observer.disconnect();
      const said = performance.now() - pressed;
      requestAnimationFrame(() => setTimeout(() => resolve({ said, shown: performance.now() - pressed })));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

test("Cancel ends a long job at once", async ({ page }, info) => {
  await page.goto(at("score/?track=procladder"), { waitUntil: "networkidle" });
  await page.locator("[data-choose]").setInputFiles(file);
  await expect(page.getByRole("progressbar", { name: "Scoring predictions" })).toHaveAttribute("aria-valuenow", /^[1-9]/);
  expect(page.workers().length).toBeGreaterThan(0);
  const noted = page.evaluate(noteCancel);
  await page.getByRole("button", { name: "Cancel" }).click();
  const { said, shown } = await noted;
  const measured = `Cancel was said after ${said.toFixed(0)} ms and shown after ${shown.toFixed(0)}`;
  info.annotations.push({ type: "measured", description: measured });
  console.log(measured);
  expect(said).toBeLessThanOrEqual(200);
  await expect.poll(() => page.workers().length, "workers that go on").toBe(0);
  // The press was the first stir on this page: once it must have done what it puts off, for two seconds at most, there is still none.
  await page.waitForTimeout(3_000);
  expect(page.workers().length, "workers that came anew").toBe(0);
  await expect(page.locator("[data-result]")).toHaveCount(0);
});
