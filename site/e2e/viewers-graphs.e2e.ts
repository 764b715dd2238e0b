import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways, longestTask, watchTasks } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OFFICIAL = process.env.STEPLADDER_DATA ?? `${ROOT}../shared/data`;

/** Opens an item of a track's sample by its address. */
async function openSample(page: Page, track: string, item: string, more = ""): Promise<void> {
  await page.goto(at(`score/?track=${track}&sample&item=${encodeURIComponent(item)}${more}`));
}

test("a task graph opens by its address, is walked by keyboard, and leads from what differs to the drawing", async ({ page }) => {
  await openSample(page, "task-graph", "cc4d:toast");
  const viewer = page.locator(".graph-viewer");
  await expect(viewer.locator("svg [data-place]")).toHaveCount(5);
  await expect(viewer).toContainText("3 edges in both, 1 wrong, 1 already implied.");
  await expect(viewer.locator(".said")).toContainText("Execution 1, step 1 of 4: “START”");

  await page.keyboard.press("]");
  await expect(page).toHaveURL(/step=2/);
  await expect(viewer.locator(".said")).toContainText("“Toast the bread”");
  await page.keyboard.press("e");
  await expect(viewer.locator(".said")).toContainText("Needs first as predicted: “Toast the bread”, “START”");

  // From node to node, and to the step of one.
  await viewer.locator('svg [data-place][tabindex="0"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/step=4/);

  await viewer.getByRole("button", { name: "Wrong" }).press("Enter");
  await expect(viewer.locator('.edge[data-verdict="wrong"][data-looked="true"]')).toBeFocused();

  await viewer.locator("summary", { hasText: "as a table" }).press("Enter");
  await expect(viewer.getByRole("cell", { name: "Toast the bread" }).first()).toBeVisible();
  await expectAccessible(page, ".item-place");
});

test("two procedures stand in columns, and their links say what differs", async ({ page }) => {
  await openSample(page, "step-alignment", "ara:tea_1+tea_0");
  const viewer = page.locator(".graph-viewer");
  await expect(viewer.locator("svg [data-place]")).toHaveCount(6);
  await expect(viewer).toContainText("2 links in both, 1 missing, 2 wrong.");
  await page.keyboard.press("e");
  await expect(viewer.locator(".said")).toContainText("Counterpart in gold: “pour over”.");
});

test("segments stand on a time axis, are stepped through and looked at closer by keyboard", async ({ page }) => {
  await openSample(page, "action-segmentation", "kitchen/ana_toast");
  const viewer = page.locator(".timeline-viewer");
  await expect(viewer).toContainText("3 segments of gold in 4 rows");
  await expect(viewer.locator(".timeline-row .gold, .timeline-row .missed").first()).toBeVisible();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/step=2/);
  await expect(viewer.locator(".said")).toContainText("✗ Not found: predicted 22 to 34, tIoU 0.40");

  const shown = viewer.locator(".number", { hasText: "frames" });
  await expect(shown).toContainText("0 to 85");
  await viewer.getByRole("button", { name: "Closer" }).press("Enter");
  await expect(shown).not.toContainText("0 to 85");
  await viewer.getByRole("button", { name: "Whole axis" }).press("Enter");
  await expect(shown).toContainText("0 to 85");

  // A stretch of the strip is chosen by dragging.
  const strip = await viewer.locator(".overview").boundingBox();
  if (strip === null) throw new Error("the strip is not in sight");
  await page.mouse.move(strip.x + strip.width / 2, strip.y + 17);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.75, strip.y + 17, { steps: 4 });
  await page.mouse.up();
  await expect(shown).toContainText(/4[23] to 6[34]/);

  await viewer.locator("summary", { hasText: "Gold's segments" }).press("Enter");
  await expect(viewer.getByRole("cell", { name: "✗ not found" })).toHaveCount(2);
  await expectAccessible(page, ".item-place");
  await page.setViewportSize({ width: 320, height: 700 });
  await expect.poll(() => viewer.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
});

test("points are judged by the rule of the benchmark, and sentences are read at their time", async ({ page }) => {
  await openSample(page, "htm-align", "htm-align:kite-0001");
  const viewer = page.locator(".timeline-viewer");
  await expect(viewer).toContainText("found by the rule of the benchmark");
  await expect(viewer.locator(".said")).toContainText("✓ Found: the nearest is predicted at 0:09, score 2.1, 0.8 s away.");
  await expect(viewer.locator(".said")).toContainText("Said meanwhile: Sentence 1");
});

/** A chain of steps with further edges, as gold and as a prediction that has turned, dropped and made up some. */
function largeGraph(count: number): { gold: object; prediction: object } {
  const steps = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      String(i),
      i === 0 ? "START" : i === count - 1 ? "END" : `Do thing number ${i} with the tool`,
    ]),
  );
  const edges = Array.from({ length: count - 1 }, (_, i) => [String(Math.max(0, i - (i % 4))), String(i + 1)]);
  const wrong = edges.map(([from, to], i) => (i % 9 === 0 ? [to, from] : i % 11 === 0 ? [from, String((i * 7) % count)] : [from, to]));
  return { gold: { id: "cc4d:large", steps, edges }, prediction: { id: "cc4d:large", prediction: { edges: wrong } } };
}

test("a graph of 512 nodes never holds the page up", async ({ page }) => {
  const { gold, prediction } = largeGraph(512);
  await page.goto(at("score/?track=task-graph&item=cc4d%3Alarge"), { waitUntil: "networkidle" });
  await watchTasks(page);
  await page.locator("[data-choose]").setInputFiles(
    Object.entries({ "gold.jsonl": gold, "predictions.jsonl": prediction }).map(([name, record]) => ({
      name,
      mimeType: "application/jsonl",
      buffer: Buffer.from(`${JSON.stringify(record)}\n`),
    })),
  );
  const viewer = page.locator(".graph-viewer");
  await expect(viewer.locator("svg [data-place]")).toHaveCount(512, { timeout: 30_000 });
  const drawing = await longestTask(page);
  for (let press = 0; press < 20; press++) await page.keyboard.press("]");
  await expect(page).toHaveURL(/step=21/);
  await viewer.getByRole("button", { name: "Whole graph" }).click();
  const stepping = await longestTask(page);
  console.log(`512 nodes: longest task ${drawing} ms to draw, ${stepping} ms to step and zoom`);
  // Bounds are wide: other tests share the machine. The layout itself takes longer than either, in a worker.
  expect(drawing).toBeLessThan(1000);
  expect(stepping).toBeLessThan(500);
});

const REAL = `${OFFICIAL}/task-graphs-dtgl/predictions/llm-baseline`;

test("real graphs of a language model are drawn against their gold", async ({ page }) => {
  test.skip(!existsSync(REAL) || !existsSync(`${ROOT}data/tracks/task-graph/gold/items.jsonl.gz`), "official data absent");
  await page.goto(at("score/?track=task-graph&item=cc4d%3Acoffee"), { waitUntil: "networkidle" });
  await page.locator("[data-choose]").setInputFiles([`${ROOT}data/tracks/task-graph/gold/items.jsonl.gz`, `${REAL}/graph_coffee.adjlist`]);
  const viewer = page.locator(".graph-viewer");
  await expect(viewer.locator("svg [data-place]").first()).toBeVisible({ timeout: 30_000 });
  await expect(viewer).toContainText(/edges in both/);
  await expect(viewer.locator(".differs li").first()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideways(page);
});
