import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Cut, fieldOf } from "@stepladder/wasm/host/board.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { comparePairs } from "@stepladder/wasm/stats/compare.ts";
import { type Comparison, DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { committed } from "./committed.ts";
import { at, expectAccessible, expectNoSideways, scoreSample } from "./site.ts";

/** A track of few items, whose packs are compared in no time. */
const TRACK = "task-graph";
const PAIR = `compare/?track=${TRACK}&a=dtgl-llm&b=first-execution`;

const { index, packOf, scorecardOf } = committed(TRACK);

async function inNode(ids: readonly string[], metric: MetricId, cut: Cut): Promise<Comparison[]> {
  const matrices = ids.map((id) => packOf(id).matrix);
  const pairs = ids.flatMap((_, a) => ids.slice(a + 1).map((_, i) => ({ a, b: a + 1 + i })));
  return comparePairs(await loadKernels(), fieldOf(metrics[metric], matrices, index, cut), pairs, DRAWING);
}

const fact = (page: Page, term: string): Locator => page.locator(`dl.facts dt:text-is("${term}") + dd`);

async function giveScorecard(page: Page, text: string, name = "scorecard.json"): Promise<void> {
  await page.locator("[data-own] input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

test("a pair is chosen by keyboard, and the address leads back to it", async ({ page }) => {
  await page.goto(at("compare/"));
  const choose = async (label: string, text: string): Promise<void> => {
    const select = page.getByLabel(label, { exact: true });
    for (let i = 0; i < 40 && !(await select.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press("Tab");
    await expect(select).toBeFocused();
    await page.keyboard.type(text);
    await expect(select.locator("option:checked")).toHaveText(new RegExp(`^${text}`));
  };
  await choose("Track", "Task graphs");
  await choose("A", "LLM baseline");
  await choose("B", "First execution");
  await expect(page).toHaveURL(at(PAIR));
  await expect(page.locator("#answer")).toContainText("in edge F1");
  const told = await page.locator("[data-result] .facts").textContent();
  await page.reload();
  await expect(page.locator("#answer")).toBeVisible();
  expect(await page.locator("[data-result] .facts").textContent()).toBe(told);
  await page.getByRole("button", { name: "Swap A and B" }).press("Enter");
  await expect(page).toHaveURL(at(`compare/?track=${TRACK}&a=first-execution&b=dtgl-llm`));
  await expect(fact(page, "A ahead of B by")).toHaveText(/^\+/);
  await page.goBack();
  await expect(fact(page, "A ahead of B by")).toHaveText(/^−/);
  await expect(page.getByLabel("A", { exact: true })).toHaveValue("dtgl-llm");
});

test("numbers are those of the same comparison in Node, on a cut, slice by slice and for all pairs", async ({ page }) => {
  const ids = ["dtgl-llm", "first-execution", "given-order"];
  const cut = { length: ["short", "long"] };
  const told = await inNode(ids, "edge-f1", cut);
  await page.goto(at(`${PAIR}&c=given-order&slice=length:short,long`));
  const [first] = told as [Comparison];
  await expect(fact(page, "Paired test")).toHaveAttribute("title", String(first.p));
  await expect(fact(page, "After Holm")).toHaveAttribute("title", String(first.adjusted));
  await expect(fact(page, "A ahead of B by")).toHaveAttribute("title", String(first.difference));
  await expect(fact(page, "Items")).toContainText(`A better on ${first.won}, B better on ${first.lost}, equal on ${first.tied}`);
  await expect(page.getByRole("region", { name: "All pairs" }).getByRole("row")).toHaveCount(4);
  const slice = page.locator("[data-slice=length]");
  await expect(slice.locator("tr[data-value]")).toHaveCount(2);
  for (const value of cut.length) {
    const [of] = (await inNode(ids.slice(0, 2), "edge-f1", { length: [value] })) as [Comparison];
    const cells = slice.locator(`tr[data-value=${value}] td`);
    await expect(cells.nth(2)).toHaveAttribute("title", String(of.difference));
    await expect(cells.nth(4)).toHaveAttribute("title", String(of.p));
  }
});

test("slices and values that the track does not have cut nothing, and are not told of", async ({ page }) => {
  await page.goto(at(`${PAIR}&slice=length:endless&slice=constructor:x&slice=__proto__:y`));
  await expect(fact(page, "Items")).toContainText(`${index.ids.length} items`);
  await expect(page.locator("[data-result]")).not.toContainText("Only items of");
});

test("every choice is in the address: metric, cut, order, filter and an opened item", async ({ page }) => {
  await page.goto(at(PAIR));
  // Beside the choice, the result by number of steps is called so once it is there.
  await page.getByRole("combobox", { name: "Number of steps" }).selectOption("long");
  await expect(page).toHaveURL(/slice=length%3Along/);
  await page.getByRole("button", { name: /^B better/ }).click();
  await page.getByRole("button", { name: "Item", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Item", exact: true })).toBeFocused();
  await expect(page.locator("table.items th[aria-sort=ascending]")).toHaveText("Item");
  const item = page.locator("table.items tbody button").first();
  const id = (await item.textContent()) ?? "";
  await item.press("Enter");
  await expect(page.locator("table.measured tbody tr").first()).toBeVisible();
  expect(new URL(page.url()).searchParams.get("item")).toBe(id);
  const rows = await page.locator("table.items tr[data-item]").allTextContents();
  await page.reload();
  await expect(page.locator("table.measured tbody tr").first()).toBeVisible();
  expect(await page.locator("table.items tr[data-item]").allTextContents()).toEqual(rows);
  await page.goBack();
  await expect(page.locator("table.measured")).toHaveCount(0);
  await page.getByRole("button", { name: "All items" }).click();
  await expect(page).not.toHaveURL(/slice=/);
  await page.getByLabel("Metric").selectOption({ index: 1 });
  await expect(page).toHaveURL(/metric=/);
});

test("a third row is added and every pair is one link away", async ({ page }) => {
  await page.goto(at(PAIR));
  await page.getByRole("button", { name: "Add another" }).press("Enter");
  await expect(page.getByLabel("C", { exact: true })).toBeFocused();
  await page.getByLabel("C", { exact: true }).selectOption("given-order");
  await expect(page.locator("#answer")).toContainText("over 3 pairs");
  await page.getByRole("region", { name: "All pairs" }).getByRole("row").nth(3).getByRole("link").first().click();
  await expect(page.getByLabel("A", { exact: true })).toHaveValue("given-order");
  await page.getByLabel("C", { exact: true }).selectOption("");
  await expect(page).toHaveURL(at(`compare/?track=${TRACK}&a=given-order&b=dtgl-llm`));
});

test("a result that was scored here is kept, compared after a reload, and let go", async ({ page }) => {
  // 1,800 items: how long that takes is not what is tested.
  test.setTimeout(180_000);
  const patient = expect.configure({ timeout: 60_000 });
  await scoreSample(page);
  await patient(page.locator("[data-landing]")).toContainText("worse by more than chance explains: Stay put");
  await page.getByLabel("Name").fill("sample & co");
  await page.getByRole("button", { name: "Keep on this machine" }).click();
  await page.getByRole("link", { name: "Compare with Stay put" }).click();
  await patient(page.locator("#answer")).toContainText(
    "sample & co is 65.7 points better than Stay put in prefix accuracy, more than chance explains",
  );
  await page.reload();
  await patient(page.locator("#answer")).toContainText("sample & co is");
  await expect(page.locator("tr.mine")).toContainText("only on this machine");
  await page.getByRole("button", { name: "Forget sample & co" }).click();
  await expect(page.locator("[data-result]")).toContainText("not kept in this browser");
});

test("a dropped scorecard lands level with the entry whose numbers it has", async ({ page }) => {
  await page.goto(at("compare/"));
  await page.evaluate(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "mine.json"));
      document
        .querySelector("[data-own]")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    JSON.stringify(scorecardOf("dtgl-llm")),
  );
  await expect(page.locator("[data-landing]")).toContainText("Level with LLM baseline of DTGL");
  await expect(page.locator("[data-landing]")).toContainText(/number 1 \(1(–2)?\) of 2/);
  await page.getByRole("button", { name: "Keep on this machine" }).click();
  await page.getByRole("link", { name: /^Compare with/ }).click();
  await expect(page.locator("#answer")).toHaveText("My run and LLM baseline of DTGL have the same edge F1 here.");
  await expect(page.locator("[data-result]")).toContainText("There is no item on which one of the two is better");
});

test("what is no scorecard, of another track or by other kernels is told in words", async ({ page }) => {
  await page.goto(at("compare/"));
  await giveScorecard(page, "{not json", "<b>bad</b>.json");
  await expect(page.getByRole("alert")).toContainText("<b>bad</b>.json: expected a scorecard");
  await giveScorecard(page, JSON.stringify({ ...scorecardOf("dtgl-llm"), track: "elsewhere" }));
  await expect(page.getByRole("alert")).toContainText('found the track "elsewhere"');
  await giveScorecard(page, JSON.stringify(scorecardOf("dtgl-llm", { kernels: "f".repeat(64) })));
  await expect(page.locator("[data-not-landed]")).toContainText("by other kernels");
  await page.getByRole("button", { name: "Keep on this machine" }).click();
  await expect(page.locator("[data-own]")).toContainText("Kept as “My run”");
  await page.goto(at(`compare/?track=${TRACK}&a=mine:My run&b=dtgl-llm`));
  await expect(page.locator("[data-refused]")).toContainText("by other kernels");
  const row = page.getByRole("region", { name: "Values" }).getByRole("row").nth(1).getByRole("cell");
  expect(await row.first().textContent()).toBe(await row.last().textContent());
});

test("a quoted figure is refused in words, and its values stand beside the other's", async ({ page }) => {
  await page.goto(at("compare/?track=agentprocessbench&a=gpt-5.2&b=gpt-5.2-chat"));
  await expect(page.locator("[data-refused]")).toContainText("GPT-5.2 is a quoted figure");
  await expect(page.getByRole("row").filter({ hasText: "Step accuracy, %" })).toContainText("70.174.8");
});

test("packs that cannot be fetched are told about, and the next try does", async ({ page }) => {
  await page.goto(at(`compare/?track=${TRACK}&a=dtgl-llm`), { waitUntil: "networkidle" });
  await page.route("**/*.pack.gz", (route) => route.abort());
  await page.getByLabel("B", { exact: true }).selectOption("first-execution");
  await expect(page.getByRole("alert")).toContainText("If you are offline, connect once and try again");
  await page.unroute("**/*.pack.gz");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("#answer")).toBeVisible();
});

test("nothing is fetched before two rows are chosen, there is no React, and all stays here", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  await page.goto(at(`compare/?track=${TRACK}&a=dtgl-llm`), { waitUntil: "networkidle" });
  expect(asked.filter((url) => /\/data\/|worker|\.wasm|react|client\./.test(url))).toEqual([]);
  await page.getByLabel("B", { exact: true }).selectOption("first-execution");
  await expect(page.locator("#answer")).toBeVisible();
  const data = asked.filter((url) => url.includes("/data/")).map((url) => url.replace(/.*\//, ""));
  expect(data.toSorted()).toEqual(["dtgl-llm.pack.gz", "first-execution.pack.gz", "items.json.gz"]);
  expect(asked.filter((url) => !url.startsWith(at("")))).toEqual([]);
});

test("the key c leads from a board and from an entry to a comparison", async ({ page }) => {
  await page.goto(at(`tracks/${TRACK}/`));
  await page.keyboard.press("c");
  await page.waitForURL(/compare\/\?track=task-graph&a=/, { waitUntil: "load" });
  await page.goto(at(`tracks/${TRACK}/dtgl-llm/`));
  await page.keyboard.press("c");
  await page.waitForURL(/compare\/\?track=task-graph&a=dtgl-llm&b=/, { waitUntil: "load" });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`fits and is accessible: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(at("compare/"));
      await expectNoSideways(page);
      await expectAccessible(page);
      await page.goto(at(`${PAIR}&c=given-order&item=${index.ids[0]}&sort=item:asc`));
      await expect(page.locator("[data-slice=length] table")).toBeVisible();
      await expectNoSideways(page);
      await expectAccessible(page);
    });
  }
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it does, gives the command, and links to pairs of neighbours", async ({ page }) => {
    await page.goto(at("compare/"));
    await expect(page.locator("main")).toContainText("npx stepladder compare agentprocessbench gemini-3-flash-preview kimi-k2.5-thinking");
    await expect(page.locator(".offered a").first()).toHaveAttribute("href", /compare\/\?track=agentprocessbench&a=/);
    await expect(page.locator("form.choose")).toBeHidden();
  });
});
