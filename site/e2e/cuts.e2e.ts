import { expect, type Locator, type Page, test } from "@playwright/test";
import { boardStandings, COMMON, type Cut, withCommon } from "@stepladder/wasm/host/board.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { committed } from "./committed.ts";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

const BOARD = "tracks/agentprocessbench/";
const { index, contenders: rows } = committed("agentprocessbench");

const status = (page: Page): Locator => page.locator("[data-cut-status]");
const main = (page: Page): Locator => page.locator("table[data-board]").first();

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(at(BOARD) + query);
  await expect(page.locator("[data-board-count]")).not.toBeEmpty();
}

/** Waits until every figure of the cut stands, those of the last table included. */
async function settled(page: Page, text: string): Promise<void> {
  await expect(status(page)).toHaveText(text);
  await expect(page.locator("table[aria-busy]")).toHaveCount(0);
}

/** Opens a menu and checks a box in it. */
async function check(page: Page, menu: string, value: string): Promise<void> {
  await page.locator(`${menu} summary`).click();
  await page.locator(menu).getByLabel(value).check();
}

/** What a reader sees of the first table: the cells shown of the rows shown, in their order. */
function seen(page: Page): Promise<string[][]> {
  return main(page)
    .locator("tr:not([hidden])")
    .evaluateAll((rows) =>
      rows.map((row) => [...(row as HTMLTableRowElement).cells].filter(({ hidden }) => !hidden).map((cell) => cell.innerText.trim())),
    );
}

function asBuilt(page: Page): Promise<string[]> {
  return page.locator("table[data-board] tbody").evaluateAll((bodies) => bodies.map(({ innerHTML }) => innerHTML));
}

test("nothing is fetched before the first cut; then scores, ranks and order are of its items, and Reset gives back what was built", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(at(BOARD), { waitUntil: "networkidle" });
  await expect(page.locator("[data-board-count]")).not.toBeEmpty();
  expect(asked.filter((address) => /worker|\.wasm|\.gz|comlink/.test(address))).toEqual([]);
  const before = await asBuilt(page);
  const built = await seen(page);

  await check(page, "[data-slice=dataset]", "bfcl");
  await expect(page).toHaveURL(`${at(BOARD)}?slice=dataset:bfcl`);
  await settled(page, "12 systems on 250 of 1,000 items");
  await expect(status(page)).toHaveAttribute("role", "status");
  expect(asked.filter((address) => address.endsWith(".pack.gz")).length).toBeGreaterThanOrEqual(12);
  const cut = await seen(page);
  expect(cut).not.toEqual(built);

  await page.reload();
  await settled(page, "12 systems on 250 of 1,000 items");
  await expect(page.locator("[data-slice=dataset] [data-chosen]")).toHaveText("bfcl");
  expect(await seen(page)).toEqual(cut);

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page).toHaveURL(at(BOARD));
  await expect(status(page)).toBeEmpty();
  expect(await asBuilt(page)).toEqual(before);
});

/** The board's packs as they are committed. */
const cuts: { query: string; cut: Cut; text: string }[] = [
  { query: "?slice=dataset:bfcl", cut: { dataset: ["bfcl"] }, text: "12 systems on 250 of 1,000 items" },
  {
    query: "?common&slice=length:4-7,8-12&slice=error:erroneous",
    cut: { error: ["erroneous"], length: ["4-7", "8-12"], [COMMON.slice]: [COMMON.value] },
    text: "12 systems on",
  },
];

for (const { query, cut, text } of cuts) {
  test(`the numbers of ${query} are those that Node computes`, async ({ page }) => {
    const contenders = rows();
    const metric = metrics["step-accuracy"];
    const { of } = boardStandings(await loadKernels(), metric, contenders, withCommon(index, contenders), cut, DRAWING);
    await open(page, query);
    await expect(status(page)).toContainText(text);
    await expect(page.locator("table[aria-busy]")).toHaveCount(0);
    const expected = [...of].map(([id, { value, rank, range, letters, interval }]) => {
      const score = value.kind === "value" ? value.value : Number.NaN;
      const ends = interval && [interval.low, interval.high].map((end) => inUnit(end, metric.unit)).join(" to ");
      const alone = range === undefined || (range.low === rank && range.high === rank);
      return {
        id,
        value: String(score),
        title: ends === undefined ? String(score) : `${score}; 95 % interval ${ends}`,
        rank: rank === undefined ? undefined : [String(rank), alone ? "" : `(${range.low}–${range.high})`, letters],
      };
    });
    const shown = await main(page)
      .locator("tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => {
          const { cells, dataset } = row as HTMLTableRowElement;
          const text = (part: string) => row.querySelector(part)?.textContent;
          return {
            id: dataset.entry,
            value: cells[3]?.dataset.value,
            title: cells[3]?.querySelector("a")?.title,
            rank: row.querySelector(".place") === null ? undefined : [text(".place"), text(".range"), text(".letters")],
          };
        }),
      );
    expect(expected).toHaveLength(16);
    const measured = shown.filter(({ id }) => of.has(id ?? ""));
    expect(measured.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
  });
}

