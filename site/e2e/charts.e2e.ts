import { readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

const BOARD = "tracks/agentprocessbench/";

/** The board with all charts unfolded. */
async function openCharts(page: Page): Promise<Locator> {
  await page.goto(at(BOARD), { waitUntil: "load" });
  const charts = page.locator("[data-chart]");
  await charts.evaluateAll((all) => {
    for (const chart of all as HTMLDetailsElement[]) chart.open = true;
  });
  return charts;
}

/** A download of one chart. */
async function download(page: Page, chart: Locator, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), chart.locator(`[data-chart-save=${kind}]`).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("ranking and places are open, the others are headlines; each says what to see in its title and its drawing's label", async ({
  page,
}) => {
  await page.goto(at(BOARD), { waitUntil: "load" });
  const open = page.locator("[data-chart][open]");
  expect(await open.evaluateAll((all) => all.map((chart) => (chart as HTMLElement).dataset.chart))).toEqual(["ranking", "places"]);
  const charts = await page.locator("[data-chart]").all();
  expect(charts.length).toBeGreaterThanOrEqual(6);
  for (const chart of charts) {
    const title = await chart.locator("[data-chart-title]").textContent();
    expect(title).toMatch(/\w+ .*\w+/);
    await expect(chart.locator(".wide svg")).toHaveAttribute("aria-label", title ?? "");
  }
});

test("the table beside the ranking has the numbers of its drawing", async ({ page }) => {
  await openCharts(page);
  const chart = page.locator("[data-chart=ranking]");
  const drawn = await chart.locator(".wide svg text").allTextContents();
  await chart.getByText("Numbers as a table").click();
  const rows = await chart
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => Array.from((row as HTMLTableRowElement).cells, (cell) => cell.innerText)));
  const ranked = rows.filter((row) => row[4] !== "");
  expect(ranked.length).toBeGreaterThan(5);
  for (const [name, value, , , rank, range] of ranked) {
    expect(drawn).toContain(name);
    expect(drawn).toContain(value);
    const [low, high] = (range ?? "").split(" to ");
    expect(drawn).toContain(low === high ? rank : `${rank} (${low}-${high})`);
  }
});

test("every cell of the pairs' drawing is a row of its table, starred where it is told apart", async ({ page }) => {
  await openCharts(page);
  const chart = page.locator("[data-chart=pairs]");
  const cells = (await chart.locator(".wide svg text").allTextContents()).filter((text) => /^[+−]?\d+\.\d\*?$/.test(text));
  await chart.getByText("Numbers as a table").click();
  const rows = await chart
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => Array.from((row as HTMLTableRowElement).cells, (cell) => cell.innerText)));
  expect(cells.toSorted()).toEqual(rows.map((row) => `${row[2]}${row[7] === "yes" ? "*" : ""}`).toSorted());
});

test("a chart is downloaded as SVG, PNG and CSV that are what they say", async ({ page }) => {
  await openCharts(page);
  const chart = page.locator("[data-chart=outcomes]");
  const svg = await download(page, chart, "svg");
  expect(svg.name).toBe("agentprocessbench-outcomes.svg");
  // On a page of no policy: the site's own lets no text become markup.
  const parsed = await (await page.context().newPage()).evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return { tag: root.tagName, namespace: root.namespaceURI, width: root.getAttribute("width"), text: root.textContent };
  }, svg.bytes.toString());
  expect(parsed).toMatchObject({ tag: "svg", namespace: "http://www.w3.org/2000/svg" });
  expect(parsed.text).toContain("AgentProcessBench");
  expect(svg.bytes.toString()).not.toContain("var(");

  const png = await download(page, chart, "png");
  expect(png.name).toBe("agentprocessbench-outcomes.png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(parsed.width));

  const csv = await download(page, chart, "csv");
  const lines = csv.bytes.toString().trimEnd().split("\r\n");
  expect(lines).toHaveLength(await chart.locator("tr").count());
  expect(lines[0]).toContain("Column,Items,First item,");
  // Exact values, not what a reader sees of them.
  expect(lines.join()).toMatch(/\d\.\d{4,}/);
});

for (const [width, colorScheme] of [
  [320, "dark"],
  [1280, "light"],
] as const) {
  test(`charts are accessible and stay within a page of ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await openCharts(page);
    // All tables are of one make: the smallest one stands for them, for axe looks at every cell.
    await page.locator("[data-chart=ranking]").getByText("Numbers as a table").click();
    await expectNoSideways(page);
    await expectAccessible(page, "[aria-labelledby=charts]");
  });
}

test("what is wider than a narrow page scrolls in a place of its own, by keyboard too", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openCharts(page);
  const drawing = page.locator("[data-chart=pairs] .narrow");
  await drawing.focus();
  await expect(drawing).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => drawing.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a folded chart opens and has its table; there are no buttons that do nothing", async ({ page }) => {
    await page.goto(at(BOARD));
    const chart = page.locator("[data-chart=lengths]");
    await chart.locator("[data-chart-title]").click();
    await expect(chart.locator(".wide svg")).toBeVisible();
    await chart.getByText("Numbers as a table").click();
    await expect(chart.locator("table")).toBeVisible();
    await expect(chart.locator("[data-chart-save=svg]")).toBeHidden();
  });
});
