import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways, longestTask, watchTasks } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OFFICIAL = process.env.STEPLADDER_DATA ?? `${ROOT}../shared/data`;

const explorer = (page: Page) => page.locator("[data-explorer]");
const told = (page: Page) => page.locator(".step-told");

function jsonl(name: string, ...records: readonly object[]) {
  return { name, mimeType: "", buffer: Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")) };
}

test("a ranking opens by its address, is walked by keyboard, and says what stands on which side of the cut", async ({ page }) => {
  await page.goto(at("explore/?track=graph-script&item=gs%3At00%3Anext%3A0"));
  const viewer = page.locator(".ranking-viewer");
  await expect(viewer).toContainText("2 of 4 candidates are right; nothing is ranked.");
  await page.goto(at("score/?track=graph-script&sample&item=gs%3At00%3Anext%3A0"));
  await expect(viewer).toContainText("2 of 2 right ones stand among the first 3.");
  await expect(viewer.locator("[aria-current=step]")).toContainText("pour the water.");
  await expect(viewer.locator("[aria-current=step]")).toContainText("✗ Wrong");
  await expect(told(page)).toHaveText("Step 1 of 4: the first error.");
  await page.keyboard.press("]");
  await expect(viewer.locator("[aria-current=step]")).toContainText("✓ Right");
  await expect(page).toHaveURL(/step=2/);
  await viewer.getByRole("combobox", { name: "Cut at" }).focus();
  await page.keyboard.press("Home");
  await expect(viewer).toContainText("0 of 2 right ones stand among the first 1.");
  await expect(viewer.locator("[aria-current=step]")).toContainText("↓ Right, but beyond the cut");
  await expectAccessible(page, ".item-place");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideways(page);
});

test("a written procedure stands beside its reference, and a remark leads to its steps and back", async ({ page }) => {
  await page.goto(at("score/?track=how2bench&sample&item=how2bench%3Abike-02"));
  const viewer = page.locator(".text-viewer");
  await expect(viewer).toContainText("our alignment");
  await expect(told(page)).toHaveText("Step 1 of 8.");
  await page.keyboard.press("e");
  await expect(told(page)).toHaveText("Step 2 of 8: the first error.");
  const line = viewer.locator("[aria-current=step]");
  await expect(line).toContainText("Missing in the generated text.");
  await page.keyboard.press("]");
  await expect(line.locator("u")).toContainText(["Pull", "the tube", "Pull the tube"]);
  // A failure that the judge names is told once, with every step that it is about.
  await expect(viewer.locator(".remarks > li")).toHaveCount(2);
  await line.getByRole("button", { name: "remark 2" }).press("Enter");
  const remark = viewer.locator(".remarks > li").nth(1);
  await expect(remark).toBeFocused();
  await expect(remark).toContainText("the tyre has to come over the rim");
  await remark.getByRole("button", { name: "Reference step 2" }).press("Enter");
  await expect(told(page)).toHaveText("Step 2 of 8: the first error.");
  await expectAccessible(page, ".item-place");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideways(page);
});

test("what a person asks of the items is found: by score, by slice, by words, and what is left is said", async ({ page }) => {
  await page.goto(at("score/?track=how2bench&sample&show=lost&sort=value:asc"));
  const rows = explorer(page).locator(".item-row");
  const status = explorer(page).locator(".item-list [role=status]");
  await expect(status).toHaveText(/^3 of 8 items/);
  await expect(rows.first().locator(".value")).toHaveText("0.0");
  await explorer(page).getByRole("searchbox").fill("bike");
  await expect(status).toHaveText(/^1 of 8 items/);
  await expect(rows).toContainText("how2bench:bike-02");
  await explorer(page).getByRole("button", { name: "Show all items" }).click();
  await explorer(page)
    .getByText(/^More: metric/)
    .click();
  await explorer(page).getByLabel("Topic").selectOption("Transportation");
  await expect(status).toHaveText(/^\d of 8 items/);
  await expect(page).toHaveURL(/slice=topic/);
  await explorer(page).getByRole("searchbox").fill("nothing like that");
  await expect(explorer(page)).toContainText("No item is like that.");
});

test("two texts of 1,000 steps never hold the page up", async ({ page }) => {
  const steps = Array.from({ length: 1_000 }, (_, i) => `Turn the screw number ${i} by ${i % 7} turns to the left, then look at the dial`);
  const gold = { id: "how2bench:long", topic: "Long", goal: "Turn many screws", resources: [], steps };
  const judgment = {
    has_failure: true,
    n_failures: 1,
    critical_failures: [{ failure: "The last is wrong.", L1_steps: [1000], L2_steps: [999] }],
  };
  const prediction = { judgment, steps: steps.toSpliced(500, 1) };
  await page.goto(at("score/?track=how2bench&item=how2bench%3Along"), { waitUntil: "networkidle" });
  await watchTasks(page);
  await page.locator("[data-choose]").setInputFiles([jsonl("gold.jsonl", gold), jsonl("mine.jsonl", { id: gold.id, prediction })]);
  await expect(told(page)).toHaveText("Step 1 of 1000.");
  await expect(page.locator(".text-viewer")).toContainText("screw number 0 by");
  const drawing = await longestTask(page);
  await page.keyboard.press("e");
  await expect(page.locator(".text-viewer [aria-current=step]")).toContainText("Missing in the generated text.");
  for (let press = 0; press < 8; press++) await page.keyboard.press("]");
  await explorer(page).getByRole("button", { name: "Last step" }).click();
  await expect(page.locator(".text-viewer [aria-current=step]")).toContainText("remark 1");
  await expect(page.locator(".text-viewer [aria-current=step]")).toBeInViewport();
  const stepping = await longestTask(page);
  console.log(`1,000 steps: longest task ${drawing} ms to draw, ${stepping} ms to step`);
  // Bounds are wide: other tests share the machine.
  expect(drawing).toBeLessThan(1000);
  expect(stepping).toBeLessThan(500);
});

const GOLD = `${ROOT}data/tracks/graph-script/gold/items.jsonl.gz`;
const GOLDEN = `${OFFICIAL}/graph-script/golden`;

test("rankings and completions of real procedures are shown against what people did", async ({ page }) => {
  test.skip(!existsSync(GOLD) || !existsSync(GOLDEN), "official data absent");
  const read = (name: string) => JSON.parse(readFileSync(`${GOLDEN}/${name}.json`, "utf8")).cases[0];
  const [next, rest] = [read("next_step_cases"), read("partial_sequence_cases")];
  const id = (subtask: string, { task_index, prefix }: { task_index: number; prefix: number[] }): string =>
    `gs:t${String(task_index).padStart(2, "0")}:${subtask}:${prefix.join("-")}`;
  const answers = [
    { id: id("next", next), prediction: next.pred_ranked },
    { id: id("complete", rest), output: rest.model_output },
  ] as const;
  await page.goto(at(`score/?track=graph-script&item=${encodeURIComponent(answers[0].id)}`), { waitUntil: "networkidle" });
  await page
    .locator("[data-choose]")
    .setInputFiles([{ name: "gold.jsonl.gz", mimeType: "", buffer: readFileSync(GOLD) }, jsonl("mine.jsonl", ...answers)]);
  const above = next.pred_ranked.slice(0, 3).filter((step: number) => next.gold.includes(step)).length;
  await expect(page.locator(".ranking-viewer")).toContainText(`${above} of ${next.gold.length} right ones stand among the first 3.`);
  await explorer(page).getByRole("searchbox").fill(answers[1].id);
  await explorer(page).locator(".item-row").first().click();
  await expect(page.locator(".text-viewer .step-row").first()).toBeVisible();
  await expect(page.locator(".text-viewer .heads")).toContainText(`Generated, ${rest.parsed.length} steps`);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideways(page);
});