const controls: { name: string; act: (page: Page) => Promise<void>; query: string; cut?: string }[] = [
  { name: "search", act: (page) => page.getByLabel("Search systems").fill("qwen"), query: "?q=qwen" },
  { name: "evidence", act: (page) => page.getByRole("button", { name: "published" }).click(), query: "?hide=published" },
  { name: "openness", act: (page) => page.getByRole("button", { name: "closed" }).click(), query: "?hide=closed" },
  {
    name: "size",
    act: async (page) => {
      await page.getByLabel("Largest size").fill("8");
      await page.keyboard.press("Enter");
    },
    query: "?size=-8",
  },
  { name: "date", act: (page) => page.getByLabel("Since").fill("2026-04-01"), query: "?since=2026-04-01" },
  {
    name: "columns",
    act: async (page) => {
      await page.locator("[data-columns] summary").click();
      await page.locator("[data-columns]").getByLabel("Evidence").uncheck();
    },
    query: "?cols=",
  },
  { name: "slice", act: (page) => check(page, "[data-slice=length]", "1-3"), query: "?slice=length:1-3", cut: "12 systems on" },
  {
    name: "slice, by a press on its words",
    act: async (page) => {
      await page.locator("[data-slice=dataset] summary").click();
      const words = (await page.locator("[data-slice=dataset] label", { hasText: "gaia_dev" }).boundingBox()) as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      await page.mouse.click(words.x + words.width - 8, words.y + words.height / 2);
    },
    query: "?slice=dataset:gaia_dev",
    cut: "12 systems on 250 of 1,000 items",
  },
  {
    name: "items that all answered",
    act: (page) => page.getByRole("button", { name: "answered by every ranked system" }).click(),
    query: "?common",
    cut: "12 systems on 967 of 1,000 items",
  },
  {
    name: "sort by another metric, which ranks",
    act: (page) => main(page).getByRole("button", { name: "First-error accuracy" }).click(),
    query: "?sort=as-the-benchmark-scores:first-error-accuracy:desc",
  },
];

for (const { name, act, query, cut } of controls) {
  test(`${name}: the address holds it, a reload shows it again, and Back takes it back`, async ({ page }) => {
    await open(page);
    const built = await seen(page);
    await act(page);
    await expect(page).toHaveURL(new RegExp(`${query.replace(/[?.*]/g, "\\$&")}`));
    if (cut !== undefined) await expect(status(page)).toContainText(cut);
    await expect(page.locator("table[aria-busy]")).toHaveCount(0);
    const chosen = await seen(page);
    expect(chosen).not.toEqual(built);
    const state = await page.locator("[data-board-controls]").evaluate((place) => {
      const fields = [...place.querySelectorAll("input")].map(({ type, value, checked }) => (type === "checkbox" ? checked : value));
      return JSON.stringify([fields, ...[...place.querySelectorAll("[aria-pressed]")].map((button) => button.ariaPressed)]);
    });

    await page.reload();
    await expect(page.locator("[data-board-count]")).not.toBeEmpty();
    if (cut !== undefined) await expect(status(page)).toContainText(cut);
    await expect(page.locator("table[aria-busy]")).toHaveCount(0);
    expect(await seen(page)).toEqual(chosen);
    const again = await page.locator("[data-board-controls]").evaluate((place) => {
      const fields = [...place.querySelectorAll("input")].map(({ type, value, checked }) => (type === "checkbox" ? checked : value));
      return JSON.stringify([fields, ...[...place.querySelectorAll("[aria-pressed]")].map((button) => button.ariaPressed)]);
    });
    expect(again).toBe(state);

    // The letters of a search are no places to come back to.
    if (name === "search") await page.getByRole("button", { name: "Reset" }).click();
    else await page.goBack();
    await expect(page).toHaveURL(at(BOARD));
    await expect(page.locator("table[aria-busy]")).toHaveCount(0);
    expect(await seen(page)).toEqual(built);
  });
}

