import { expect, type Locator, type Page, test } from "@playwright/test";
import { boardStandings, type Contender, type Cut, withCommon } from "@stepladder/wasm/host/board.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { committed } from "./committed.ts";
import { at, expectAccessible, expectNoSideways, scoreSample } from "./site.ts";

const TRACK = "agentprocessbench";
const BOARD = `tracks/${TRACK}/`;
/** The entry whose numbers the reader's own result has. */
const TWIN = "llama-3.3-70b-instruct";

const { index, packOf, entryOf, contenders, scorecardOf } = committed(TRACK);

/** The rank, with its range, that the twin's numbers have when they join the board. */
async function joinedRank(cut: Cut): Promise<string> {
  const rows = contenders();
  const own: Contender = { id: "mine", kind: "system", matrix: packOf(TWIN).matrix };
  const { of } = boardStandings(await loadKernels(), metrics["step-accuracy"], [...rows, own], withCommon(index, rows), cut, DRAWING);
  const { rank, range } = of.get("mine") ?? {};
  if (rank === undefined || range === undefined) throw new Error("expected a rank");
  return range.low === rank && range.high === rank ? `${rank}` : `${rank} (${range.low}–${range.high})`;
}

const main = (page: Page): Locator => page.locator("table[data-board]").first();
const mine = (page: Page): Locator => main(page).locator("tr.mine");

/** Rank and range of the reader's own row as they are read. */
async function rankOf(page: Page): Promise<string> {
  await expect(page.locator("table[aria-busy], tr[aria-busy]")).toHaveCount(0);
  const texts = await mine(page).locator("td.rank .place, td.rank .range").allTextContents();
  return texts.join(" ").trim();
}

/** Ranks and values of the systems' rows. */
function others(page: Page): Promise<string[]> {
  return main(page)
    .locator("tr[data-entry]")
    .evaluateAll((rows) => rows.map((row) => row.outerHTML).toSorted());
}

async function give(page: Page, text: string, name: string): Promise<void> {
  await page.locator("[data-board-own] input").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

// A board of 19 metrics is resampled several times in each of these.
test.describe.configure({ timeout: 180_000 });

test("a scorecard is put on its board, ranked as if it joined, cut, found again after a reload, compared and removed", async ({ page }) => {
  await page.goto(at(BOARD));
  await expect(page.locator("[data-board-count]")).not.toBeEmpty();
  const before = await others(page);
  const count = await page.locator("[data-board-count]").textContent();
  await give(page, JSON.stringify(scorecardOf(TWIN)), "my run.json");
  await expect(mine(page)).toContainText("my run");
  await expect(mine(page)).toContainText("only on this machine");
  const whole = await joinedRank({});
  expect(await rankOf(page)).toBe(whole);
  await expect(mine(page).locator("td.rank")).toHaveAttribute("title", /^As if it joined; the others keep the ranks.*not separated from/);
  expect(await others(page)).toEqual(before);
  await expect(page.locator("[data-board-count]")).toHaveText(count ?? "");
  await expect(page).toHaveURL(at(BOARD));
  // Its numbers are those of the entry: it stands beside it, in every table.
  const names = await main(page)
    .locator("tbody tr:not([hidden]) th")
    .evaluateAll((heads) => heads.map((head) => head.getAttribute("data-value")));
  expect(names.indexOf("my run")).toBe(names.indexOf(entryOf(TWIN).system.name) + 1);
  await expect(page.locator("tr.mine")).toHaveCount(await page.locator("table[data-board]").count());

  await page.goto(`${at(BOARD)}?slice=dataset:bfcl`);
  await expect(page.locator("[data-cut-status]")).toContainText("systems on");
  await expect(mine(page)).toBeVisible();
  const cut = await joinedRank({ dataset: ["bfcl"] });
  expect(await rankOf(page)).toBe(cut);
  await page.reload();
  await expect(page.locator("[data-cut-status]")).toContainText("systems on");
  await expect(mine(page)).toBeVisible();
  expect(await rankOf(page)).toBe(cut);
  const cells = (row: Locator): Promise<string[]> =>
    row.locator("td.num:not(.rank)").evaluateAll((all) => all.map((cell) => cell.getAttribute("data-value") ?? ""));
  const twin = await cells(main(page).locator(`tr[data-entry="${TWIN}"]`));
  expect((await cells(mine(page))).slice(0, 3)).toEqual(twin.slice(0, 3));
  const notes = page.locator("[data-over-all]");
  await expect(notes).toHaveText([/sentences above are of all/, /this drawing is over all/, /the charts are over all/]);
  await expect(notes.last()).toBeVisible();
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(notes.last()).toBeHidden();
  expect(await rankOf(page)).toBe(whole);
  expect(await others(page)).toEqual(before);

  await mine(page).getByRole("link", { name: "Compare my run" }).click();
  await expect(page.locator("#answer")).toContainText("my run");
  await page.goto(at(BOARD));
  await mine(page).getByRole("button", { name: "Remove my run" }).press("Enter");
  await expect(page.locator("tr.mine")).toHaveCount(0);
  await expect(page.locator("[data-board-own] input")).toBeFocused();
  expect(await others(page)).toEqual(before);
  await page.reload();
  await expect(page.locator("[data-board-count]")).not.toBeEmpty();
  await expect(page.locator("tr.mine")).toHaveCount(0);
});

test("what is no scorecard is told in words; one by other kernels stands by value, with the reason, and starts no worker", async ({
  page,
}) => {
  await page.goto(at(BOARD), { waitUntil: "networkidle" });
  await give(page, "{not json", "<b>bad</b>.json");
  await expect(page.getByRole("alert")).toContainText("<b>bad</b>.json: expected a scorecard");
  await give(page, JSON.stringify({ ...scorecardOf(TWIN), track: "elsewhere" }), "other.json");
  await expect(page.getByRole("alert")).toContainText("expected a scorecard of agentprocessbench; found one of elsewhere");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const transfer = await page.evaluateHandle(
    (text) => {
      const made = new DataTransfer();
      made.items.add(new File([text], "old.json"));
      return made;
    },
    JSON.stringify(scorecardOf(TWIN, { kernels: "f".repeat(64) })),
  );
  await page.locator("[data-board-own]").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(mine(page)).toContainText("not ranked: measured by other kernels");
  await expect(mine(page).locator("td.num").nth(1)).toHaveAttribute("data-value", String(entryOf(TWIN).scores["step-accuracy"]?.value));
  expect(asked.filter((address) => /worker|\.wasm|\.gz/.test(address))).toEqual([]);
});

test("a sample that was scored here is on its board, which has no system to rank it among", async ({ page }) => {
  test.setTimeout(180_000);
  await scoreSample(page);
  await page.getByRole("button", { name: "Keep on this machine" }).click({ timeout: 60_000 });
  await page.getByRole("link", { name: "See it on the board" }).click();
  await expect(mine(page)).toContainText("My run");
  await expect(mine(page).locator("td.rank")).toHaveAttribute("title", /no system is here/, { timeout: 60_000 });
  await expect(mine(page).locator("td.scale svg line").first()).toBeAttached({ timeout: 60_000 });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a board with a row of one's own fits and is accessible: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(at(BOARD));
    await give(page, JSON.stringify(scorecardOf(TWIN)), "my run.json");
    await expect(mine(page)).toBeVisible();
    await rankOf(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSideways(page);
      await expectAccessible(page, "tr.mine");
      await expectAccessible(page, "[data-board-controls]");
    }
  });
}