test("sorting by another metric ranks by it without fetching anything", async ({ page }) => {
  await page.goto(at(BOARD), { waitUntil: "networkidle" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const ranked = main(page).locator("tbody tr:has(.place)");
  await expect(ranked.first()).toContainText("Gemini-3-Flash-Preview");
  await main(page).getByRole("button", { name: "First-error accuracy" }).click();
  await expect(ranked.first()).toContainText("Kimi-K2.5-Thinking");
  await expect(ranked.first().locator(".place")).toHaveText("1");
  expect(await ranked.locator(".place").allTextContents()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "8", "10", "11", "12"]);
  expect(asked).toEqual([]);
});

test("keys alone filter, cut and sort", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await page.keyboard.type("qwen");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "recomputed" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(`${at(BOARD)}?q=qwen&hide=published`);

  await page.locator("[data-slice=dataset] summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await settled(page, "12 systems on 250 of 1,000 items");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-slice=dataset] summary")).toBeFocused();
  await expect(page.locator("details[data-slice=dataset]")).not.toHaveAttribute("open");

  await main(page).getByRole("button", { name: "System" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=qwen&hide=published&slice=dataset:hotpotqa&sort=as-the-benchmark-scores:system:asc$/);
  const names = (await seen(page)).slice(1).map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(names).toEqual(names.toSorted((a, b) => String(a).localeCompare(String(b), "en")));
});

test("a fetch that fails is told in words, the built figures stand, and trying again cuts", async ({ page }) => {
  await open(page);
  const built = await seen(page);
  await page.route("**/*.pack.gz", (route) => route.abort());
  await check(page, "[data-slice=dataset]", "tau2");
  await expect(status(page)).toContainText("could not be computed");
  await expect(status(page)).toContainText("The figures are of all items");
  expect(await seen(page)).toEqual(built);
  await page.unroute("**/*.pack.gz");
  await page.getByRole("button", { name: "Try again" }).click();
  await settled(page, "12 systems on 250 of 1,000 items");
  await expect(page.getByRole("button", { name: "Try again" })).toBeHidden();
  expect(await seen(page)).not.toEqual(built);
});

test("a quoted figure of just this cut stands in place by value, and no other quoted figure does", async ({ page }) => {
  await open(page, "?slice=dataset:bfcl");
  await settled(page, "12 systems on 250 of 1,000 items");
  const row = main(page).locator('tr[data-entry="gemini-3-flash-preview-thinking"]');
  await expect(row.locator("td.num").nth(1)).toHaveText("81.8");
  await expect(main(page).locator("tbody tr").first()).toHaveAttribute("data-entry", "gemini-3-flash-preview-thinking");
  await check(page, "[data-slice=dataset]", "tau2");
  await settled(page, "12 systems on 500 of 1,000 items");
  await expect(row.locator("td.num").nth(1)).toHaveText(/^–/);
});

for (const width of [1280, 320]) {
  test(`a cut board with an open menu fits and is accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, "?slice=dataset:bfcl&common");
    await settled(page, "12 systems on 247 of 1,000 items");
    await page.locator("[data-slice=outcome] summary").click();
    await expectNoSideways(page);
    await expectAccessible(page, "[data-board-controls]");
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("ranks, their ranges, letters and whiskers are read, and no control is shown", async ({ page }) => {
    await page.goto(at(BOARD));
    const places = main(page).locator(".place");
    expect(await places.allTextContents()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    await expect(main(page).locator("tr", { hasText: "Kimi-K2.5-Thinking" }).locator(".range")).toHaveText(/^\(\d+–\d+\)$/);
    const rank = main(page)
      .locator("td.rank")
      .filter({ has: page.locator(".place") })
      .first();
    await expect(rank).toHaveAttribute("title", /^Rank 1 of 12 by step accuracy; .* of paired draws of items; .* first in .* of draws\./);
    await expect(main(page).locator("td.scale > svg")).toHaveCount(await main(page).locator("tbody tr").count());
    await expect(page.locator("[data-board-controls]")).toBeHidden();
    await expect(page.locator(".lede")).toContainText("pairs of neighbours can be told apart");
  });
});
